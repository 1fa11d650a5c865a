"""Texts longer than the model's window are split and pooled: sentence-transformers would silently drop the rest."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]

WINDOW_TOKENS = 256
SURELY_SHORT_CHARACTERS = 250
"""No text of so few characters has more than 256 word pieces, so it need not be counted."""


def pooled(texts: Sequence[str], encode: Callable[[Sequence[str]], Vectors], count: Callable[[str], int]) -> Vectors:
    """Encode every text whole: long ones as the length-weighted mean of their pieces, scaled back to unit length."""
    pieces = [split(text, count) for text in texts]
    rows = encode([piece for group in pieces for piece in group])
    if len(rows) == len(texts):
        return rows
    return np.stack([mean(rows[start:end], group) for group, start, end in spans(pieces)])


def split(text: str, count: Callable[[str], int]) -> list[str]:
    """Halve at a space until every piece fits the window. A word too long for it is cut in two."""
    if len(text) <= SURELY_SHORT_CHARACTERS or count(text) <= WINDOW_TOKENS:
        return [text]
    middle = len(text) // 2
    space = text.rfind(" ", 1, middle + 1)
    cut = space if space > 0 else middle
    return split(text[:cut], count) + split(text[cut:], count)


def spans(pieces: Sequence[Sequence[str]]) -> list[tuple[Sequence[str], int, int]]:
    """Each group with the rows that belong to it."""
    ends = np.cumsum([len(group) for group in pieces]).tolist()
    return [(group, end - len(group), end) for group, end in zip(pieces, ends, strict=True)]


def mean(rows: Vectors, group: Sequence[str]) -> Vectors:
    """Length-weighted mean of unit rows, of unit length again."""
    weighted = np.average(rows, axis=0, weights=[max(len(piece), 1) for piece in group])
    return np.asarray(weighted / max(float(np.linalg.norm(weighted)), 1e-12), dtype=np.float32)
