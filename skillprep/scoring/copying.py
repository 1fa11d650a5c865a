"""How much of a text is taken over from another one."""

import functools
from collections.abc import Sequence

from skillprep.scoring.words import FUNCTION, content_stems, stem


def new_content_share(words: Sequence[str], source: Sequence[str]) -> float:
    """Share of the content words of `words` whose stem `source` has not; 1 when there are none to judge."""
    known = content_stems(source)
    content = [stem(word) for word in words if word not in FUNCTION]
    return sum(word not in known for word in content) / len(content) if content else 1.0


def copied_share(words: Sequence[str], source: Sequence[str], run: int) -> float:
    """Share of the runs of `run` words that stand in `source` word for word; 0 for a shorter text."""
    known = known_runs(tuple(source), run)
    found = runs(words, run)
    return sum(piece in known for piece in found) / len(found) if found else 0.0


@functools.lru_cache(maxsize=2_048)
def known_runs(source: tuple[str, ...], length: int) -> frozenset[tuple[str, ...]]:
    """The runs of a text of the bank, which every sentence of every answer is compared with."""
    return frozenset(runs(source, length))


def runs(words: Sequence[str], length: int) -> list[tuple[str, ...]]:
    """Every `length` neighbouring words."""
    return [tuple(words[start : start + length]) for start in range(len(words) - length + 1)]
