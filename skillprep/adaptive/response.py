"""The response model: how likely each score is at each ability, given a question's parameters.

mu = sigmoid(a (theta - b)); score | theta ~ Normal(mu, sigma^2 + c mu (1 - mu)), in 11 bins with the tails folded into
the outer ones. a > 0 is how sharply a question tells abilities apart, b where the expected score is .5, c in [0, 1] how
much people of one ability differ on it, sigma the scorer's own standard deviation. Tables are F[question, bin, theta].
"""

from typing import Final

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import expit, ndtr

from skillprep.adaptive.grid import THETA, Floats, Ints
from skillprep.bank.vocabulary import Level
from skillprep.errors import InvalidInputError

BINS: Final = 11
CENTRES: Final = np.arange(BINS) / (BINS - 1)
EDGES: Final = (CENTRES[1:] + CENTRES[:-1]) / 2

SIGMA: Final = 0.15
"""Standard deviation of the scorer where an answer does not bring its own."""
LEAST_SIGMA: Final = 0.05
MOST_SIGMA: Final = 0.40
Z90: Final = 1.645
FLOOR: Final = 1e-9
"""No score is impossible: two that contradict each other must not leave a posterior of zeros."""

ABILITY_STEP: Final = 0.75
ABILITY_SD: Final = 0.9
DIFFICULTY_STEP: Final = 1.2


def bins_of(scores: ArrayLike) -> Ints:
    """The bin 0..10 of each score; raises InvalidInputError outside [0, 1]."""
    values = np.asarray(scores, dtype=np.float64)
    if not np.all((values >= 0) & (values <= 1)):
        raise InvalidInputError("A score must be a number from 0 to 1.", "score")
    return np.searchsorted(EDGES, values, side="right").astype(np.int64)


def score_tables(a: ArrayLike, b: ArrayLike, c: ArrayLike, sigma: ArrayLike, theta: Floats = THETA) -> Floats:
    """F[question, bin, theta], each F[i, :, t] summing to 1. a, b, c, sigma: one for each question or one for all."""
    parts = np.broadcast_arrays(*(np.atleast_1d(np.asarray(one, dtype=np.float64)) for one in (a, b, c, sigma)))
    slope, place, spread, noise = (part[:, None] for part in parts)
    mean = expit(slope * (theta - place))
    sd = np.sqrt(noise**2 + spread * mean * (1 - mean))
    below = ndtr((EDGES[:, None] - mean[:, None, :]) / sd[:, None, :])
    ends = np.ones((len(mean), 1, len(theta)))
    table = np.diff(np.concatenate([0 * ends, below, ends], axis=1), axis=1)
    table = np.maximum(table, FLOOR)
    return np.asarray(table / table.sum(axis=1, keepdims=True))


def sigma_of_interval(value: float, low: float, high: float) -> float:
    """The scorer's standard deviation from its 90 % interval, kept within .05 and .40.

    The interval is cut off at 0 and 1, so the wider side counts.
    """
    if not 0 <= low <= value <= high <= 1:
        raise InvalidInputError("A score's interval must satisfy 0 <= low <= value <= high <= 1.", "interval")
    return float(np.clip(max(value - low, high - value) / Z90, LEAST_SIGMA, MOST_SIGMA))


def sigma_of_score(value: float, low: float, high: float) -> float:
    """The same where the value may lie outside its interval, which then reaches as far as the value."""
    return sigma_of_interval(value, min(low, value), max(high, value))


def ability_mean(level: Level) -> float:
    """Where people who say they are at `level` are expected: -.75, 0, .75, with standard deviation .9."""
    return ABILITY_STEP * (level.rank - 1)


def difficulty_mean(level: Level) -> float:
    """Where questions written for `level` are expected: -1.2, 0, 1.2, with standard deviation .6."""
    return DIFFICULTY_STEP * (level.rank - 1)
