"""Stored answers scored again by the scorer of now."""

import datetime
import os
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import func, select

from skillprep.actions.rescore import Rescored, RescoreWish, rescore
from skillprep.actions.retry_question import retry_question
from skillprep.actions.save_draft import TurnPath
from skillprep.actions.score_answer import score_answer
from skillprep.actions.submit_answer import Submission, submit_answer
from skillprep.config import ROOT, Settings
from skillprep.errors import ScorerUnavailableError
from skillprep.factory import build_scorer
from skillprep.semantic.encoder import EncoderState
from skillprep.services import Services
from skillprep.store.queries import get_sitting
from skillprep.store.tables import Answer, ScoreRow
from tests.actions.conftest import ANSWER
from tests.actions.test_verify_score import with_question
from tests.conftest import Clock


def with_head(services: Services, name: str, intercept: float) -> Services:
    """The same service with another head, which judges more or less strictly."""

    def model() -> Any:
        found = services.scoring_model()
        head = found.head.model_copy(update={"intercept": found.head.intercept + intercept, "sha256": name * 64})
        return replace(found, head=head)

    return replace(services, scoring_model=model, scorer=build_scorer(model))


@pytest.fixture
def strict(services: Services) -> Services:
    return with_head(services, "a", -40.0)


@pytest.fixture
def answers(strict: Services, turn: TurnPath, clock: Clock) -> list[str]:
    """Five answers to one question, one a day, scored by a strict scorer."""
    found = []
    with strict.db.reading() as session:
        question_id = get_sitting(session, turn.owner_id, turn.sitting_id).turn(1).question_id
    said = " ".join(point.phrasings[0] for point in strict.bank.question(question_id).points)
    for day in range(5):
        path = TurnPath(turn.owner_id, turn.sitting_id, day + 1)
        found.append(submit_answer(strict, path, Submission(f"{said} That was day {day}.")))
        if day < 4:
            retry_question(strict, path)
        clock.forward(days=1)
    return found


def rows(services: Services) -> list[tuple[str, int]]:
    with services.db.reading() as session:
        found = session.execute(
            select(ScoreRow.answer_id, ScoreRow.number).order_by(ScoreRow.answer_id, ScoreRow.number)
        )
        return [(row.answer_id, row.number) for row in found]


def shown_value(services: Services, turn: TurnPath) -> float | None:
    with services.db.reading() as session:
        answer = get_sitting(session, turn.owner_id, turn.sitting_id).turn(1).answer
    assert answer is not None
    assert answer.score is not None
    return answer.score.value


def test_every_answer_gets_a_second_score_and_the_newest_is_shown(
    services: Services, strict: Services, turn: TurnPath, answers: list[str]
) -> None:
    before = shown_value(services, turn)
    done = rescore(services, RescoreWish())
    assert rows(services) == sorted((answer, number) for answer in answers for number in (1, 2))
    first = next(change for change in done.changes if change.answer_id == answers[0])
    assert (first.before, first.after) == (before, shown_value(services, turn))
    assert first.by is not None
    assert first.by > 0
    assert first.gained
    assert not first.lost


def test_a_second_run_changes_nothing_and_reports_the_same_changes(services: Services, answers: list[str]) -> None:
    first, second = rescore(services, RescoreWish()), rescore(services, RescoreWish())
    assert len(rows(services)) == 10
    assert (first.earlier, second.earlier) == (0, 5)
    assert sorted(second.changes, key=lambda one: one.answer_id) == sorted(first.changes, key=lambda one: one.answer_id)


def test_a_dry_run_shows_the_changes_and_stores_nothing(services: Services, answers: list[str]) -> None:
    dry = rescore(services, RescoreWish(dry_run=True))
    assert len(rows(services)) == 5
    assert dry.changes == rescore(services, RescoreWish()).changes


def test_going_back_to_an_earlier_scorer_counts_as_new_again(
    services: Services, strict: Services, turn: TurnPath, answers: list[str]
) -> None:
    before = shown_value(services, turn)
    rescore(services, RescoreWish())
    rescore(strict, RescoreWish())
    assert shown_value(services, turn) == before
    assert len(rows(services)) == 15


def test_the_newest_score_counts_even_when_the_clock_went_back(
    services: Services, turn: TurnPath, answers: list[str], clock: Clock
) -> None:
    before = shown_value(services, turn)
    clock.forward(days=-100)
    rescore(services, RescoreWish())
    assert shown_value(services, turn) != before


def test_another_bank_is_another_scorer(services: Services, answers: list[str]) -> None:
    rescore(services, RescoreWish())
    question_id = next(iter(services.bank.questions))
    assert len(rescore(with_question(services, question_id), RescoreWish()).changes) == 5
    assert len(rows(services)) == 15


