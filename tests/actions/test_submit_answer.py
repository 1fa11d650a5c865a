"""Handing in an answer: kept first, scored second."""

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import func, select

from skillprep.actions.save_draft import TurnPath, save_draft
from skillprep.actions.score_answer import score_answer
from skillprep.actions.score_waiting import score_waiting
from skillprep.actions.skip_question import skip_question
from skillprep.actions.submit_answer import Submission, submit_answer
from skillprep.errors import ConflictError, InvalidInputError, NotFoundError, ScorerUnavailableError
from skillprep.services import Services
from skillprep.store.queries import AnswerView, count_waiting, get_sitting
from skillprep.store.tables import Answer, ScoreRow
from tests.actions.conftest import ANSWER


def answer_of(services: Services, turn: TurnPath) -> AnswerView | None:
    with services.db.reading() as session:
        return get_sitting(session, turn.owner_id, turn.sitting_id).turn(turn.position).answer


def count(services: Services, table: type) -> int:
    with services.db.reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def waiting(services: Services) -> int:
    with services.db.reading() as session:
        return count_waiting(session)


def without_model(services: Services) -> Services:
    def refuse(*_: Any) -> Any:
        raise ScorerUnavailableError("The language model is missing.")

    return replace(services, scorer=refuse)


def test_an_answer_is_stored_and_scored(services: Services, turn: TurnPath) -> None:
    submit_answer(services, turn, Submission(ANSWER, "fairly"))
    answer = answer_of(services, turn)
    assert answer is not None
    assert (answer.text, answer.confidence) == (ANSWER, "fairly")
    assert answer.score is not None
    assert answer.score.receipt.bank_version == services.bank.version
    assert waiting(services) == 0


def test_the_same_text_twice_is_one_answer_and_another_text_is_refused(services: Services, turn: TurnPath) -> None:
    first = submit_answer(services, turn, Submission(ANSWER))
    assert submit_answer(services, turn, Submission(ANSWER)) == first
    with pytest.raises(ConflictError, match="already answered"):
        submit_answer(services, turn, Submission("Something else."))
    assert count(services, Answer) == count(services, ScoreRow) == 1


def test_two_clicks_at_once_make_one_answer(services: Services, turn: TurnPath) -> None:
    with ThreadPoolExecutor(4) as pool:
        ids = set(pool.map(lambda _: submit_answer(services, turn, Submission(ANSWER)), range(4)))
    assert len(ids) == 1
    assert count(services, Answer) == 1


@pytest.mark.parametrize("text", ["", " \n\t ", "x" * 20_001, "nul \x00", "\ud800", "\ufdfa" * 5_000])
def test_text_that_is_no_answer_is_refused_and_nothing_is_stored(services: Services, turn: TurnPath, text: str) -> None:
    save_draft(services, turn, "my draft", 0)
    with pytest.raises(InvalidInputError):
        submit_answer(services, turn, Submission(text))
    assert count(services, Answer) == 0


def test_an_unknown_confidence_is_refused(services: Services, turn: TurnPath) -> None:
    with pytest.raises(InvalidInputError, match="guess, fairly, very"):
        submit_answer(services, turn, Submission(ANSWER, "certain"))


def test_a_skipped_question_takes_no_answer(services: Services, turn: TurnPath) -> None:
    skip_question(services, turn)
    with pytest.raises(ConflictError, match="skipped"):
        submit_answer(services, turn, Submission(ANSWER))


def test_a_stranger_cannot_answer(services: Services, turn: TurnPath, stranger: str) -> None:
    with pytest.raises(NotFoundError):
        submit_answer(services, TurnPath(stranger, turn.sitting_id, 1), Submission(ANSWER))


def test_without_a_model_the_answer_is_kept_and_no_score_is_invented(services: Services, turn: TurnPath) -> None:
    submit_answer(without_model(services), turn, Submission(ANSWER))
    answer = answer_of(services, turn)
    assert answer is not None
    assert (answer.text, answer.score) == (ANSWER, None)
    assert waiting(services) == 1


def test_a_worker_scores_it_once_the_model_is_back(services: Services, turn: TurnPath, clock: Any) -> None:
    submit_answer(without_model(services), turn, Submission(ANSWER))
    clock.forward(minutes=2)
    assert score_waiting(services, limit=10) == 1
    answer = answer_of(services, turn)
    assert answer is not None
    assert answer.score is not None
    assert waiting(services) == 0


def test_a_slow_model_does_not_hold_the_candidate_up_and_its_score_still_arrives(
    services: Services, turn: TurnPath
) -> None:
    def slow(*given: Any) -> Any:
        time.sleep(0.5)
        return services.scorer(*given)

    submit_answer(replace(services, scorer=slow, score_wait_seconds=0.05), turn, Submission(ANSWER))
    early = answer_of(services, turn)
    assert early is not None
    assert early.score is None
    services.background.shutdown(wait=True)
    late = answer_of(services, turn)
    assert late is not None
    assert late.score is not None


def test_a_crash_inside_the_scorer_postpones_the_score_and_grows_the_pause(
    services: Services, turn: TurnPath, clock: Any
) -> None:
    def crash(*_: Any) -> Any:
        raise RuntimeError("out of tensors")

    broken = replace(services, scorer=crash)
    submit_answer(broken, turn, Submission(ANSWER))
    assert score_waiting(broken, 10) == 0, "not due yet"
    clock.forward(seconds=6)
    assert score_waiting(broken, 10) == 0
    clock.forward(seconds=6)
    assert score_waiting(services, 10) == 0, "the second pause is longer"
    clock.forward(seconds=6)
    assert score_waiting(services, 10) == 1


def test_two_workers_share_the_waiting_answers(services: Services, turn: TurnPath, clock: Any) -> None:
    submit_answer(without_model(services), turn, Submission(ANSWER))
    clock.forward(minutes=2)
    with ThreadPoolExecutor(2) as pool:
        done = sum(pool.map(lambda _: score_waiting(services, 10), range(2)))
    assert done == 1
    assert count(services, ScoreRow) == 1


def test_scoring_again_with_the_same_scorer_adds_no_second_row(services: Services, turn: TurnPath) -> None:
    answer_id = submit_answer(services, turn, Submission(ANSWER))
    assert score_answer(services, answer_id)
    assert count(services, ScoreRow) == 1
