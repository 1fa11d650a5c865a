"""Starting a sitting, and asking its questions."""

import pytest

from skillprep.actions.ask_next import ask_next
from skillprep.actions.finish_sitting import finish_sitting
from skillprep.actions.save_draft import TurnPath
from skillprep.actions.skip_question import skip_question
from skillprep.actions.start_sitting import SittingWish, start_sitting
from skillprep.adaptive.reasons import Motive
from skillprep.bank.vocabulary import Level
from skillprep.errors import InvalidInputError, NotFoundError
from skillprep.services import Services
from skillprep.store.queries import get_sitting

SKILL = "responsible-deployment"


def test_a_sitting_starts_with_a_question_of_the_wished_skill_and_level(services: Services, guest: str) -> None:
    sitting_id = start_sitting(services, guest, SittingWish(SKILL, Level.ADVANCED))
    with services.db.reading() as session:
        sitting = get_sitting(session, guest, sitting_id)
    question = services.bank.question(sitting.turns[0].question_id)
    assert (question.skill, question.level) == (SKILL, Level.ADVANCED)
    # One sitting in twenty, by its id, begins with what hardly anybody was asked.
    assert sitting.turns[0].reason in {Motive.MEASURE, Motive.SELDOM_ASKED}
    assert sitting.turns[0].question_version == question.version
    assert (sitting.mode, sitting.minutes, sitting.skill_ids) == ("practice", None, (SKILL,))


@pytest.mark.parametrize(
    ("wish", "error"),
    [
        (SittingWish("juggling", Level.BEGINNER), NotFoundError),
        (SittingWish(SKILL, Level.BEGINNER, length=0), InvalidInputError),
        (SittingWish(SKILL, Level.BEGINNER, length=21), InvalidInputError),
        (SittingWish(SKILL, Level.BEGINNER, purpose="fun"), InvalidInputError),
        (SittingWish(SKILL, Level.BEGINNER, candidate="a\x00b"), InvalidInputError),
        (SittingWish(SKILL, Level.BEGINNER, mode="review"), InvalidInputError),
        (SittingWish(SKILL, Level.BEGINNER, mode="placement", length=3), InvalidInputError),
        (SittingWish(SKILL, Level.BEGINNER, mode="placement", length=12, adaptive=False), InvalidInputError),
        (SittingWish(SKILL, Level.BEGINNER, mode="timed"), InvalidInputError),
        (SittingWish(SKILL, Level.BEGINNER, mode="timed", minutes=0), InvalidInputError),
        (SittingWish(SKILL, Level.BEGINNER, mode="timed", minutes=241), InvalidInputError),
        (SittingWish(SKILL, Level.BEGINNER, minutes=20), InvalidInputError),
        (SittingWish(SKILL, Level.BEGINNER, more_skill_ids=(SKILL,)), InvalidInputError),
        (SittingWish(SKILL, Level.BEGINNER, more_skill_ids=("juggling",)), InvalidInputError),
        (SittingWish(SKILL, Level.BEGINNER, more_skill_ids=tuple("abcdef")), InvalidInputError),
    ],
)
def test_a_wish_that_makes_no_sense_is_refused(
    services: Services, guest: str, wish: SittingWish, error: type[Exception]
) -> None:
    with pytest.raises(error):
        start_sitting(services, guest, wish)


def test_the_open_question_is_asked_again_until_it_is_dealt_with(services: Services, guest: str, sitting: str) -> None:
    assert ask_next(services, guest, sitting) == 1
    assert ask_next(services, guest, sitting) == 1
    skip_question(services, TurnPath(guest, sitting, 1))
    assert ask_next(services, guest, sitting) == 2


def test_a_sitting_ends_after_its_length_and_asks_nothing_twice(services: Services, guest: str, sitting: str) -> None:
    for position in (1, 2, 3):
        assert ask_next(services, guest, sitting) == position
        skip_question(services, TurnPath(guest, sitting, position))
    assert ask_next(services, guest, sitting) is None
    with services.db.reading() as session:
        found = get_sitting(session, guest, sitting)
    assert (found.finished_at, found.ended_by) == (services.clock(), "longest")
    assert len({turn.question_id for turn in found.turns}) == 3


def test_a_finished_sitting_asks_nothing_more_and_finishing_twice_keeps_the_time(
    services: Services, guest: str, sitting: str
) -> None:
    finish_sitting(services, guest, sitting)
    finish_sitting(services, guest, sitting)
    assert ask_next(services, guest, sitting) is None


def test_a_stranger_cannot_ask_or_finish(services: Services, stranger: str, sitting: str) -> None:
    for action in (ask_next, finish_sitting):
        with pytest.raises(NotFoundError):
            action(services, stranger, sitting)
