from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from skillprep.semantic.encoder import EncoderState
from tests.web.flow import ANSWER, answer, start, text_of


def test_an_answer_leads_to_its_evidence(client: FlaskClient, question: str) -> None:
    page = answer(client, question, confidence="fairly")
    assert page.status_code == 200
    assert "of 100 at Intermediate" in text_of(page)
    assert "Scored by software, not by a person." in text_of(page)
    assert "Before the score you said: fairly sure." in text_of(page)


def test_sending_the_same_answer_twice_changes_nothing(client: FlaskClient, question: str) -> None:
    answer(client, question)
    assert client.post(f"{question}/answer", data={"text": ANSWER}).status_code == 303


def test_a_second_different_answer_is_a_conflict_and_comes_back(client: FlaskClient, question: str) -> None:
    answer(client, question)
    response = client.post(f"{question}/answer", data={"text": "Another text <b>of mine</b>."})
    assert response.status_code == 409
    assert "Another text &lt;b&gt;of mine&lt;/b&gt;." in response.get_data(as_text=True)


@pytest.mark.parametrize(
    "text", ["", "  \n ", "NUL \x00 inside", "override \u202e here", "\ufdfa" * 3000, "x" * 20_001]
)
def test_what_cannot_be_taken_comes_back_in_the_form(client: FlaskClient, question: str, text: str) -> None:
    response = client.post(f"{question}/answer", data={"text": text})
    assert response.status_code == 422
    assert 'role="alert"' in response.get_data(as_text=True)
    assert "Submit answer" in text_of(response)


def test_markup_in_an_answer_is_text(client: FlaskClient, question: str) -> None:
    page = answer(client, question, f"<script>alert(1)</script> {ANSWER}").get_data(as_text=True)
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_a_first_blank_line_of_a_draft_survives_the_form(client: FlaskClient, question: str) -> None:
    client.post(f"{question}/draft", json={"text": "\nSecond line", "revision": 0})
    assert ">\n\nSecond line</textarea>" in client.get(question).get_data(as_text=True)


def test_a_question_can_be_skipped_and_answered_after_all(client: FlaskClient, question: str) -> None:
    skipped = client.get(client.post(f"{question}/skip").location)
    assert "You skipped this question." in text_of(skipped)
    again = client.post(f"{question}/retry")
    assert again.status_code == 303
    assert "The same question again." in text_of(client.get(again.location))


def test_improving_starts_with_the_earlier_text(client: FlaskClient, question: str) -> None:
    answer(client, question)
    again = client.post(f"{question}/retry").location
    assert ANSWER in client.get(again).get_data(as_text=True).replace("&#39;", "'")
    page = answer(client, again, f"{ANSWER} Finally I document what remains and who approved it.")
    assert "Attempt 2 of 2" in text_of(page)


@pytest.mark.parametrize("state", [EncoderState.LOADING, EncoderState.FAILED])
def test_without_a_model_the_answer_is_saved_and_nothing_is_invented(
    without_model: Callable[[EncoderState], Flask], state: EncoderState
) -> None:
    client = without_model(state).test_client()
    page = answer(client, start(client))
    words = text_of(page)
    assert "Your answer is saved." in words
    assert "of 100" not in words
    assert ("out of order" in words) == (state is EncoderState.FAILED)


@pytest.mark.parametrize("place", ["0", "01", "99999", "-1", "9" * 5000, "x"])
def test_a_place_that_cannot_be_is_not_found(client: FlaskClient, question: str, place: str) -> None:
    assert client.get(f"{question.rsplit('/', 1)[0]}/{place}").status_code == 404


def test_somebody_elses_sitting_is_not_there(app: Flask, question: str) -> None:
    stranger = app.test_client()
    start(stranger)
    sitting = question.rsplit("/questions", 1)[0]
    assert stranger.get(question).status_code == 404
    assert stranger.get(sitting).status_code == 404
    assert stranger.get(f"{question}/status").status_code == 404
    assert stranger.get(f"{question}/receipt.json").status_code == 404
    for verb in ("answer", "skip", "retry", "draft"):
        assert stranger.post(f"{question}/{verb}", data={"text": "x", "revision": "0"}).status_code == 404
    for verb in ("next", "finish"):
        assert stranger.post(f"{sitting}/{verb}").status_code == 404


def test_without_any_cookie_one_is_asked_to_sign_in_and_keeps_the_text(app: Flask, question: str) -> None:
    response = app.test_client().post(f"{question}/answer", data={"text": "Half an hour of work."})
    assert response.status_code == 401
    assert "Half an hour of work." in text_of(response)
    assert "Sign in" in text_of(response)
