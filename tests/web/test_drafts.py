from flask import Flask
from flask.testing import FlaskClient

from tests.web.flow import answer


def test_a_draft_is_kept_and_shown_again(client: FlaskClient, question: str) -> None:
    response = client.post(f"{question}/draft", json={"text": "Half a thought", "revision": 0})
    assert response.status_code == 200
    assert response.json is not None
    assert response.json["revision"] == 1
    assert "Half a thought</textarea>" in client.get(question).get_data(as_text=True)


def test_an_older_version_does_not_overwrite_a_newer_one(client: FlaskClient, question: str) -> None:
    client.post(f"{question}/draft", json={"text": "from one window", "revision": 0})
    response = client.post(f"{question}/draft", json={"text": "from another", "revision": 0})
    assert response.status_code == 409
    assert response.json is not None
    assert "another window" in response.json["error"]
    found = client.get(f"{question}/status").json
    assert found is not None
    assert (found["state"], found["draft"], found["revision"]) == ("open", "from one window", 1)


def test_without_a_script_the_button_saves(client: FlaskClient, question: str) -> None:
    response = client.post(f"{question}/draft", data={"text": "by hand", "revision": "0"})
    assert response.status_code == 303
    assert "by hand</textarea>" in client.get(response.location).get_data(as_text=True)


def test_it_refuses_what_is_not_a_draft(client: FlaskClient, question: str) -> None:
    for body in (
        [],
        {"text": 5, "revision": 0},
        {"text": "x"},
        {"text": "x", "revision": "²"},
        "text",
        None,
        {"text": "a\x00", "revision": 0},
    ):
        assert client.post(f"{question}/draft", json=body).status_code == 422
    broken = client.post(f"{question}/draft", data=b"{", content_type="application/json")
    assert broken.status_code == 400
    assert broken.json == {"error": "Go back, reload the page and try again."}


def test_the_status_follows_the_question(client: FlaskClient, question: str) -> None:
    answer(client, question)
    found = client.get(f"{question}/status").json
    assert found is not None
    assert found["state"] == "scored"


def test_signed_out_in_the_middle_it_says_so_as_json(app: Flask, question: str) -> None:
    response = app.test_client().post(f"{question}/draft", json={"text": "still typing", "revision": 0})
    assert response.status_code == 401
    assert response.json is not None
    assert "Sign in again" in response.json["error"]
