"""Selection criteria as catR defines them, on any grid and table: to compare with and to reproduce published tests.

catR integrates by the trapezoid rule over 33 points on [-4, 4] and weights the scores of its expected posterior
variance by P(k | theta_hat), not by the posterior predictive as gain.py does. All functions return one figure an item.
"""

from dataclasses import dataclass

import numpy as np

from skillprep.adaptive.ability import moments, posterior_of
from skillprep.adaptive.grid import Floats, trapezoid
from skillprep.adaptive.models import Curves


@dataclass(frozen=True, eq=False)
class Quadrature:
    """A grid [theta], the prior's density at its points, and the item curves there and at the present estimate."""

    theta: Floats
    density: Floats
    curves: Curves
    at_estimate: Curves


def maximum_information(grid: Quadrature) -> Floats:
    """MFI: Fisher information at the estimate."""
    return grid.at_estimate.information[:, 0]


def weighted_information(grid: Quadrature, likelihood: Floats, *, with_prior: bool = True) -> Floats:
    """MPWI (with the prior's density) or MLWI: the integral of likelihood times information."""
    weight = likelihood * trapezoid(grid.theta) * (grid.density if with_prior else 1.0)
    return np.asarray(grid.curves.information @ weight)


def divergence(grid: Quadrature, likelihood: Floats, *, with_prior: bool = True) -> Floats:
    """KLP (with the prior's density) or KL: the integral of likelihood times KL(P(. | theta_hat) || P(. | theta))."""
    here = grid.at_estimate.probability
    apart = (here * np.log(here / grid.curves.probability)).sum(axis=1)
    weight = likelihood * trapezoid(grid.theta) * (grid.density if with_prior else 1.0)
    return np.asarray(apart @ weight)


def expected_variance(grid: Quadrature, likelihood: Floats) -> Floats:
    """EPV: sum over scores of P(k | theta_hat) times the posterior variance after score k. The least is best."""
    prior = grid.density * trapezoid(grid.theta)
    after = posterior_of(prior * likelihood, grid.curves.probability[:, :, None, :])
    _, deviation = moments(after, grid.theta)
    return np.asarray((grid.at_estimate.probability[:, :, 0] * deviation**2).sum(axis=1))
