"""Posteriors of one ability."""

from itertools import pairwise
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillprep.adaptive.ability import moments, posterior_of, quantiles, summarised
from skillprep.adaptive.grid import THETA, Floats, normal_prior
from skillprep.adaptive.response import BINS, score_tables

PRIOR = normal_prior(0.0, 0.9)
TABLES = score_tables([0.6, 0.86, 1.3], [-1.2, 0.0, 1.2], [0.12, 0.2, 0.32], 0.15)
answers = st.lists(st.tuples(st.integers(0, 2), st.integers(0, BINS - 1)), max_size=12)


def posterior(given_answers: list[tuple[int, int]]) -> Floats:
    rows = [TABLES[item, score_bin] for item, score_bin in given_answers]
    return posterior_of(PRIOR, np.array(rows).reshape(-1, len(THETA)))


@given(answers)
def test_a_posterior_sums_to_one_and_its_interval_holds_the_mean(found: list[tuple[int, int]]) -> None:
    ability = summarised(posterior(found))
    assert ability.posterior.sum() == pytest.approx(1.0)
    assert ability.low < ability.mean < ability.high


@given(answers, st.randoms())
def test_the_order_of_answers_does_not_matter(found: list[tuple[int, int]], random: Random) -> None:
    other = list(found)
    random.shuffle(other)
    assert np.allclose(posterior(found), posterior(other))


@given(answers, st.integers(0, 2))
def test_a_better_score_never_lowers_the_estimate(found: list[tuple[int, int]], item: int) -> None:
    means = [float(moments(posterior([*found, (item, score_bin)]))[0]) for score_bin in range(BINS)]
    assert all(low < high + 1e-9 for low, high in pairwise(means))


@given(answers, st.integers(0, 2))
def test_an_answer_is_expected_to_make_the_estimate_more_precise(found: list[tuple[int, int]], item: int) -> None:
    before = posterior(found)
    chances = TABLES[item] @ before
    after = [float(moments(posterior([*found, (item, score_bin)]))[1]) ** 2 for score_bin in range(BINS)]
    assert chances @ np.array(after) < float(moments(before)[1]) ** 2


def test_no_answers_leave_the_prior() -> None:
    assert np.allclose(posterior([]), PRIOR)


def test_contradicting_answers_leave_a_posterior() -> None:
    sharp = score_tables([2.5, 2.5], [-3.0, 3.0], 0.0, 0.05)
    found = posterior_of(PRIOR, np.array([sharp[0, 0], sharp[1, 10]] * 6))
    assert np.isfinite(found).all()
    assert found.sum() == pytest.approx(1.0)


def test_quantiles_of_a_normal_posterior_are_those_of_the_normal_distribution() -> None:
    found = quantiles(normal_prior(0.3, 0.5), np.array([0.025, 0.5, 0.975]))
    assert found == pytest.approx([0.3 - 1.96 * 0.5, 0.3, 0.3 + 1.96 * 0.5], abs=0.01)
