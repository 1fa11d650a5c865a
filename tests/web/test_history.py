from flask.testing import FlaskClient

from tests.web.flow import answer, start, text_of


def test_an_empty_page_says_what_to_do(client: FlaskClient) -> None:
    words = text_of(client.get("/progress"))
    assert "Nothing here yet." in words
    assert "Start practising" in words


def test_it_shows_each_skill_and_every_sitting(client: FlaskClient) -> None:
    for _ in range(2):
        answer(client, start(client, length="1"))
    page = client.get("/progress")
    assert "2 scored answers" in text_of(page)
    assert "<title id=" in page.get_data(as_text=True)
    assert page.get_data(as_text=True).count("Responsible deployment, Intermediate") == 2


def test_it_counts_one_answer_as_one(client: FlaskClient, question: str) -> None:
    answer(client, question)
    assert "1 scored answer." in text_of(client.get("/progress"))
