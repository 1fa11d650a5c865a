"""Wishes that clash: which, why, and what would work instead."""

from typing import Any

import pytest

from skillprep.sets.assemble import Conflict, assemble
from skillprep.sets.pool import Pool, pool_of
from tests.sets.making import NAMES, blueprint, grid, item

POOL = grid(each=2)


def clash(pool: Pool = POOL, **wishes: Any) -> Conflict:
    """The conflict, which must exist, the smallest, with an offer that is known to be nearest."""
    found = assemble(blueprint(**wishes), pool)
    assert isinstance(found, Conflict)
    assert found.smallest
    assert found.nearest
    return found


def test_more_than_the_bank_has() -> None:
    wishes = {"kinds": {"case": 12}, "skills": {"alpha": "any"}, "levels": {"beginner": "any"}}
    found = clash(grid(each=7), questions=12, **wishes)
    assert found.explanation == (
        "You ask for 12 case questions, nothing but questions on Alpha and nothing but beginner questions. "
        "The bank has 7."
    )
    assert [(one.before, one.after) for one in found.changes] == [
        ("12 questions in all", "7 questions in all"),
        ("12 case questions", "7 case questions"),
    ]


def test_counts_that_do_not_add_up() -> None:
    found = clash(questions=6, levels={"beginner": 3, "advanced": 2})
    assert found.explanation.endswith("Together they leave room for at most 5 questions in all.")
    assert {one.path for one in found.wishes} == {
        ("questions",),
        ("levels", "beginner"),
        ("levels", "advanced"),
        ("only", "levels"),
    }


def test_too_little_time() -> None:
    found = clash(questions=6, minutes=10)
    assert found.explanation == (
        "You ask for 6 questions in all and at most 10 minutes. "
        "Together they leave room for at most 3 questions in all."
    )
    assert found.relaxed is not None
    assert found.relaxed.questions == blueprint(questions=6).questions
    assert found.relaxed.minutes is not None
    assert found.relaxed.minutes.high == 18


def test_too_much_time() -> None:
    found = clash(questions=2, minutes={"min": 40, "max": 60})
    assert "at least 40" not in found.explanation or "Together" in found.explanation
    assert found.relaxed is not None


def test_forms_that_would_need_more_questions_than_there_are() -> None:
    found = clash(questions=5, levels={"beginner": "any"}, kinds={"case": "any"}, forms={"count": 2})
    assert found.wishes[0].path == ("questions",)
    assert found.relaxed is not None


def test_two_wanted_questions_that_are_too_much_alike() -> None:
    pool = pool_of([item("aa"), item("bb"), item("cc"), item("dd")], {("aa", "bb"): 0.913}, NAMES)
    found = clash(pool, questions=2, must_have=["aa", "bb"], similarity_below=0.8)
    assert found.explanation == (
        "You ask for the question “aa”, the question “bb” and no two questions as alike as 0.80. "
        "No set can satisfy them together."
    )
    assert found.relaxed is not None
    assert found.relaxed.similarity_below == pytest.approx(0.92)
    assert found.relaxed.must_have == ("aa", "bb")


def test_a_question_used_too_often() -> None:
    pool = pool_of([item("aa", used=4), item("bb"), item("cc")], None, NAMES)
    found = clash(pool, questions=3, max_uses=0)
    assert "no question that you used before" in found.explanation
    assert found.relaxed is not None
    assert found.relaxed.questions != blueprint(questions=3).questions or found.relaxed.max_uses == 4


def test_topics_that_do_not_fit_give_way_as_little_as_possible() -> None:
    found = clash(questions=2, topics=[{"tags": ["bias", "drift", "hiring", "privacy"], "at_least": 3}])
    assert found.relaxed is not None
    assert found.relaxed.questions == blueprint(questions=2).questions
    assert [one.at_least for one in found.relaxed.topics] == [2]


def test_shares_that_exceed_the_whole() -> None:
    found = clash(questions=6, skills={"alpha": "80%", "beta": "80%"})
    assert {("skills", "alpha"), ("skills", "beta")} <= {one.path for one in found.wishes}
    assert found.relaxed is not None
