"""A figure, or why there is none."""

import numpy as np
import pytest
from numpy.typing import NDArray

from skillprep.validity.measured import Sample, measured, rounds
from skillprep.validity.measures import auc, pearson

RANDOM = np.random.default_rng(5)


def sample(n: int, labels: NDArray[np.int64] | None = None, answers: int = 1000, questions: int = 1000) -> Sample:
    scores = RANDOM.random(n)
    labels = (scores + RANDOM.random(n) > 1).astype(np.int64) if labels is None else labels
    rows = np.arange(n)
    return Sample(scores, labels, rows % answers, rows % questions, "points", classes=True)


def test_a_figure_comes_with_its_interval_and_its_numbers() -> None:
    found = measured(auc, sample(60, answers=20))
    assert found.figure is not None
    assert (found.n, found.answers, found.lacking) == (60, 20, "")
    assert found.figure.low <= found.figure.value <= found.figure.high
    assert set(found.as_json()) == {"n", "answers", "value", "low", "high", "resampled"}


def test_questions_are_resampled_where_there_are_ten_and_else_answers() -> None:
    assert measured(auc, sample(60, questions=10)).resampled == "questions"
    assert measured(auc, sample(60, questions=9)).resampled == "answers"


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        (sample(9), "9 points, at least 10 are needed"),
        (sample(0), "0 points, at least 10 are needed"),
        (sample(40, answers=9), "40 points of only 9 answers, at least 10 are needed"),
        (sample(40, np.ones(40, dtype=np.int64)), "every label is 1, both 0 and 1 are needed"),
    ],
)
def test_too_little_gives_the_reason_instead_of_a_number(rows: Sample, reason: str) -> None:
    found = measured(auc, rows)
    assert (found.figure, found.lacking) == (None, reason)
    assert found.as_json()["not_enough_data"] == reason


def test_a_measure_that_the_rows_do_not_determine_gives_the_reason() -> None:
    rows = np.arange(20)
    assert measured(pearson, Sample(rows * 0.1, np.ones(20), rows, rows, "scores")).lacking == "the scores do not vary"


def test_many_rows_take_fewer_rounds_but_never_under_200() -> None:
    assert (rounds(10), rounds(40_000), rounds(10**7)) == (1_000, 500, 200)
