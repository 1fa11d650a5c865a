import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.web.flow import answer, start, text_of

PERSON = {"email": "ada@example.org", "password": "four unrelated words"}


def test_a_guest_keeps_the_work_on_registering(client: FlaskClient, question: str) -> None:
    answer(client, question)
    assert client.post("/register", data=PERSON).status_code == 303
    assert "of 100" in text_of(client.get(question))
    assert "ada@example.org" in text_of(client.get("/account"))


def test_signing_in_elsewhere_brings_a_guests_work_along(app: Flask, client: FlaskClient) -> None:
    client.post("/register", data=PERSON)
    other = app.test_client()
    address = start(other)
    assert other.post("/login", data=PERSON).status_code == 303
    assert other.get(address).status_code == 200
    assert client.get(address).status_code == 200


def test_signing_out_closes_the_door(client: FlaskClient, question: str) -> None:
    client.post("/register", data=PERSON)
    client.post("/logout")
    assert client.get(question).status_code == 401


def test_unknown_and_wrong_look_the_same(client: FlaskClient) -> None:
    client.post("/register", data=PERSON)
    client.post("/logout")
    wrong = client.post("/login", data=PERSON | {"password": "something else entirely"})
    unknown = client.post("/login", data={"email": "nobody@example.org", "password": "something else entirely"})
    assert wrong.status_code == unknown.status_code == 401
    assert text_of(wrong) == text_of(unknown)


@pytest.mark.parametrize(
    ("email", "password", "words"),
    [
        ("not an address", PERSON["password"], "This is not an e-mail address"),
        ("ada@example.org", "short", "Use at least 10 characters"),
        ("ada@example.org", "aaaaaaaaaaaa", "too easy to guess"),
        ("ada@example.org", "a\x00" + "b" * 12, "control character"),
    ],
)
def test_registering_says_what_to_change(client: FlaskClient, email: str, password: str, words: str) -> None:
    response = client.post("/register", data={"email": email, "password": password})
    assert response.status_code == 422
    assert words in text_of(response)
    assert password not in response.get_data(as_text=True) or password == "short"


@pytest.mark.parametrize(
    "target", ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/\n/evil", ""]
)
def test_nobody_is_sent_off_the_site(client: FlaskClient, target: str) -> None:
    assert client.post("/register", data=PERSON | {"next": target}).location == "/progress"


def test_it_goes_on_where_the_visitor_was(client: FlaskClient, question: str) -> None:
    assert client.post("/register", data=PERSON | {"next": question}).location == question


def test_guessing_is_slowed_down_by_address(client: FlaskClient) -> None:
    tries = [client.post("/login", data={"email": f"{n}@example.org", "password": "x"}) for n in range(11)]
    assert tries[9].status_code == 401
    assert tries[10].status_code == 429
    assert tries[10].headers["Retry-After"]
    assert "Wait a minute" in text_of(tries[10])


def test_guessing_is_slowed_down_by_account(client: FlaskClient) -> None:
    def attempt(place: int) -> int:
        data = PERSON | {"password": "wrong wrong wrong"}
        return client.post("/login", data=data, environ_overrides={"REMOTE_ADDR": f"10.0.0.{place}"}).status_code

    statuses = [attempt(place) for place in range(11)]
    assert statuses[9] == 401
    assert statuses[10] == 429
