"""What is known of a question."""

import numpy as np
import pytest

from skillprep.adaptive.belief import (
    PARAMETERS,
    A,
    B,
    C,
    drawn_tables,
    estimates,
    grid_tables,
    likelihood_of,
    packed,
    prior_belief,
    stepped_sigma,
    tables_of,
    unpacked,
)
from skillprep.adaptive.grid import THETA
from skillprep.adaptive.response import score_tables
from skillprep.bank.vocabulary import Level
from skillprep.errors import InvalidInputError


@pytest.mark.parametrize(("level", "difficulty"), list(zip(Level, (-1.2, 0.0, 1.2), strict=True)))
def test_the_prior_of_a_question_follows_its_level(level: Level, difficulty: float) -> None:
    belief = prior_belief(level)
    (found,) = estimates(belief[None])
    assert belief.sum() == pytest.approx(1.0)
    assert (found.b, found.b_se) == pytest.approx((difficulty, 0.6), abs=0.02)
    assert float(np.exp(belief @ np.log(A))) == pytest.approx(0.86, abs=1e-6)
    assert set(C) == {0.12, 0.2, 0.32}


def test_a_belief_that_is_sure_has_the_table_of_its_parameters() -> None:
    sure = np.eye(PARAMETERS)[[100]]
    assert tables_of(sure)[0] == pytest.approx(score_tables(A[100], B[100], C[100], 0.15)[0], abs=1e-6)


def test_the_likelihood_of_an_answer_is_its_row_of_the_table() -> None:
    belief = prior_belief(Level.INTERMEDIATE)
    assert likelihood_of(belief, 7, 0.15) == pytest.approx(tables_of(belief[None])[0, 7].astype(float), abs=1e-6)


def test_an_answer_that_the_scorer_is_unsure_of_says_less() -> None:
    belief = prior_belief(Level.INTERMEDIATE)
    sure, unsure = (likelihood_of(belief, 10, sigma) for sigma in (0.05, 0.40))
    assert sure[-1] / sure[0] > unsure[-1] / unsure[0]


def test_drawn_tables_are_those_of_the_belief_on_average() -> None:
    beliefs = np.tile(prior_belief(Level.ADVANCED), (4000, 1))
    mean = drawn_tables(beliefs, np.random.default_rng(0)).mean(axis=0)
    assert np.abs(mean - tables_of(beliefs[:1])[0]).max() < 0.03


def test_deviations_are_kept_in_steps() -> None:
    assert [stepped_sigma(one) for one in (0.0, 0.149, 0.16, 9.0)] == pytest.approx([0.05, 0.15, 0.15, 0.4])
    assert grid_tables(stepped_sigma(0.149)) is grid_tables(stepped_sigma(0.16))
    with pytest.raises(InvalidInputError, match="must be a number"):
        stepped_sigma(float("nan"))


def test_a_belief_survives_storage() -> None:
    belief = prior_belief(Level.BEGINNER)
    assert unpacked(packed(belief)) == pytest.approx(belief, abs=1e-7)
    assert len(packed(belief)) == 1500


@pytest.mark.parametrize("stored", [b"", b"\0" * 1500, np.full(PARAMETERS, np.nan, "<f4").tobytes()])
def test_what_is_no_belief_is_refused(stored: bytes) -> None:
    with pytest.raises(InvalidInputError, match="fit the questions again"):
        unpacked(stored)


def test_the_grid_is_read_only() -> None:
    assert not grid_tables(0.15).flags.writeable
    assert not THETA.flags.writeable
