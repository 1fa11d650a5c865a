"""Trying a question again."""

import pytest

from skillprep.actions.ask_next import ask_next
from skillprep.actions.finish_sitting import finish_sitting
from skillprep.actions.retry_question import retry_question
from skillprep.actions.save_draft import TurnPath
from skillprep.actions.skip_question import skip_question
from skillprep.actions.submit_answer import Submission, submit_answer
from skillprep.errors import ConflictError, NotFoundError
from skillprep.services import Services
from skillprep.store.queries import get_sitting
from tests.actions.conftest import ANSWER


def test_the_same_question_comes_again_with_the_earlier_text_to_improve(services: Services, turn: TurnPath) -> None:
    submit_answer(services, turn, Submission(ANSWER))
    position = retry_question(services, turn)
    with services.db.reading() as session:
        sitting = get_sitting(session, turn.owner_id, turn.sitting_id)
    first, second = sitting.turn(1), sitting.turn(position)
    assert (second.question_id, second.level, second.reason) == (first.question_id, first.level, "retry")
    assert (second.draft, second.answer) == (ANSWER, None)
    assert first.answer is not None


def test_a_retry_does_not_use_up_the_length_of_the_sitting(services: Services, turn: TurnPath) -> None:
    submit_answer(services, turn, Submission(ANSWER))
    again = TurnPath(turn.owner_id, turn.sitting_id, retry_question(services, turn))
    skip_question(services, again)
    for position in (3, 4):
        assert ask_next(services, turn.owner_id, turn.sitting_id) == position
        skip_question(services, TurnPath(turn.owner_id, turn.sitting_id, position))
    assert ask_next(services, turn.owner_id, turn.sitting_id) is None


def test_one_question_is_open_at_a_time(services: Services, turn: TurnPath) -> None:
    with pytest.raises(ConflictError, match="is open"):
        retry_question(services, turn)


def test_a_finished_sitting_opens_again(services: Services, turn: TurnPath) -> None:
    submit_answer(services, turn, Submission(ANSWER))
    finish_sitting(services, turn.owner_id, turn.sitting_id)
    position = retry_question(services, turn)
    assert ask_next(services, turn.owner_id, turn.sitting_id) == position


def test_a_stranger_cannot_retry(services: Services, turn: TurnPath, stranger: str) -> None:
    submit_answer(services, turn, Submission(ANSWER))
    with pytest.raises(NotFoundError):
        retry_question(services, TurnPath(stranger, turn.sitting_id, 1))
