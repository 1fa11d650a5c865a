"""Other response models as the same kind of table: graded response, (generalised) partial credit, 1 to 4 parameters.

Everything downstream needs only P[question, category, theta], so a bank calibrated elsewhere can be brought along.
`Curves.slope` is dP/dtheta, from which Fisher information follows.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import expit, softmax

from skillprep.adaptive.grid import THETA, Floats


@dataclass(frozen=True, eq=False)
class Curves:
    """Category probabilities and their derivatives by theta, both [question, category, theta]."""

    probability: Floats
    slope: Floats

    @property
    def information(self) -> Floats:
        """Fisher information [question, theta]: sum over categories of P'^2 / P."""
        return np.asarray((self.slope**2 / np.maximum(self.probability, 1e-300)).sum(axis=1))

    @property
    def expected(self) -> Floats:
        """Expected category [question, theta], categories counted from 0."""
        return np.asarray(np.einsum("ikt,k->it", self.probability, np.arange(self.probability.shape[1])))


def graded(a: ArrayLike, thresholds: ArrayLike, theta: Floats = THETA) -> Curves:
    """Samejima (1969): P(Y >= k) = sigmoid(a (theta - b_k)). thresholds [question, categories - 1], ascending."""
    slopes, places = np.atleast_1d(np.asarray(a, float)), np.atleast_2d(np.asarray(thresholds, float))
    scaled = slopes[:, None, None] * (theta - places[:, :, None])
    above, below = expit(scaled), expit(-scaled)
    rise = slopes[:, None, None] * above * below
    one, nothing = np.ones_like(above[:, :1]), np.zeros_like(above[:, :1])
    return Curves(
        # From whichever tail is short of 1, so that a difference of two numbers near 1 loses no digits.
        np.maximum(
            np.concatenate([one, above], 1) - np.concatenate([above, nothing], 1),
            np.concatenate([below, one], 1) - np.concatenate([nothing, below], 1),
        ),
        np.concatenate([nothing, rise], 1) - np.concatenate([rise, nothing], 1),
    )


def partial_credit(a: ArrayLike, thresholds: ArrayLike, theta: Floats = THETA) -> Curves:
    """Muraki (1992): P(k) proportional to exp(sum_{j <= k} a (theta - b_j)). a = 1 is Masters' partial credit model."""
    slopes, places = np.atleast_1d(np.asarray(a, float)), np.atleast_2d(np.asarray(thresholds, float))
    steps = slopes[:, None, None] * (theta - places[:, :, None])
    logits = np.concatenate([np.zeros_like(steps[:, :1]), np.cumsum(steps, axis=1)], axis=1)
    probability = softmax(logits, axis=1)
    category = np.arange(logits.shape[1])[None, :, None]
    mean = (category * probability).sum(axis=1, keepdims=True)
    return Curves(probability, slopes[:, None, None] * probability * (category - mean))


def dichotomous(
    a: ArrayLike, b: ArrayLike, guess: ArrayLike = 0.0, ceiling: ArrayLike = 1.0, theta: Floats = THETA
) -> Curves:
    """P(right) = guess + (ceiling - guess) sigmoid(a (theta - b)); categories wrong, right."""
    parts = np.broadcast_arrays(*(np.atleast_1d(np.asarray(one, float)) for one in (a, b, guess, ceiling)))
    slope, place, low, high = (part[:, None] for part in parts)
    risen = expit(slope * (theta - place))
    right = low + (high - low) * risen
    rise = (high - low) * slope * risen * (1 - risen)
    return Curves(np.stack([1 - right, right], axis=1), np.stack([-rise, rise], axis=1))
