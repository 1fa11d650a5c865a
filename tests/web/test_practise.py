import pytest
from flask.testing import FlaskClient

from tests.web.flow import SKILL, start, text_of


def test_it_starts_a_sitting_for_a_guest(client: FlaskClient) -> None:
    address = start(client)
    page = client.get(address)
    assert page.status_code == 200
    assert "Question 1 of 3 (adaptive)" in text_of(page)
    assert "Chosen because your answer to it should say most about where you stand." in text_of(page)
    assert "Why this question" in text_of(page)


def test_without_adaptive_the_level_is_fixed(client: FlaskClient) -> None:
    assert "You asked to stay at this level." in text_of(client.get(start(client, adaptive="")))


def test_a_link_from_a_guide_fills_the_form_in(client: FlaskClient) -> None:
    page = client.get(f"/practise?skill_id={SKILL}&level=advanced").get_data(as_text=True)
    assert 'value="advanced" required checked' in page
    assert f'value="{SKILL}" required checked' in page


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("skill_id", "", "Choose a skill."),
        ("skill_id", "nothing-of-this-name", "There is no skill"),
        ("level", "wizard", "Choose a level."),
        ("length", "999", "Choose how many questions."),
        ("length", "-1", "Choose how many questions."),
    ],
)
def test_it_says_what_to_change_and_keeps_the_rest(client: FlaskClient, field: str, value: str, words: str) -> None:
    fields = {"skill_id": SKILL, "level": "advanced", "length": "5", field: value}
    response = client.post("/practise", data=fields)
    assert response.status_code == 422
    assert words in text_of(response)
    if field != "length":
        assert 'name="length" value="5" checked' in response.get_data(as_text=True)
