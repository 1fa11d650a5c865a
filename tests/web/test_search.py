from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from skillprep.semantic.encoder import EncoderState
from tests.web.flow import SKILL, text_of


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """These pages do not depend on the kind of database."""
    return sqlite_url


def test_it_finds_by_word(client: FlaskClient) -> None:
    response = client.get("/search?q=pre-mortem")
    assert response.status_code == 200
    assert "/glossary#pre-mortem" in response.get_data(as_text=True)


def test_filters_narrow_and_stay_chosen(client: FlaskClient) -> None:
    page = client.get(f"/search?q=model+card&kind=project&skill={SKILL}&level=beginner").get_data(as_text=True)
    assert "/projects/" in page
    assert "/glossary#model-card" not in page
    assert 'value="project" checked' in page


def test_unknown_filters_are_dropped(client: FlaskClient) -> None:
    assert client.get("/search?q=bias&kind=elephant&skill=none&level=wizard").status_code == 200


def test_nothing_found_helps_on(client: FlaskClient) -> None:
    words = text_of(client.get("/search?q=zzzxqv&level=advanced"))
    assert "Nothing found for “zzzxqv”." in words
    assert "Search without them" in words


def test_without_a_question_it_gives_ideas(client: FlaskClient) -> None:
    assert "For example:" in text_of(client.get("/search"))


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "'; DROP TABLE turns; --", "%", "\u00e9\u4e2d\U0001f600", "[[bias]]"]
)
def test_any_text_is_only_text(client: FlaskClient, text: str) -> None:
    response = client.get("/search", query_string={"q": text})
    assert response.status_code == 200
    assert "<script>alert" not in response.get_data(as_text=True)


@pytest.mark.parametrize("text", ["x" * 301, "a\x00b", "\u202e"])
def test_what_cannot_be_searched_is_said(client: FlaskClient, text: str) -> None:
    assert client.get("/search", query_string={"q": text}).status_code == 422


def test_without_a_model_words_are_compared(without_model: Callable[[EncoderState], Flask]) -> None:
    assert without_model(EncoderState.LOADING).test_client().get("/search?q=fairness").status_code == 200
