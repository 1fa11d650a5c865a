"""The response model's tables."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillprep.adaptive.grid import THETA, normal_prior, trapezoid
from skillprep.adaptive.response import BINS, CENTRES, bins_of, score_tables, sigma_of_interval, sigma_of_score
from skillprep.errors import InvalidInputError

slopes, places, spreads, sigmas = st.floats(0.3, 2.5), st.floats(-3, 3), st.floats(0, 0.4), st.floats(0.05, 0.4)


def test_the_grid_has_61_points_from_minus_4_to_4() -> None:
    assert (len(THETA), THETA[0], THETA[-1]) == (61, -4.0, 4.0)
    assert trapezoid(THETA).sum() == pytest.approx(8.0)


@given(st.floats(-2, 2), st.floats(0.2, 1.5))
def test_a_prior_sums_to_one_and_is_centred(mean: float, sd: float) -> None:
    prior = normal_prior(mean, sd)
    assert prior.sum() == pytest.approx(1.0)
    assert abs(prior @ THETA - mean) < 0.25


@given(slopes, places, spreads, sigmas)
def test_scores_of_every_ability_sum_to_one(a: float, b: float, c: float, sigma: float) -> None:
    table = score_tables(a, b, c, sigma)
    assert table.shape == (1, BINS, len(THETA))
    assert np.allclose(table.sum(axis=1), 1)
    assert (table > 0).all()


@given(slopes, places, spreads, sigmas)
def test_half_the_points_are_expected_where_ability_equals_difficulty(
    a: float, b: float, c: float, sigma: float
) -> None:
    table = score_tables(a, b, c, sigma, np.array([b - 1, b, b + 1]))[0]
    low, middle, high = CENTRES @ table
    assert middle == pytest.approx(0.5, abs=1e-6)
    assert low < middle < high


def test_the_outer_bins_hold_the_tails() -> None:
    table = score_tables(1.0, 0.0, 0.2, 0.15, np.array([-4.0, 4.0]))[0]
    assert table[0, 0] > 0.5
    assert table[-1, 1] > 0.5


def test_scores_fall_into_the_nearest_bin() -> None:
    assert bins_of([0.0, 0.04, 0.06, 0.5, 0.94, 0.96, 1.0]).tolist() == [0, 0, 1, 5, 9, 10, 10]


@pytest.mark.parametrize("score", [-0.01, 1.01, float("nan")])
def test_what_is_no_score_is_refused(score: float) -> None:
    with pytest.raises(InvalidInputError, match="from 0 to 1"):
        bins_of([score])


def test_the_wider_side_of_an_interval_gives_the_deviation() -> None:
    assert sigma_of_interval(0.95, 0.7855, 1.0) == pytest.approx(0.1)
    assert sigma_of_interval(0.5, 0.5, 0.5) == 0.05
    assert sigma_of_interval(0.5, 0.0, 1.0) == pytest.approx(0.304, abs=1e-3)
    with pytest.raises(InvalidInputError, match="low <= value"):
        sigma_of_interval(0.5, 0.6, 0.7)


def test_a_score_outside_its_interval_widens_it() -> None:
    assert sigma_of_score(0.4, 0.5, 0.6) == sigma_of_interval(0.4, 0.4, 0.6)
    assert sigma_of_score(0.5, 0.4, 0.6) == sigma_of_interval(0.5, 0.4, 0.6)
