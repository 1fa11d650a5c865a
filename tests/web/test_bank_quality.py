import json
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from skillprep.services import Services
from tests.web.flow import text_of

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
