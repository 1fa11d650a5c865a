"""What is known of a question: probabilities over a grid of its parameters, 25 values of b by 5 of a by 3 of c.

A belief is a row of 375 weights that sum to 1. A question's table is the mean of the grid's tables under its belief, so
that what is not known about a question widens the interval of everybody who answers it.
"""

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from skillprep.adaptive.grid import THETA, Floats, Singles
from skillprep.adaptive.response import BINS, LEAST_SIGMA, MOST_SIGMA, SIGMA, difficulty_mean, score_tables
from skillprep.bank.vocabulary import Level
from skillprep.errors import InvalidInputError

DIFFICULTY_SD: Final = 0.6
SLOPE_MEDIAN: Final = 0.86
SLOPE_LOG_SD: Final = 0.3
DIFFICULTIES: Final = np.linspace(-3.0, 3.0, 25)
SLOPE_STEPS: Final = np.arange(-2, 3)
SLOPES: Final = SLOPE_MEDIAN * np.exp(SLOPE_LOG_SD * SLOPE_STEPS)
SPREADS: Final = np.array([0.12, 0.20, 0.32])

B, A, C = (axis.ravel() for axis in np.meshgrid(DIFFICULTIES, SLOPES, SPREADS, indexing="ij"))
PARAMETERS: Final = len(B)
GRID: Final = hashlib.sha256(np.stack([B, A, C]).round(9).astype("<f8").tobytes()).hexdigest()[:16]
"""Names the grid: weights over another one mean something else, even when there are as many of them."""
SIGMA_STEP: Final = 0.025
CHUNK: Final = 2000


@dataclass(frozen=True)
class Estimate:
    """A question's parameters in figures: posterior means, and the standard deviation of the difficulty."""

    a: float
    b: float
    b_se: float
    c: float


def prior_belief(level: Level) -> Floats:
    """b ~ N({-1.2, 0, 1.2} by level, .6^2), log a ~ N(log .86, .3^2), c from {.12, .20, .32}; weights [375]."""
    weights = undecided_belief() * np.exp(-0.5 * ((B - difficulty_mean(level)) / DIFFICULTY_SD) ** 2)
    return np.asarray(weights / weights.sum())


def undecided_belief() -> Floats:
    """The usual weights of a and c with every difficulty alike, for when the level must not speak."""
    weights = np.exp(-0.5 * (np.log(A / SLOPE_MEDIAN) / SLOPE_LOG_SD) ** 2)
    return np.asarray(weights / weights.sum())


def stepped_sigma(sigma: float) -> float:
    """The scorer's deviation in steps of .025, within .05 and .40: tables are kept for fifteen values, not for all."""
    if not np.isfinite(sigma):
        raise InvalidInputError("A scorer's standard deviation must be a number.", "sigma")
    return float(round(min(max(sigma, LEAST_SIGMA), MOST_SIGMA) / SIGMA_STEP) * SIGMA_STEP)


@lru_cache(maxsize=16)
def grid_tables(sigma: float) -> Floats:
    """F[parameter, bin, theta] of every point of the parameter grid; read-only. Call it with a stepped sigma."""
    tables = score_tables(A, B, C, sigma)
    tables.setflags(write=False)
    return tables


def tables_of(beliefs: NDArray[np.floating], sigma: float = SIGMA) -> Singles:
    """F[question, bin, theta] from beliefs [question, parameter], in single precision: 2.7 kB a question."""
    grid = grid_tables(stepped_sigma(sigma)).reshape(PARAMETERS, -1).astype(np.float32)
    tables = np.empty((len(beliefs), grid.shape[1]), dtype=np.float32)
    for start in range(0, len(beliefs), CHUNK):
        tables[start : start + CHUNK] = beliefs[start : start + CHUNK].astype(np.float32) @ grid
    return tables.reshape(len(beliefs), BINS, len(THETA))


def drawn_tables(beliefs: NDArray[np.floating], rng: np.random.Generator) -> Singles:
    """F[question, bin, theta] of one point of the grid drawn from each belief."""
    below = np.cumsum(beliefs, axis=1)
    points = (below < rng.random((len(beliefs), 1)) * below[:, -1:]).sum(axis=1)
    return np.asarray(grid_tables(stepped_sigma(SIGMA))[np.minimum(points, PARAMETERS - 1)], dtype=np.float32)


def likelihood_of(belief: NDArray[np.floating], score_bin: int, sigma: float) -> Floats:
    """Likelihood [theta] of one answer: the belief's mean over the grid, with this answer's own scorer deviation."""
    return np.asarray(belief @ grid_tables(stepped_sigma(sigma))[:, score_bin, :], dtype=np.float64)


def estimates(beliefs: NDArray[np.floating]) -> list[Estimate]:
    """Figures for each row of beliefs [question, parameter]."""
    return [
        Estimate(*(round(float(x), 4) for x in row))
        for row in zip(beliefs @ A, beliefs @ B, difficulty_deviations(beliefs), beliefs @ C, strict=True)
    ]


def difficulty_deviations(beliefs: NDArray[np.floating]) -> Floats:
    """Standard deviation of b for each row of beliefs: how little is known of each question's difficulty."""
    rows = beliefs.astype(np.float64)
    return np.asarray(np.sqrt(np.maximum(rows @ B**2 - (rows @ B) ** 2, 0.0)))


def packed(belief: NDArray[np.floating]) -> bytes:
    """A belief for storage: 1500 bytes, little-endian singles."""
    return belief.astype("<f4").tobytes()


def unpacked(stored: bytes) -> Floats:
    """The belief that was packed; raises InvalidInputError when the bytes are not one."""
    if len(stored) != 4 * PARAMETERS:
        raise InvalidInputError("A stored belief has the wrong length: fit the questions again.", "belief")
    weights = np.frombuffer(stored, "<f4").astype(np.float64)
    if not np.all(np.isfinite(weights)) or np.any(weights < 0) or not 0.99 < weights.sum() < 1.01:
        raise InvalidInputError("A stored belief is not a set of weights: fit the questions again.", "belief")
    return np.asarray(weights / weights.sum())
