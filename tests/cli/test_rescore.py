"""`skillprep rescore`: stored answers scored again."""

from dataclasses import replace
from typing import NoReturn

import pytest
from click.testing import CliRunner
from flask import Flask

from skillprep.actions.save_draft import TurnPath
from skillprep.actions.start_guest import start_guest
from skillprep.actions.start_sitting import SittingWish, start_sitting
from skillprep.actions.submit_answer import Submission, submit_answer
from skillprep.bank.vocabulary import Level
from skillprep.cli import Listen, Runtime, skillprep
from skillprep.config import Settings
from skillprep.errors import NotFoundError
from skillprep.services import Services
from tests.actions.conftest import ANSWER
from tests.actions.test_rescore import with_head
from tests.cli.conftest import Run


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """Which database it is makes no difference to the command; tests/actions runs on both."""
    return sqlite_url


@pytest.fixture
def answer(services: Services) -> str:
    """An answer scored by a stricter scorer than the one of now."""
    owner = start_guest(services)
    sitting = start_sitting(services, owner, SittingWish("responsible-deployment", Level.BEGINNER, length=1))
    return submit_answer(with_head(services, "a", -2.0), TurnPath(owner, sitting, 1), Submission(ANSWER))


def test_it_shows_what_changed_and_stores_it_once(run: Run, answer: str) -> None:
    dry = run("rescore", "--dry-run")
    assert (dry.exit_code, "1 answer would get a new score." in dry.output) == (0, True)
    real = run("rescore")
    assert "1 answer got a new score." in real.output
    assert "Mean change +" in real.output
    assert "Points newly covered: " in real.output
    assert answer[:8] in real.output
    again = run("rescore")
    assert "0 answers got a new score.\n1 had theirs from an earlier run" in again.output


def test_after_it_the_answer_verifies(run: Run, answer: str) -> None:
    assert "Another head sha256" in run("verify", answer).output
    run("rescore")
    assert run("verify", answer).output == "Identical.\n"


def test_an_answer_that_fails_is_named_and_the_exit_code_says_so(
    answer: str, services: Services, settings: Settings
) -> None:
    def broken(*_: object) -> NoReturn:
        raise RuntimeError("out of tensors")

    failing = replace(services, scorer=broken)
    runtime = Runtime(
        listen=lambda: Listen("127.0.0.1", 8000, 4, 5),
        bank_dir=lambda: settings.bank_dir,
        services=lambda: failing,
        app=lambda: Flask("unused"),
        log=lambda: None,
    )
    result = CliRunner().invoke(skillprep, ["rescore"], obj=runtime)
    assert result.exit_code == 1
    assert f"Answer {answer} keeps its score: The scorer failed on it (RuntimeError)" in result.stderr


def test_an_unknown_question_and_a_strange_day_are_refused(run: Run) -> None:
    assert isinstance(run("rescore", "--question", "nothing-like-it").exception, NotFoundError)
    assert run("rescore", "--since", "yesterday").exit_code == 2
    assert run("rescore", "--limit", "0").exit_code == 2
    assert "0 answers got a new score." in run("rescore", "--since", "2026-11-20", "--limit", "5").output
