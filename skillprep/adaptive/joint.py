"""Several skills at once: what is known of one says something about the others.

Abilities have a joint normal prior in which one common factor g ~ N(0, 1) makes the correlation:
theta_j = mean_j + sd (sqrt(r) g + sqrt(1 - r) e_j), so that any two correlate r. Given g the skills are independent, so
the exact posterior of each needs one sum over g, whatever the number of skills:
p(theta_j | all) ~ L_j(theta_j) sum_g p(g) K(theta_j | g, j) prod_{k != j} sum_theta K(theta | g, k) L_k(theta).
Means and deviations differ from brute force over the joint normal by less than 1e-5 inside the grid and 1e-3 where a
posterior reaches its ends.
"""

from typing import Final

import numpy as np

from skillprep.adaptive.ability import posterior_of
from skillprep.adaptive.grid import THETA, Floats, normal_prior, points, trapezoid
from skillprep.adaptive.response import ABILITY_SD
from skillprep.errors import InvalidInputError

CORRELATION: Final = 0.6
FACTOR: Final = points(61, 5.0)


def joint_posteriors(
    means: Floats, likelihoods: Floats, correlation: float = CORRELATION, sd: float = ABILITY_SD
) -> Floats:
    """Posteriors [skill, theta] from prior means [skill] and each skill's product of likelihoods [skill, theta]."""
    if not 0 <= correlation < 1:
        raise InvalidInputError("The correlation between skills must be at least 0 and below 1.", "correlation")
    if correlation == 0 or len(means) == 1:
        return np.array(
            [
                posterior_of(normal_prior(mean, sd), one[None])
                for mean, one in zip(means.tolist(), likelihoods, strict=True)
            ]
        )
    given = conditional_priors(means, correlation, sd)
    with np.errstate(divide="ignore"):
        evidence = np.log(np.einsum("jgt,jt->jg", given, likelihoods))
    logs = np.log(normal_prior(0.0, 1.0, FACTOR)) + evidence.sum(axis=0) - evidence
    factor = np.exp(logs - logs.max(axis=1, keepdims=True))
    posterior = likelihoods * np.einsum("jg,jgt->jt", factor, given)
    return np.asarray(posterior / posterior.sum(axis=1, keepdims=True))


def conditional_priors(means: Floats, correlation: float, sd: float) -> Floats:
    """K[skill, g, theta]: the prior of each skill given the common factor; rows are not cut off to sum to 1."""
    centre = means[:, None] + sd * np.sqrt(correlation) * FACTOR
    width = sd * np.sqrt(1 - correlation)
    density = np.exp(-0.5 * ((THETA - centre[:, :, None]) / width) ** 2) / (width * np.sqrt(2 * np.pi))
    return np.asarray(density * trapezoid(THETA))
