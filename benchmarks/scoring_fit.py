"""Fitting the head: which window speaks for a target is not labelled, so it is chosen by the head itself, in turns."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from benchmarks.scoring_data import Case
from skillprep.scoring.features import NAMES, features

Floats = NDArray[np.float64]

ROUNDS = 4
REGULARISATION = 1.0
KIND_WEIGHTS = {
    "argkp": 0.6,
    "model": 0.4,
    "other": 0.4,
    "golden": 0.8,
    "labelled": 2.0,
    "scientsbank": 0.1,
    "beetle": 0.1,
}
"""Total weight of each kind, however many pairs it has: ArgKP has by far the most and looks least like the bank."""


@dataclass(frozen=True)
class Pair:
    """One labelled (target, answer) pair with the features of every window (windows, features)."""

    kind: str
    group: str
    label: int
    pitfall: bool
    windows: Floats


@dataclass(frozen=True)
class Fit:
    """Coefficients for standardised features."""

    mean: Floats
    scale: Floats
    coefficients: Floats
    intercept: float

    def logit(self, pair: Pair) -> float:
        """Log odds of the pair: its best window's."""
        return float(self.logits(pair.windows).max())

    def rescaled(self, slope: float, level: float) -> "Fit":
        """The fit whose log odds are slope x these + level (Platt 1999)."""
        return replace(self, coefficients=slope * self.coefficients, intercept=slope * self.intercept + level)

    def logits(self, rows: Floats) -> Floats:
        """Log odds of feature rows."""
        return np.asarray((rows - self.mean) / self.scale @ self.coefficients + self.intercept)


def pairs_of(cases: Sequence[Case]) -> list[Pair]:
    """All labelled pairs whose answer has a usable sentence."""
    return [pair for case in cases if len(case.windows) for pair in case_pairs(case)]


def case_pairs(case: Case) -> list[Pair]:
    """The labelled pairs of one answer."""
    table = features(case.reference, case.windows)
    return [
        Pair(case.kind, case.group, label, place >= case.points, table[place]) for place, label in case.labels.items()
    ]


def fit_head(pairs: Sequence[Pair]) -> Fit:
    """Regularised logistic regression on each pair's best window; the first round takes the window of highest recall
    and cosine, each later one the window that the round before gave the highest log odds."""
    labels = np.array([pair.label for pair in pairs])
    weights = pair_weights(pairs)
    first = np.array([1.0 if name in ("mean_cosine", "recall") else 0.0 for name in NAMES])
    fit = Fit(np.zeros(len(NAMES)), np.ones(len(NAMES)), first, 0.0)
    for _ in range(ROUNDS):
        rows = np.stack([pair.windows[int(np.argmax(fit.logits(pair.windows)))] for pair in pairs])
        fit = fit_rows(rows, labels, weights)
    return fit


def fit_rows(rows: Floats, labels: NDArray[np.int64], weights: Floats) -> Fit:
    """One logistic regression on standardised features."""
    mean, scale = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    model = LogisticRegression(C=REGULARISATION, max_iter=1000).fit(
        (rows - mean) / scale, labels, sample_weight=weights
    )
    return Fit(mean, scale, model.coef_[0], float(model.intercept_[0]))


def platt(logits: Floats, labels: NDArray[np.int64]) -> tuple[float, float]:
    """Slope and level that make held-out log odds into calibrated ones."""
    model = LogisticRegression(C=100.0).fit(logits[:, None], labels)
    return float(model.coef_[0, 0]), float(model.intercept_[0])


def pair_weights(pairs: Sequence[Pair]) -> Floats:
    """Weights that give each kind its share and sum to the number of pairs."""
    kinds = [pair.kind for pair in pairs]
    raw = np.array([KIND_WEIGHTS[kind] / kinds.count(kind) for kind in set(kinds)])
    by_kind = dict(zip(set(kinds), raw * len(pairs) / sum(KIND_WEIGHTS[kind] for kind in set(kinds)), strict=True))
    return np.array([by_kind[kind] for kind in kinds])


def held_out_logits(fixed: Sequence[Pair], split: Sequence[Pair], folds: int, seed: int) -> Floats:
    """Log odds of the pairs in `split`, each from a head that saw no answer to its question; `fixed` is always seen."""
    groups = sorted({pair.group for pair in split})
    order = np.random.default_rng(seed).permutation(len(groups))
    fold_of = {groups[place]: rank % folds for rank, place in enumerate(order)}
    found = np.zeros(len(split))
    for fold in range(folds):
        fit = fit_head([*fixed, *(pair for pair in split if fold_of[pair.group] != fold)])
        for place, pair in enumerate(split):
            if fold_of[pair.group] == fold:
                found[place] = fit.logit(pair)
    return found
