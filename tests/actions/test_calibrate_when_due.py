"""Fits that a worker makes by itself."""

import pytest
from sqlalchemy import update

from skillprep.actions import calibrate_when_due as module
from skillprep.actions.calibrate import calibrate
from skillprep.actions.calibrate_when_due import calibrate_when_due
from skillprep.errors import ConflictError
from skillprep.services import Services
from skillprep.store.beliefs import last_fit
from skillprep.store.tables import ScoreRow
from tests.actions.answered import SKILL, Given, Ran, add_sitting
from tests.conftest import Clock


def answer_all(services: Services, sittings: int, questions: int, purpose: str = "practice") -> None:
    ids = [question.id for question in services.bank.ready_questions(skill=SKILL)][:questions]
    assert len(ids) == questions
    for number in range(sittings):
        add_sitting(services, [Given(one, 0.1 * (number % 11)) for one in ids], Ran(purpose=purpose))


def fitted_answers(services: Services, purpose: str = "practice") -> int:
    with services.db.reading() as session:
        return last_fit(session, purpose).answers


def test_nothing_is_fitted_before_there_are_enough_answers_and_then_it_is_once(services: Services) -> None:
    assert calibrate_when_due(services) == []
    answer_all(services, sittings=33, questions=6)
    assert calibrate_when_due(services) == []
    answer_all(services, sittings=1, questions=2)
    assert calibrate_when_due(services) == ["practice"]
    assert fitted_answers(services) == 200
    assert calibrate_when_due(services) == []


def test_answers_of_one_purpose_do_not_make_another_due(services: Services) -> None:
    answer_all(services, sittings=40, questions=5, purpose="hiring")
    assert calibrate_when_due(services) == ["hiring"]
    assert fitted_answers(services) == 0


def test_a_day_old_fit_is_made_again_with_the_few_answers_since(services: Services, clock: Clock) -> None:
    answer_all(services, sittings=2, questions=5)
    calibrate(services, "practice")
    clock.forward(hours=23)
    answer_all(services, sittings=1, questions=5)
    assert calibrate_when_due(services) == []
    clock.forward(hours=1)
    assert calibrate_when_due(services) == ["practice"]
    assert fitted_answers(services) == 15
    assert calibrate_when_due(services) == []


def test_a_fit_that_another_worker_stored_meanwhile_is_left_alone(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    def outrun(*_: object) -> None:
        raise ConflictError("Another run stored its fit at the same moment.")

    answer_all(services, sittings=40, questions=5)
    monkeypatch.setattr(module, "calibrate", outrun)
    assert calibrate_when_due(services) == []


def test_answers_that_cannot_be_fitted_are_logged_and_the_worker_goes_on(
    services: Services, caplog: pytest.LogCaptureFixture
) -> None:
    answer_all(services, sittings=40, questions=5)
    with services.db.writing() as session:
        session.execute(update(ScoreRow).values(value=7.0))
    assert calibrate_when_due(services) == []
    assert "questions_not_fitted" in caplog.messages
    assert fitted_answers(services) == 0
