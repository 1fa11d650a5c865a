"""How good a judge is, in numbers: pure functions of its scores and what people said.

Arrays are one-dimensional and equally long. `scores` of a binary judge are probabilities in [0, 1], `labels` 0 or 1.
A measure that its data do not determine (one class only, no spread, no rows) is NaN, never an invented number.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata

Floats = NDArray[np.float64]
Numbers = NDArray[Any]
"""Labels as integers, or people's scores as floats."""
Measure = Callable[[Floats, Numbers], float]

BINS = 10


def auc(scores: Floats, labels: Numbers) -> float:
    """Area under the ROC curve: the chance that a 1 scores above a 0, ties counting half (Mann and Whitney 1947).

    (sum of the midranks of the ones - n1 (n1 + 1) / 2) / (n1 n0).
    """
    ones = np.asarray(labels) == 1
    n1 = int(ones.sum())
    n0 = len(ones) - n1
    if not n1 or not n0:
        return math.nan
    return float((rankdata(scores)[ones].sum() - n1 * (n1 + 1) / 2) / (n1 * n0))


def average_precision(scores: Floats, labels: Numbers) -> float:
    """Sum over falling thresholds of (recall gained) x (precision there); equal scores are one threshold."""
    order = np.argsort(-np.asarray(scores, dtype=np.float64), kind="stable")
    ranked, ones = np.asarray(scores)[order], (np.asarray(labels)[order] == 1)
    total = int(ones.sum())
    if not total:
        return math.nan
    ends = np.flatnonzero(np.append(ranked[1:] != ranked[:-1], True))
    found = np.cumsum(ones)[ends]
    return float((np.diff(found, prepend=0) / total * found / (ends + 1)).sum())


def f1_at(threshold: float) -> Measure:
    """F1 of `score >= threshold`: 2 TP / (2 TP + FP + FN), 0 when that is 0 / 0."""
    return lambda scores, labels: f1(np.asarray(scores) >= threshold, np.asarray(labels) == 1)


def f1(said: NDArray[np.bool_], true: NDArray[np.bool_]) -> float:
    """F1 of a decision; 0 when nothing is true and nothing was said."""
    together = int(said.sum()) + int(true.sum())
    return 2 * int((said & true).sum()) / together if together else 0.0


def macro_f1(said: Numbers, labels: Numbers) -> float:
    """Mean of the F1 of every class that occurs in `said` or `labels`."""
    said, labels = np.asarray(said), np.asarray(labels)
    classes = np.union1d(said, labels)
    return float(np.mean([f1(said == one, labels == one) for one in classes])) if len(classes) else math.nan


def accuracy_at(threshold: float) -> Measure:
    """Accuracy of `score >= threshold`."""
    return lambda scores, labels: mean((np.asarray(scores) >= threshold) == (np.asarray(labels) == 1))


def best_threshold(scores: Floats, labels: Numbers) -> float:
    """The score at which F1 is highest, among 200 quantiles."""
    candidates = np.unique(np.quantile(scores, np.linspace(0.0, 1.0, 200)))
    return float(max(candidates, key=lambda threshold: f1_at(threshold)(scores, labels)))


def calibration_error(scores: Floats, labels: Numbers) -> float:
    """Expected calibration error over 10 equal-width bins: sum of n_b / n * |mean p - mean label| (Naeini 2015)."""
    bins = reliability(scores, labels)
    total = sum(one.n for one in bins)
    return sum(one.n * abs(one.mean_score - one.mean_label) for one in bins) / total if total else math.nan


@dataclass(frozen=True)
class Bin:
    """The `n` scores in [low, high), or up to 1 in the last bin: what was said, and what was true."""

    low: float
    high: float
    n: int
    mean_score: float
    mean_label: float


def reliability(scores: Floats, labels: Numbers, bins: int = BINS) -> tuple[Bin, ...]:
    """Equal-width bins over [0, 1] that hold a score, lowest first."""
    scores, labels = np.asarray(scores, dtype=np.float64), np.asarray(labels, dtype=np.float64)
    places = np.minimum((scores * bins).astype(np.int64), bins - 1)
    n = np.bincount(places, minlength=bins)
    said, true = (np.bincount(places, weights=weights, minlength=bins) for weights in (scores, labels))
    return tuple(
        Bin(place / bins, (place + 1) / bins, int(n[place]), said[place] / n[place], true[place] / n[place])
        for place in np.flatnonzero(n).tolist()
    )


