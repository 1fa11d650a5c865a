"""A recorded score, computed again and compared."""

import json
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select, update

from skillprep.actions.save_draft import TurnPath
from skillprep.actions.submit_answer import Submission, submit_answer
from skillprep.actions.verify_score import Record, exported_record, stored_record, verify_score
from skillprep.api.report import report_of
from skillprep.bank.bank import Bank
from skillprep.errors import InvalidInputError, NotFoundError, ScorerUnavailableError
from skillprep.scoring.exported import read_exported
from skillprep.scoring.replay import Outcome
from skillprep.semantic.encoder import EncoderState
from skillprep.services import Services
from skillprep.store.queries import get_sitting
from skillprep.store.tables import ScoreRow
from tests.actions.conftest import ANSWER


class FixedBank:
    """A bank that does not follow its files."""

    problems = ()

    def __init__(self, bank: Bank) -> None:
        self._bank = bank

    def current(self) -> Bank:
        return self._bank


@pytest.fixture
def answer_id(services: Services, turn: TurnPath) -> str:
    return submit_answer(services, turn, Submission(ANSWER))


def question_of(services: Services, answer_id: str) -> str:
    return stored_record(services, answer_id).score.receipt.question_id


def with_question(services: Services, question_id: str, **changes: Any) -> Services:
    bank = services.bank
    question = bank.question(question_id).model_copy(update=changes)
    edited = replace(bank, questions={**bank.questions, question_id: question}, version="edited")
    return replace(services, live_bank=FixedBank(edited))  # type: ignore[arg-type]


def report(services: Services, turn: TurnPath) -> dict[str, Any]:
    """What the API says about the turn's answer."""
    with services.db.reading() as session:
        view = get_sitting(session, turn.owner_id, turn.sitting_id).turn(turn.position)
    assert view.answer is not None
    assert view.answer.score is not None
    shape = report_of(turn.sitting_id, view, view.answer, view.answer.score, services.bank)
    found: dict[str, Any] = json.loads(shape.model_dump_json())
    return found


def verdict_on(services: Services, found: dict[str, Any]) -> Outcome:
    return verify_score(services, exported_record(read_exported(json.dumps(found)), None)).outcome


def test_a_stored_score_replays_to_every_number(services: Services, answer_id: str) -> None:
    found = verify_score(services, stored_record(services, answer_id))
    assert (found.outcome, found.differences, found.notes) == (Outcome.IDENTICAL, (), ())


def test_a_score_is_found_by_its_own_id_too(services: Services, answer_id: str) -> None:
    with services.db.reading() as session:
        score_id = session.scalar(select(ScoreRow.id))
    assert score_id is not None
    assert stored_record(services, score_id) == stored_record(services, answer_id)
    with pytest.raises(NotFoundError):
        stored_record(services, "0" * 32)


def test_a_number_changed_in_the_database_is_found(services: Services, answer_id: str) -> None:
    with services.db.writing() as session:
        score = session.scalars(select(ScoreRow.score)).one()
        session.execute(update(ScoreRow).values(score={**score, "low": 0.0123}))
    found = verify_score(services, stored_record(services, answer_id))
    assert found.outcome is Outcome.DIFFERS
    assert [one.what for one in found.differences] == ["low"]


def test_a_value_that_lists_show_but_the_score_does_not_have_is_found(services: Services, answer_id: str) -> None:
    with services.db.writing() as session:
        session.execute(update(ScoreRow).values(value=0.777))
    found = verify_score(services, stored_record(services, answer_id))
    assert (found.outcome, found.differences[0].recorded) == (Outcome.DIFFERS, 0.777)


def test_a_row_that_is_no_score_any_more_is_named(services: Services, answer_id: str) -> None:
    with services.db.writing() as session:
        score = session.scalars(select(ScoreRow.score)).one()
        session.execute(update(ScoreRow).values(score={**score, "value": 7}))
    with pytest.raises(InvalidInputError, match="value"):
        stored_record(services, answer_id)


def test_what_the_api_returned_replays_without_the_text_beside_it(
    services: Services, turn: TurnPath, answer_id: str
) -> None:
    assert verdict_on(services, report(services, turn)) is Outcome.IDENTICAL


@pytest.mark.parametrize("part", ["probability", "contribution"])
def test_a_changed_number_in_what_the_api_returned_is_found(
    services: Services, turn: TurnPath, answer_id: str, part: str
) -> None:
    found = report(services, turn)
    found["points"][0][part] = 0.4321
    assert verdict_on(services, found) is Outcome.DIFFERS


def test_a_quote_that_the_candidate_never_wrote_is_found(services: Services, turn: TurnPath) -> None:
    point = services.bank.question(turn_question(services, turn)).points[0]
    submit_answer(services, turn, Submission(f"{point.phrasings[0]} {ANSWER}"))
    found = report(services, turn)
    quoted = next(one for one in found["points"] if one["evidence"])
    quoted["evidence"]["text"] = "I would do nothing."
    assert verdict_on(services, found) is Outcome.DIFFERS


def turn_question(services: Services, turn: TurnPath) -> str:
    with services.db.reading() as session:
        return get_sitting(session, turn.owner_id, turn.sitting_id).turn(turn.position).question_id


def test_changed_thresholds_under_the_same_head_are_found(services: Services, turn: TurnPath, answer_id: str) -> None:
    found = report(services, turn)
    found["receipt"]["thresholds"]["covered"] = 0.1
    assert verdict_on(services, found) is Outcome.DIFFERS


def test_a_question_edited_under_a_new_version_cannot_be_replayed(services: Services, answer_id: str) -> None:
    edited = with_question(services, question_of(services, answer_id), version=9)
    found = verify_score(edited, stored_record(services, answer_id))
    assert found.outcome is Outcome.CANNOT_REPLAY
    assert "edited since: the receipt is of its version 1, the bank has 9" in found.reasons[-1]


def test_another_bank_with_the_same_question_replays_and_says_so(services: Services, answer_id: str) -> None:
    other = replace(services, live_bank=FixedBank(replace(services.bank, version="other")))  # type: ignore[arg-type]
    found = verify_score(other, stored_record(services, answer_id))
    assert found.outcome is Outcome.IDENTICAL
    assert "bank is at version other" in found.notes[0]


def test_a_question_edited_without_a_new_version_is_no_proof_against_the_score(
    services: Services, answer_id: str
) -> None:
    question = services.bank.question(question_of(services, answer_id))
    points = (question.points[0].model_copy(update={"statement": ANSWER, "weight": 3.0}), *question.points[1:])
    found = verify_score(with_question(services, question.id, points=points), stored_record(services, answer_id))
    assert found.outcome is Outcome.CANNOT_REPLAY
    assert "may read differently" in found.reasons[0]
    assert found.differences


def test_a_text_that_was_not_the_scored_one_is_not_scored(services: Services, answer_id: str) -> None:
    def refuse(*_: Any) -> Any:
        raise AssertionError("nothing must be scored")

    record = replace(stored_record(services, answer_id), text="Another answer.")
    found = verify_score(replace(services, scorer=refuse), record)
    assert found.outcome is Outcome.CANNOT_REPLAY
    assert "not the one that was scored" in found.reasons[0]


def test_without_a_model_nothing_is_claimed(services: Services, answer_id: str) -> None:
    class Loading:
        state = EncoderState.LOADING
        failure = ""

    record: Record = stored_record(services, answer_id)
    with pytest.raises(ScorerUnavailableError, match="loading"):
        verify_score(replace(services, encoder=Loading()), record)  # type: ignore[arg-type]
