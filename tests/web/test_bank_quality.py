import json
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from skillprep.actions.calibrate import calibrate
from skillprep.bank.vocabulary import Level
from skillprep.services import Services
from tests.actions.answered import Given, Ran, add_sitting
from tests.web.flow import SKILL, text_of

OPEN = {"check": "answer-order", "subject": "a-question", "detail": "Weak above partial.", "reason": ""}
KEPT = {"check": "hard-to-read", "subject": "b-question", "detail": "Ease 12.", "reason": "It quotes the law."}


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """These pages do not depend on the kind of database."""
    return sqlite_url


def test_the_bank_is_counted_as_it_is_served(client: FlaskClient, services: Services) -> None:
    words = text_of(client.get("/about/bank"))
    assert f"{len(services.bank.ready_questions())} questions on 4 skills" in words


def test_without_a_report_it_claims_nothing(app: Flask, client: FlaskClient, tmp_path: Path) -> None:
    app.config["BANK_REPORT_FILE"] = tmp_path / "none.json"
    assert "Not yet measured" in text_of(client.get("/about/bank"))


def test_findings_are_shown_open_and_kept_and_an_old_version_is_named(
    app: Flask, client: FlaskClient, tmp_path: Path
) -> None:
    app.config["BANK_REPORT_FILE"] = file = tmp_path / "bank.json"
    file.write_text(json.dumps({"bank_version": "old", "figures": {"questions": 36}, "findings": [OPEN, KEPT]}))
    words = text_of(client.get("/about/bank"))
    assert "answer order: 1" in words
    assert "b-question : Ease 12. It quotes the law." in words
    assert "these figures are of an earlier one" in words


def test_before_the_first_fit_no_question_has_figures(client: FlaskClient) -> None:
    assert "Not yet fitted on this installation" in text_of(client.get("/about/bank"))
    assert "Not yet fitted on this installation" in text_of(client.get("/about/bank/questions"))


def test_questions_are_shown_by_counts_and_parameters_of_practice_alone(
    client: FlaskClient, services: Services
) -> None:
    often, seldom, hired = (one.id for one in services.bank.ready_questions(skill=SKILL, level=Level.INTERMEDIATE)[:3])
    for _ in range(12):
        add_sitting(services, [Given(often, 0.02)])
        add_sitting(services, [Given(hired, 0.02)], Ran(purpose="hiring"))
    add_sitting(services, [Given(seldom, 0.77)])
    for purpose in ("practice", "hiring"):
        calibrate(services, purpose)
    words = text_of(client.get("/about/bank"))
    assert "2 questions have 13 practice answers behind their difficulty, fitted on 2026-11-21" in words
    assert "1 question behaves oddly. Every question with its figures" in words
    words = text_of(client.get("/about/bank/questions"))
    assert f"{often} Harder than its level" in words
    assert f"{seldom} Intermediate 1 Too few answers to say" in words
    assert hired not in words
    assert "77 %" not in words
    assert "What they wrote" not in words
