"""Misfit and drift."""

from dataclasses import replace

import numpy as np
import pytest

from skillprep.adaptive.calibrate import Responses, refitted
from skillprep.adaptive.drift import drifts, half_of, misfits, residuals
from tests.adaptive.test_calibrate import priors, simulated

TRUTH = np.array([-0.6, -0.2, 0.0, 0.3, 0.6, 0.1])
RESPONSES = simulated(200, TRUTH)
BELIEFS = refitted(RESPONSES, priors(6))


def test_residuals_of_the_model_itself_are_standard() -> None:
    found = residuals(RESPONSES, BELIEFS)
    assert found.mean() == pytest.approx(0.0, abs=0.1)
    assert found.std() == pytest.approx(1.0, abs=0.1)
    assert not any(one.flagged for one in misfits(found, RESPONSES.items, 6))


def test_a_question_that_is_scored_at_random_misfits() -> None:
    rng = np.random.default_rng(3)
    wild = np.where(RESPONSES.items == 2, rng.choice([0, 10], len(RESPONSES.items)), RESPONSES.bins)
    found = misfits(residuals(replace(RESPONSES, bins=wild), BELIEFS), RESPONSES.items, 6)
    assert found[2].flagged
    assert found[2].outfit > 1.5


def test_an_item_without_answers_does_not_misfit() -> None:
    found = misfits(np.ones(3), np.zeros(3, dtype=np.int64), 2)
    assert (found[1].n, found[1].outfit, found[1].flagged) == (0, 1.0, False)


def shuffled_people(seed: int) -> Responses:
    """The same answers with people in no order of ability, so that early and late differ in nothing."""
    order = np.random.default_rng(seed).permutation(200)
    rows = np.concatenate([np.flatnonzero(RESPONSES.people == person) for person in order])
    return replace(RESPONSES, people=RESPONSES.people[rows], items=RESPONSES.items[rows], bins=RESPONSES.bins[rows])


def test_a_steady_bank_does_not_drift() -> None:
    assert not any(one.flagged for one in drifts(shuffled_people(0), BELIEFS))


def test_a_question_whose_answer_got_around_drifts() -> None:
    responses = shuffled_people(0)
    late = half_of(responses.items) == 1
    leaked = np.where((responses.items == 4) & late, np.minimum(responses.bins + 4, 10), responses.bins)
    found = drifts(replace(responses, bins=leaked), BELIEFS)
    assert [row for row, one in enumerate(found) if one.flagged] == [4]
    assert (found[4].shift or 0) < -0.4


def test_few_answers_say_nothing_about_drift() -> None:
    few = simulated(30, TRUTH)
    assert {(one.shift, one.se, one.flagged) for one in drifts(few, BELIEFS)} == {(None, None, False)}


def test_each_items_answers_are_halved_in_their_order() -> None:
    assert half_of(np.array([0, 1, 0, 1, 0, 0, 1])).tolist() == [0, 0, 0, 0, 1, 1, 1]
