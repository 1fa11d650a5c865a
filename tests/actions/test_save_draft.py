"""Drafts on the server."""

import pytest

from skillprep.actions.save_draft import TurnPath, save_draft
from skillprep.actions.skip_question import skip_question
from skillprep.actions.submit_answer import Submission, submit_answer
from skillprep.errors import ConflictError, InvalidInputError, NotFoundError
from skillprep.services import Services
from skillprep.store.queries import get_sitting


def draft_of(services: Services, turn: TurnPath) -> str:
    with services.db.reading() as session:
        return get_sitting(session, turn.owner_id, turn.sitting_id).turn(turn.position).draft


def test_a_draft_is_kept_and_each_save_raises_the_revision(services: Services, turn: TurnPath) -> None:
    assert save_draft(services, turn, "one", 0).revision == 1
    assert save_draft(services, turn, "one two", 1).revision == 2
    assert draft_of(services, turn) == "one two"


def test_a_second_window_cannot_overwrite_a_newer_draft(services: Services, turn: TurnPath) -> None:
    save_draft(services, turn, "from the first window", 0)
    with pytest.raises(ConflictError, match="another window"):
        save_draft(services, turn, "from the second", 0)
    assert draft_of(services, turn) == "from the first window"


@pytest.mark.parametrize("text", ["x" * 20_001, "nul \x00", "surrogate \ud800"])
def test_text_that_cannot_be_kept_is_refused_and_the_earlier_draft_stays(
    services: Services, turn: TurnPath, text: str
) -> None:
    save_draft(services, turn, "good", 0)
    with pytest.raises(InvalidInputError):
        save_draft(services, turn, text, 1)
    assert draft_of(services, turn) == "good"


def test_answered_and_skipped_questions_take_no_draft(services: Services, turn: TurnPath) -> None:
    submit_answer(services, turn, Submission("I would ask who is affected."))
    with pytest.raises(ConflictError, match="already answered"):
        save_draft(services, turn, "late", 0)


def test_a_skipped_question_keeps_its_draft(services: Services, turn: TurnPath) -> None:
    save_draft(services, turn, "half an answer", 0)
    skip_question(services, turn)
    assert draft_of(services, turn) == "half an answer"
    with pytest.raises(ConflictError, match="skipped"):
        save_draft(services, turn, "more", 1)


def test_a_stranger_and_a_wrong_position_find_nothing(services: Services, turn: TurnPath, stranger: str) -> None:
    for path in (TurnPath(stranger, turn.sitting_id, 1), TurnPath(turn.owner_id, turn.sitting_id, 9)):
        with pytest.raises(NotFoundError):
            save_draft(services, path, "x", 0)
