"""An encoder that remembers the texts it met last, in memory alone, and takes many at once."""

from collections.abc import Callable, Sequence
from itertools import islice

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class RecentVectors:
    """`prepare` encodes the texts of many answers in one call; calls for single answers then find them here.

    Holds at most `most` rows besides those of the latest call, so that a stream of any length needs bounded memory.
    """

    def __init__(self, encode: Callable[[Sequence[str]], Vectors], most: int) -> None:
        self._encode = encode
        self._most = most
        self._rows: dict[str, NDArray[np.float32]] = {}

    def prepare(self, texts: Sequence[str]) -> None:
        """Have the rows of all texts at hand; the ones used longest ago go when there are too many."""
        wanted = dict.fromkeys(texts)
        missing = [text for text in wanted if text not in self._rows]
        rows = self._encode(missing) if missing else ()
        self._rows.update(zip(missing, map(np.copy, rows), strict=True))
        for text in wanted:
            self._rows[text] = self._rows.pop(text)
        excess = len(self._rows) - max(self._most, len(wanted))
        for text in list(islice(self._rows, max(excess, 0))):
            del self._rows[text]

    def __call__(self, texts: Sequence[str]) -> Vectors:
        """Rows of unit length, one a text."""
        self.prepare(texts)
        return np.stack([self._rows[text] for text in texts]) if texts else np.zeros((0, 0), dtype=np.float32)