def test_it_can_be_narrowed_to_a_question_a_day_and_a_number(services: Services, answers: list[str]) -> None:
    started = datetime.datetime(2026, 11, 21, tzinfo=datetime.UTC)
    assert rescore(services, RescoreWish(question_id="no-such-question")).changes == []
    late = rescore(services, RescoreWish(since=started + datetime.timedelta(days=3), dry_run=True))
    assert {change.answer_id for change in late.changes} == set(answers[3:])
    for stored in (7, 9, 10, 10):
        rescore(services, RescoreWish(limit=2))
        assert len(rows(services)) == stored


def test_progress_ends_with_everything_looked_at(services: Services, answers: list[str]) -> None:
    seen: list[tuple[int, int]] = []
    rescore(services, RescoreWish(), lambda done, total: seen.append((done, total)))
    assert seen[-1] == (5, 5)


def test_an_answer_that_cannot_be_scored_keeps_its_score_and_does_not_stop_the_others(
    services: Services, answers: list[str]
) -> None:
    def picky(question: Any, text: str, *more: Any) -> Any:
        if "day 2" in text:
            raise RuntimeError("out of tensors")
        return services.scorer(question, text, *more)

    done = rescore(replace(services, scorer=picky), RescoreWish())
    assert [answer for answer, _ in done.failures] == [answers[2]]
    assert len(rows(services)) == 9


def test_a_question_that_left_the_bank_keeps_its_answers_scores(
    services: Services, turn: TurnPath, answers: list[str]
) -> None:
    with services.db.reading() as session:
        question_id = get_sitting(session, turn.owner_id, turn.sitting_id).turn(1).question_id
    smaller = with_question(services, question_id)
    questions = {name: one for name, one in smaller.bank.questions.items() if name != question_id}
    smaller = replace(smaller, live_bank=type(smaller.live_bank)(replace(smaller.bank, questions=questions)))  # type: ignore[arg-type, call-arg]
    done = rescore(smaller, RescoreWish())
    assert (len(done.failures), done.changes) == (5, [])
    assert len(rows(services)) == 5


def test_without_a_model_nothing_is_touched(services: Services, answers: list[str]) -> None:
    class Loading:
        state = EncoderState.LOADING
        failure = ""

    with pytest.raises(ScorerUnavailableError):
        rescore(replace(services, encoder=Loading()), RescoreWish())  # type: ignore[arg-type]
    assert len(rows(services)) == 5


def test_two_runs_at_once_double_nothing(services: Services, answers: list[str]) -> None:
    outer = services.background.submit(rescore, services, RescoreWish())
    rescore(services, RescoreWish())
    outer.result(60)
    assert rows(services) == sorted((answer, number) for answer in answers for number in (1, 2))


def test_the_worker_scoring_an_answer_again_adds_no_row(services: Services, answers: list[str]) -> None:
    rescore(services, RescoreWish())
    assert score_answer(services, answers[0])
    assert len(rows(services)) == 10


KILLED = """
import os, signal, sys
from dataclasses import replace
from skillprep.actions.rescore import RescoreWish, rescore
from skillprep.config import Settings
from skillprep.factory import build_services
services = build_services(Settings.from_env())
calls = []
def clock():
    calls.append(1)
    if len(calls) == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return services.clock()
rescore(replace(services, clock=clock), RescoreWish())
"""


def test_killed_in_the_middle_and_run_again_it_doubles_nothing_and_reports_all(
    services: Services, settings: Settings, answers: list[str]
) -> None:
    environment = {
        "DATABASE_URL": settings.database_url,
        "DATA_DIR": str(settings.data_dir),
        "ENCODER": "hashing",
        "SECRET_KEY": settings.secret_key,
    }
    killed = subprocess.run([sys.executable, "-c", KILLED], cwd=ROOT, env={**os.environ, **environment}, check=False)
    assert killed.returncode == -9
    assert len(rows(services)) == 7, "two of five were committed"
    done = rescore(services, RescoreWish())
    assert rows(services) == sorted((answer, number) for answer in answers for number in (1, 2))
    assert (done.earlier, len(done.changes)) == (2, 5)


def test_figures_are_of_the_scores_that_are_numbers(services: Services, answers: list[str]) -> None:
    done = rescore(services, RescoreWish(dry_run=True))
    moves = done.moves
    assert done.mean_move == pytest.approx(sum(moves) / 5)
    assert done.noticeable_share == sum(move > 0.05 for move in moves) / 5
    largest = done.largest(2)
    assert [abs(one.by or 0) for one in largest] == sorted(map(abs, moves), reverse=True)[:2]
    assert (Rescored().mean_move, Rescored().noticeable_share, Rescored().largest(10)) == (0.0, 0.0, [])


def test_an_answer_that_waits_for_its_first_score_is_left_to_the_worker(services: Services, turn: TurnPath) -> None:
    def refuse(*_: Any) -> Any:
        raise ScorerUnavailableError("The language model is missing.")

    submit_answer(replace(services, scorer=refuse), turn, Submission(ANSWER))
    assert rescore(services, RescoreWish()).changes == []
    with services.db.reading() as session:
        assert session.scalar(select(func.count()).select_from(Answer)) == 1
    assert rows(services) == []
