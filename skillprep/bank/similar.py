"""Pairs of texts that say nearly the same, by the cosine of their vectors."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Pair:
    """Two ids, the earlier first, and the cosine of their texts."""

    first: str
    second: str
    cosine: float


def similar_pairs(ids: Sequence[str], vectors: NDArray[np.float32], at_least: float) -> list[Pair]:
    """Every pair of rows (of unit length) whose cosine is `at_least` that high, closest first."""
    cosines = np.triu(vectors @ vectors.T, k=1)
    places = np.argwhere(cosines >= at_least).tolist()
    pairs = [Pair(ids[row], ids[column], round(float(cosines[row, column]), 3)) for row, column in places]
    return sorted(pairs, key=lambda pair: (-pair.cosine, pair.first, pair.second))
