"""Fitting how a thinly described target is judged: by the head and by whether the target follows from its window."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from benchmarks.scoring_data import Case
from skillprep.scoring.evidence import FOLLOWS, Best, pairs
from skillprep.scoring.features import NAMES, features
from skillprep.scoring.head import Head, Joined
from skillprep.scoring.values import Infer

Floats = NDArray[np.float64]

LITTLE_REGULARISED = 100.0


def fit_joined(cases: Sequence[Case], head: Head, infer: Infer) -> Joined:
    """Logistic regression on answers to questions with one target, which neither model was tuned on."""
    found = [case for case in cases if len(case.windows)]
    rows = np.array([both_odds(case, head, infer) for case in found])
    model = LogisticRegression(C=LITTLE_REGULARISED).fit(rows, [case.labels[0] for case in found])
    own, follows = (round(float(value), 4) for value in model.coef_[0])
    return Joined(own=own, follows=follows, intercept=round(float(model.intercept_[0]), 4))


def both_odds(case: Case, head: Head, infer: Infer) -> tuple[float, float]:
    """The head's log odds of the best window, and those that the target follows from it."""
    columns = [NAMES.index(name) for name in head.features]
    logits = head.logits(features(case.reference, case.windows)[0][:, columns])
    best = Best(0, int(np.argmax(logits)), 0.0)
    return float(logits.max()), float(infer(pairs(case.reference, case.windows, [best]))[0, FOLLOWS])
