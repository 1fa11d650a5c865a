"""Does FSRS know what will be recalled? Its predictions judged beside the plainest one there is: the average.

FSRS was fitted on flashcards, where people turn cards over; here they write answers that a model reads. Whether its
curve holds is an open question, which this answers from a service's own data.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import xlogy

from skillprep.adaptive.review import Prediction

ENOUGH = 50
"""Fewer predictions than this say nothing."""

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class ReviewFigures:
    """How the predictions did. Log-loss is in nats, lower is better, 0 is certain and right every time.

    `gain` is the constant's log-loss less FSRS's: above 0, FSRS knows more than the average does. `low` and `high`
    bound it with 95 % confidence; points of one answer hang together, so answers are what is counted as independent.
    """

    predicted: float
    recalled: float
    log_loss: float
    constant_log_loss: float
    gain: float
    low: float
    high: float


@dataclass(frozen=True)
class ReviewReport:
    """`figures` is None when there is not enough data."""

    predictions: int
    answers: int
    figures: ReviewFigures | None


def report_on(predictions: Sequence[Prediction]) -> ReviewReport:
    """The report; no figures under ENOUGH predictions, nor from a single answer."""
    answers = len({one.answer_id for one in predictions})
    enough = len(predictions) >= ENOUGH and answers > 1
    return ReviewReport(len(predictions), answers, figures_of(predictions) if enough else None)


def figures_of(predictions: Sequence[Prediction]) -> ReviewFigures:
    """The constant is the share recalled of these very predictions: knowing that in advance is its advantage."""
    recalled = np.array([one.recalled for one in predictions], dtype=float)
    expected = np.array([one.recall for one in predictions])
    fsrs, constant = losses(expected, recalled), losses(np.full_like(expected, recalled.mean()), recalled)
    gains = constant - fsrs
    half = 1.96 * clustered_se(gains, [one.answer_id for one in predictions])
    gain = float(gains.mean())
    return ReviewFigures(
        predicted=float(expected.mean()),
        recalled=float(recalled.mean()),
        log_loss=float(fsrs.mean()),
        constant_log_loss=float(constant.mean()),
        gain=gain,
        low=gain - half,
        high=gain + half,
    )


def losses(expected: Floats, recalled: Floats) -> Floats:
    """-(y ln p + (1 - y) ln(1 - p)) of each prediction, with 0 ln 0 = 0."""
    return np.asarray(-(xlogy(recalled, expected) + xlogy(1 - recalled, 1 - expected)))


def clustered_se(values: Floats, clusters: Sequence[str]) -> float:
    """Standard error of the mean when values come in clusters: sqrt(G / (G - 1) sum_g (sum_i in g v_i - m)^2) / n."""
    _, place = np.unique(clusters, return_inverse=True)
    sums = np.bincount(place, weights=values - values.mean())
    return math.sqrt(len(sums) / (len(sums) - 1) * float((sums**2).sum())) / len(values)
