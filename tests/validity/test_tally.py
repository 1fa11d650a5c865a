"""Columns that grow by one answer at a time."""

import numpy as np

from skillprep.scoring.values import PointState
from skillprep.validity.tally import MORE_GROUPS, MOST_GROUPS, NO_GROUP, Tally
from tests.validity.making import judged, point, tally_of


def test_an_answer_becomes_a_row_and_its_labelled_points_rows_that_know_it() -> None:
    first = judged(0.25, given=3.0, points=(point(0.9, 1), point(0.2, None)), flagged=True)
    tally = tally_of(first, judged(0.75, points=(point(0.3, 0, PointState.UNSURE),)))
    assert tally.value.tolist() == [0.25, 0.75]
    assert tally.given[0] == 3.0
    assert np.isnan(tally.given[1])
    assert tally.flagged.tolist() == [1, 0]
    assert tally.unsure.tolist() == [0.0, 1.0]
    assert (tally.probability.tolist(), tally.label.tolist(), tally.owner.tolist()) == ([0.9, 0.3], [1, 0], [0, 1])
    assert tally.decided.tolist() == [True, False]
    assert tally.states == {"covered": 1, "missed": 1, "unsure": 1}


def test_an_answer_that_cannot_be_judged_gives_no_points() -> None:
    tally = tally_of(judged(None, points=(point(0.0, 1, PointState.UNSURE),)))
    assert len(tally) == 1
    assert np.isnan(tally.value[0])
    assert len(tally.label) == 0


def test_equal_questions_have_one_number() -> None:
    tally = Tally()
    for question in ("One?", "Two?", "One?"):
        tally.add(judged(), question)
    assert tally.question.tolist() == [0, 1, 0]


def test_groups_past_the_limit_are_not_told_apart() -> None:
    tally = tally_of(judged(), *(judged(group=f"g{place}") for place in range(MOST_GROUPS + 2)), judged(group="g0"))
    assert tally.group[0] == NO_GROUP
    assert tally.group[-3:].tolist() == [MORE_GROUPS, MORE_GROUPS, 0]
    assert len(tally.groups) == MOST_GROUPS
