"""Windows: every usable sentence, and every two neighbours. Only single sentences are ever encoded."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from skillprep.scoring.answer import Sentence
from skillprep.scoring.values import Embed
from skillprep.scoring.words import content_stems

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Windows:
    """Window i spans the sentences first[i]..last[i] (the same or neighbours) and has a unit vector;
    `words[i]` holds the words of each of its sentences, `texts[i]` what they say."""

    first: tuple[int, ...]
    last: tuple[int, ...]
    words: tuple[tuple[tuple[str, ...], ...], ...]
    texts: tuple[str, ...]
    stems: tuple[frozenset[str], ...]
    vectors: Floats

    def __len__(self) -> int:
        return len(self.first)


def encode_sentences(sentences: Sequence[Sentence], usable: Sequence[bool], embed: Embed) -> Floats:
    """One row a sentence, in a single call of the encoder; rows of unusable sentences are 0."""
    chosen = [index for index, good in enumerate(usable) if good]
    if not chosen:
        return np.zeros((len(sentences), 1))
    unique = list(dict.fromkeys(sentences[index].text for index in chosen))
    encoded = np.asarray(embed(unique), dtype=np.float64)
    rows = np.zeros((len(sentences), encoded.shape[1]))
    places = {text: row for row, text in enumerate(unique)}
    for index in chosen:
        rows[index] = encoded[places[sentences[index].text]]
    return rows


def make_windows(sentences: Sequence[Sentence], usable: Sequence[bool], rows: Floats) -> Windows:
    """Singles first, then pairs of usable neighbours. A pair's vector is the mean of the two, scaled to unit length."""
    singles = [index for index, good in enumerate(usable) if good]
    pairs = [index for index in singles if index + 1 < len(usable) and usable[index + 1]]
    first = (*singles, *pairs)
    last = (*singles, *(index + 1 for index in pairs))
    words = tuple(
        tuple(sentences[index].words for index in range(start, end + 1)) for start, end in zip(first, last, strict=True)
    )
    stems = tuple(frozenset[str]().union(*map(content_stems, group)) for group in words)
    vectors = rows[np.array(first, dtype=int)] + rows[np.array(last, dtype=int)]
    vectors = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12)
    spans = zip(first, last, strict=True)
    texts = tuple(" ".join(sentences[index].text for index in range(start, end + 1)) for start, end in spans)
    return Windows(first, last, words, texts, stems, vectors)
