"""What answers say about one ability: posterior, expected a posteriori (EAP), standard error, 95 % interval."""

from dataclasses import dataclass

import numpy as np

from skillprep.adaptive.grid import THETA, Floats

SHARE = 0.95


@dataclass(frozen=True, eq=False)
class Ability:
    """An ability on the scale of `grid.THETA`: EAP, posterior standard deviation, 95 % interval, and the posterior."""

    mean: float
    se: float
    low: float
    high: float
    posterior: Floats


def posterior_of(prior: Floats, likelihoods: Floats) -> Floats:
    """prior [.., theta] times likelihoods [.., answer, theta], normalised over theta. No answers: the prior."""
    with np.errstate(divide="ignore"):
        logs = np.log(prior) + np.log(likelihoods).sum(axis=-2)
    weights = np.exp(logs - logs.max(axis=-1, keepdims=True))
    return np.asarray(weights / weights.sum(axis=-1, keepdims=True))


def moments(posterior: Floats, theta: Floats = THETA) -> tuple[Floats, Floats]:
    """Mean and standard deviation of posteriors [.., theta]."""
    mean = posterior @ theta
    variance = (posterior * (theta - mean[..., None]) ** 2).sum(axis=-1)
    return mean, np.sqrt(variance)


def quantiles(posterior: Floats, shares: Floats, theta: Floats = THETA) -> Floats:
    """The abilities below which `shares` of one posterior [theta] lie; each point stands for the cell around it."""
    step = theta[1] - theta[0]
    below = np.concatenate([[0.0], np.cumsum(posterior)])
    borders = np.append(theta - step / 2, theta[-1] + step / 2)
    return np.asarray(np.clip(np.interp(shares, below, borders), theta[0], theta[-1]))


def summarised(posterior: Floats, theta: Floats = THETA) -> Ability:
    """One posterior [theta] in figures."""
    mean, se = moments(posterior, theta)
    low, high = quantiles(posterior, np.array([(1 - SHARE) / 2, (1 + SHARE) / 2]), theta)
    return Ability(float(mean), float(se), float(low), float(high), posterior)
