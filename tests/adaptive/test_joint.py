"""Several skills at once, beside brute force over the joint normal prior."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillprep.adaptive.ability import moments
from skillprep.adaptive.grid import THETA, Floats, trapezoid
from skillprep.adaptive.joint import joint_posteriors
from skillprep.adaptive.response import score_tables
from skillprep.errors import InvalidInputError

TABLE = score_tables(0.86, 0.0, 0.2, 0.15)[0]


def brute_force(means: Floats, likelihoods: Floats, correlation: float) -> Floats:
    """Posteriors from the whole grid of abilities, small as it must be."""
    skills = len(means)
    covariance = 0.81 * (np.full((skills, skills), correlation) + (1 - correlation) * np.eye(skills))
    places = np.array(list(itertools.product(THETA, repeat=skills))) - means
    density = np.exp(-0.5 * np.einsum("ni,ij,nj->n", places, np.linalg.inv(covariance), places))
    density *= np.array(list(itertools.product(trapezoid(THETA), repeat=skills))).prod(axis=1)
    joint = density.reshape((len(THETA),) * skills)
    for skill, likelihood in enumerate(likelihoods):
        joint = joint * likelihood.reshape([-1 if axis == skill else 1 for axis in range(skills)])
    sums = [joint.sum(axis=tuple(set(range(skills)) - {skill})) for skill in range(skills)]
    return np.array([one / one.sum() for one in sums])


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.integers(0, 10), max_size=6),
    st.lists(st.integers(0, 10), max_size=6),
    st.floats(0, 0.8),
    st.floats(-0.75, 0.75),
)
def test_two_skills_agree_with_brute_force(
    first: list[int], second: list[int], correlation: float, mean: float
) -> None:
    means = np.array([mean, -mean])
    likelihoods = np.array([np.prod(TABLE[bins], axis=0) for bins in (first, second)])
    found, wanted = joint_posteriors(means, likelihoods, correlation), brute_force(means, likelihoods, correlation)
    # The tails of the common factor beyond its grid are what is left of a difference.
    assert np.abs(np.array(moments(found)) - np.array(moments(wanted))).max() < 1e-3


def test_three_skills_in_the_middle_of_the_grid_agree_to_six_digits() -> None:
    likelihoods = np.array([np.prod(TABLE[bins], axis=0) for bins in ([5, 6, 4, 5], [7, 5], [5, 5, 4])])
    means = np.zeros(3)
    found, wanted = joint_posteriors(means, likelihoods), brute_force(means, likelihoods, 0.6)
    assert np.abs(np.array(moments(found)) - np.array(moments(wanted))).max() < 1e-5


def test_a_good_answer_in_one_skill_raises_the_others_and_narrows_them() -> None:
    likelihoods = np.array([TABLE[10], np.ones(len(THETA))])
    mean, se = moments(joint_posteriors(np.zeros(2), likelihoods))
    assert 0 < mean[1] < mean[0]
    assert se[0] < se[1] < 0.9


def test_skills_without_correlation_stay_apart() -> None:
    likelihoods = np.array([TABLE[10], np.ones(len(THETA))])
    mean, _ = moments(joint_posteriors(np.zeros(2), likelihoods, 0.0))
    assert mean[1] == pytest.approx(0.0, abs=1e-9)


def test_an_impossible_correlation_is_refused() -> None:
    with pytest.raises(InvalidInputError, match="correlation"):
        joint_posteriors(np.zeros(2), np.ones((2, len(THETA))), 1.0)
