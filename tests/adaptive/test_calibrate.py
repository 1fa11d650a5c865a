"""Learning about questions from answers."""

import numpy as np
import pytest

from skillprep.adaptive.belief import A, B, prior_belief
from skillprep.adaptive.calibrate import LEAST_NEW, Responses, fit_is_due, left_out_posteriors, refitted
from skillprep.adaptive.grid import Floats, normal_prior
from skillprep.adaptive.response import score_tables
from skillprep.bank.vocabulary import Level
from skillprep.errors import InvalidInputError

PRIOR = prior_belief(Level.INTERMEDIATE)


def simulated(people: int, difficulties: Floats, seed: int = 0) -> Responses:
    """Everybody answers every item; scores come from the response model itself."""
    rng = np.random.default_rng(seed)
    theta = np.sort(rng.normal(0, 0.9, people))
    chances = score_tables(0.86, difficulties, 0.2, 0.15, theta).transpose(2, 0, 1).cumsum(axis=2)
    bins = (chances < rng.random((people, len(difficulties), 1))).sum(axis=2).clip(max=10)
    rows, items = (one.ravel() for one in np.indices(bins.shape))
    return Responses(rows, items, bins.ravel(), np.full(bins.size, 0.15), np.zeros(people))


def priors(items: int) -> Floats:
    return np.tile(PRIOR, (items, 1))


def test_poor_answers_from_able_people_make_a_question_harder() -> None:
    def difficulty(answers: int) -> float:
        people = np.repeat(np.arange(answers), 2)
        items, bins = np.tile([0, 1], answers), np.tile([2, 9], answers)
        responses = Responses(people, items, bins, np.full(len(bins), 0.15), np.full(answers, 1.0))
        return float(refitted(responses, priors(2))[0] @ B)

    found = [difficulty(answers) for answers in range(6)]
    assert found == sorted(found)
    assert found[0] == pytest.approx(0.0, abs=1e-6)
    assert found[-1] > 0.8


def test_a_fit_is_due_after_two_hundred_new_answers_and_a_tenth_of_those_it_knows() -> None:
    assert not fit_is_due(LEAST_NEW - 1, 0)
    assert fit_is_due(200, 0)
    assert fit_is_due(200, 2000)
    assert not fit_is_due(299, 3000)
    assert fit_is_due(300, 3000)


def test_many_answers_find_the_difficulties() -> None:
    truth = np.array([-1.0, -0.5, 0.0, 0.4, 0.9, 0.2, -0.3, 0.7])
    beliefs = refitted(simulated(400, truth), priors(8))
    assert float(np.sqrt(((beliefs @ B - truth) ** 2).mean())) < 0.12
    assert beliefs @ A == pytest.approx(np.full(8, 0.86), abs=0.2)


def test_the_order_of_answers_does_not_matter() -> None:
    responses = simulated(40, np.array([-0.5, 0.0, 0.5]))
    order = np.random.default_rng(1).permutation(len(responses.items))
    shuffled = Responses(
        responses.people[order], responses.items[order], responses.bins[order], responses.sigmas, responses.prior_means
    )
    assert refitted(responses, priors(3)) == pytest.approx(refitted(shuffled, priors(3)), abs=1e-9)


def test_an_item_without_answers_keeps_its_prior() -> None:
    found = refitted(simulated(20, np.array([0.5])), priors(2))
    assert np.allclose(found[1], PRIOR)
    assert not np.allclose(found[0], PRIOR)


def test_an_answer_does_not_speak_for_itself() -> None:
    responses = simulated(1, np.array([0.0, 0.0]))
    other = Responses(
        responses.people, responses.items, np.array([(responses.bins[0] + 5) % 11, responses.bins[1]]),
        responses.sigmas, responses.prior_means,
    )  # fmt: skip
    first, second = (left_out_posteriors(one, priors(2)) for one in (responses, other))
    assert np.allclose(first[0], second[0])
    assert not np.allclose(first[1], second[1])


def test_a_person_with_one_answer_is_judged_by_the_prior() -> None:
    responses = simulated(3, np.array([0.0]))
    assert np.allclose(left_out_posteriors(responses, priors(1)), normal_prior(0.0, 0.9))


def test_no_answers_change_nothing() -> None:
    nothing = np.empty(0, dtype=np.int64)
    assert np.array_equal(
        refitted(Responses(nothing, nothing, nothing, np.empty(0), np.empty(0)), priors(2)), priors(2)
    )


def test_columns_of_different_lengths_are_refused() -> None:
    one, two = np.zeros(1, dtype=np.int64), np.zeros(2, dtype=np.int64)
    with pytest.raises(InvalidInputError, match="length"):
        Responses(one, two, one, np.zeros(1), np.zeros(1))
    with pytest.raises(InvalidInputError, match="prior mean"):
        Responses(one, one, one, np.zeros(1), np.empty(0))
