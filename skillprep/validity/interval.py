"""A figure with its uncertainty: a percentile bootstrap over groups, whose rows stand or fall together."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from skillprep.validity.measures import Floats, Measure, Numbers

TAILS = (0.05, 0.95)
DRAWS_PER_ROUND = 20
"""How often a round may be drawn again because its rows do not determine the measure."""


@dataclass(frozen=True)
class Figure:
    """A measure with its 90 % bootstrap interval over `n` rows; low and high are NaN when no round determined it."""

    value: float
    low: float
    high: float
    n: int

    def __str__(self) -> str:
        return f"{self.value:.3f} [{self.low:.3f}, {self.high:.3f}]"


def with_interval(
    measure: Measure, scores: Floats, labels: Numbers, groups: Sequence[str] | Numbers, rounds: int, seed: int = 0
) -> Figure:
    """The measure and its 5th and 95th percentile over resampled groups (Davison and Hinkley 1997, 3.8).

    Each round draws as many groups as there are, with replacement, and takes all rows of each. Rounds whose labels do
    not vary though the data's do, or whose measure is NaN, are drawn again. Same seed, same figure.
    """
    scores, labels = np.asarray(scores), np.asarray(labels)
    value = measure(scores, labels)
    if not len(labels) or math.isnan(value):
        return Figure(value, math.nan, math.nan, len(labels))
    varies = spread(labels)
    found: list[float] = []
    for rows in drawn_rows(groups, rounds * DRAWS_PER_ROUND, seed):
        one = math.nan if varies and not spread(labels[rows]) else measure(scores[rows], labels[rows])
        if not math.isnan(one):
            found.append(one)
        if len(found) >= rounds:
            break
    low, high = np.quantile(found, TAILS) if found else (math.nan, math.nan)
    return Figure(value, float(low), float(high), len(labels))


def spread(labels: Numbers) -> bool:
    """Whether there are two different labels."""
    return bool(labels.min() != labels.max())


def drawn_rows(groups: Sequence[str] | Numbers, most: int, seed: int) -> Iterator[NDArray[np.int64]]:
    """Row numbers of up to `most` resamples, without a loop over groups: 100,000 of them are usual."""
    random = np.random.default_rng(seed)
    codes = np.unique(np.asarray(groups), return_inverse=True)[1]
    by_group = np.argsort(codes, kind="stable")
    sizes = np.bincount(codes)
    starts = np.cumsum(sizes) - sizes
    for _ in range(most):
        drawn = random.integers(len(sizes), size=len(sizes))
        ends = np.cumsum(sizes[drawn])
        offsets = np.repeat(starts[drawn] - (ends - sizes[drawn]), sizes[drawn])
        yield by_group[np.arange(ends[-1]) + offsets]
