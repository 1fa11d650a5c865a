"""The ability scale: points at which every curve is held, and prior distributions over them."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Singles = NDArray[np.float32]
Ints = NDArray[np.int64]

POINTS: Final = 61
HIGHEST: Final = 4.0


def points(count: int = POINTS, highest: float = HIGHEST) -> Floats:
    """`count` equally spaced abilities on [-highest, highest]; read-only."""
    theta = np.linspace(-highest, highest, count)
    theta.setflags(write=False)
    return theta


THETA: Final = points()


def trapezoid(theta: Floats) -> Floats:
    """Weights w with sum(w f(theta)) = the trapezoid rule's integral of f over equally spaced points."""
    weights = np.full(len(theta), theta[1] - theta[0])
    weights[[0, -1]] /= 2
    return weights


def normal_prior(mean: float, sd: float, theta: Floats = THETA) -> Floats:
    """N(mean, sd^2) on the points, [theta], summing to 1."""
    weights = np.exp(-0.5 * ((theta - mean) / sd) ** 2) * trapezoid(theta)
    return np.asarray(weights / weights.sum())