def brier(scores: Floats, labels: Numbers) -> float:
    """Mean squared distance of probability and label (Brier 1950): 0 is perfect, always saying 0.5 gets 0.25."""
    return mean((np.asarray(scores) - np.asarray(labels)) ** 2)


def pearson(a: Numbers, b: Numbers) -> float:
    """Correlation in [-1, 1]; NaN when either side does not vary."""
    x, y = centred(a), centred(b)
    spread = float(np.linalg.norm(x) * np.linalg.norm(y))
    return min(max(float(x @ y) / spread, -1.0), 1.0) if spread > 0 else math.nan


def centred(values: Numbers) -> Floats:
    """Values less their mean; exactly 0 where all are equal, whatever rounding says."""
    values = np.asarray(values, dtype=np.float64)
    if not len(values) or values.min() == values.max():
        return np.zeros(len(values))
    return np.asarray(values - values.mean())


def rmse(a: Numbers, b: Numbers) -> float:
    """Root of the mean squared difference, in the unit of both sides."""
    return math.sqrt(mean((np.asarray(a, dtype=np.float64) - np.asarray(b, dtype=np.float64)) ** 2))


def quadratic_weighted_kappa(a: Numbers, b: Numbers, categories: int) -> float:
    """1 - sum(w O) / sum(w E) with w = (i - j)^2, for ratings 0 .. categories - 1 (Cohen 1968); at most 1, 0 is chance.

    NaN when both sides name one category only: agreement then says nothing.
    """
    a, b = np.asarray(a, dtype=np.int64), np.asarray(b, dtype=np.int64)
    if len(a) and (min(a.min(), b.min()) < 0 or max(a.max(), b.max()) >= categories):
        raise ValueError(f"ratings must lie in 0 .. {categories - 1}")
    by_a, by_b = (np.bincount(side, minlength=categories) / max(len(a), 1) for side in (a, b))
    places = np.arange(categories)
    expected = float(by_a @ (places[:, None] - places) ** 2 @ by_b)
    return 1.0 - mean((a - b) ** 2) / expected if expected > 0 else math.nan


def standardised_mean_difference(a: Numbers, b: Numbers) -> float:
    """(mean a - mean b) / sqrt((var a + var b) / 2), variances with n - 1 (Williamson, Xi and Breyer 2012).

    Positive: `a` is the more generous. NaN with fewer than two rows or without spread.
    """
    a, b = np.asarray(a, dtype=np.float64), np.asarray(b, dtype=np.float64)
    if min(len(a), len(b)) < 2:
        return math.nan
    spread = math.sqrt((float(centred(a).var(ddof=1)) + float(centred(b).var(ddof=1))) / 2)
    return float(a.mean() - b.mean()) / spread if spread > 0 else math.nan


@dataclass(frozen=True)
class RiskCoverage:
    """What is gained by leaving the least certain rows to a person: `accuracy[i]` of the `coverage[i]` most certain."""

    coverage: Floats
    accuracy: Floats

    def at(self, coverage: float) -> float:
        """Accuracy of the smallest part that covers at least `coverage` in (0, 1]; NaN without rows."""
        place = int(np.searchsorted(self.coverage, coverage - 1e-12))
        return float(self.accuracy[place]) if place < len(self.accuracy) else math.nan


def risk_coverage(scores: Floats, labels: Numbers, threshold: float = 0.5) -> RiskCoverage:
    """Rows by falling certainty |score - threshold|; equally certain rows are one step (El-Yaniv and Wiener 2010)."""
    scores = np.asarray(scores, dtype=np.float64)
    sure = np.abs(scores - threshold).round(12)  # so that 0.05 and 0.95 are equally certain at 0.5
    order = np.argsort(-sure, kind="stable")
    right = ((scores >= threshold) == (np.asarray(labels) == 1))[order]
    ends = np.flatnonzero(np.append(sure[order][1:] != sure[order][:-1], True)) if len(sure) else np.zeros(0, np.int64)
    return RiskCoverage((ends + 1) / max(len(sure), 1), np.cumsum(right)[ends] / (ends + 1))


def accuracy_at_coverage(coverage: float, threshold: float) -> Measure:
    """Accuracy of the most certain `coverage` in (0, 1] of the rows."""
    return lambda scores, labels: risk_coverage(scores, labels, threshold).at(coverage)


def mean(values: Numbers) -> float:
    """Mean; NaN without rows, and without numpy's warning."""
    return float(np.mean(values)) if len(values) else math.nan
