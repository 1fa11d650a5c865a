from typing import NoReturn

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.exc import OperationalError

from skillprep.store.engine import Database
from tests.web.flow import text_of


def test_an_unknown_page_says_what_to_do(client: FlaskClient) -> None:
    response = client.get("/no/such/page")
    assert response.status_code == 404
    assert "To the front page" in text_of(response)


def test_a_wrong_method_is_said(client: FlaskClient) -> None:
    assert client.post("/skills").status_code == 405


def test_a_huge_body_is_refused_in_words(client: FlaskClient, question: str) -> None:
    response = client.post(f"{question}/answer", data={"text": "x" * 10_000_000})
    assert response.status_code == 413
    assert "20,000 characters" in text_of(response)


def test_a_mistake_of_ours_shows_no_details(app: Flask) -> None:
    def fail() -> NoReturn:
        raise RuntimeError("a secret detail")

    app.view_functions["home.show"] = fail
    fail.access = app.view_functions["skills.index"].access  # type: ignore[attr-defined]
    response = app.test_client().get("/")
    assert response.status_code == 500
    assert "secret detail" not in response.get_data(as_text=True)
    assert response.headers["X-Request-Id"] in text_of(response)


def test_a_database_that_is_away_is_a_503_with_the_text_kept(
    client: FlaskClient, question: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(_self: Database) -> NoReturn:
        raise OperationalError("SELECT secret", {}, Exception("no route to host db-7"))

    monkeypatch.setattr(Database, "writing", away)
    monkeypatch.setattr(Database, "reading", away)
    response = client.post(f"{question}/answer", data={"text": "Half an hour of work."})
    assert response.status_code == 503
    assert response.headers["Retry-After"]
    assert "Half an hour of work." in text_of(response)
    assert "db-7" not in response.get_data(as_text=True)
