from flask.testing import FlaskClient

from tests.web.flow import answer, start, text_of


def sitting_of(question: str) -> str:
    return question.rsplit("/questions", 1)[0]


def test_the_next_question_comes_until_the_summary(client: FlaskClient) -> None:
    question = start(client, length="3")
    for _ in range(3):
        answer(client, question)
        question = client.post(f"{sitting_of(question)}/next").location
    assert question.endswith(sitting_of(question))
    words = text_of(client.get(question))
    assert "Your sitting on Responsible deployment" in words
    assert "expected points in 3 answers" in words
    assert "Practise again" in words


def test_next_returns_to_the_question_that_is_open(client: FlaskClient, question: str) -> None:
    assert client.post(f"{sitting_of(question)}/next").location == question


def test_it_can_be_ended_early_and_drafts_stay(client: FlaskClient, question: str) -> None:
    client.post(f"{question}/draft", json={"text": "unfinished", "revision": 0})
    assert client.post(f"{sitting_of(question)}/finish").status_code == 303
    assert "Left open" in text_of(client.get(sitting_of(question)))
    assert "unfinished" in client.get(question).get_data(as_text=True)


def test_the_summary_says_what_to_work_on(client: FlaskClient, question: str) -> None:
    answer(client, question)
    words = text_of(client.get(sitting_of(question)))
    assert "What to work on" in words
    assert "Open an account" in words


def test_an_id_that_cannot_be_is_not_found(client: FlaskClient, question: str) -> None:
    for wrong in ("x", "a" * 33, "A" * 32, "%00" + "a" * 31):
        assert client.get(f"/sittings/{wrong}").status_code == 404
