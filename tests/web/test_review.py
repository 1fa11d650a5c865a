"""/review: what is due, and the day of the interview."""

import pytest
from flask.testing import FlaskClient

from tests.conftest import Clock
from tests.web.flow import answer, start, text_of

BESIDE = (
    "I went for a long walk along the river with my neighbour and we talked about the weather, the garden and "
    "whether the bakery would open again in spring after the works on the bridge are done."
)


@pytest.fixture
def missed(client: FlaskClient) -> None:
    """An answer that makes none of its points."""
    answer(client, start(client, length="1"), BESIDE)


def test_a_visitor_reads_what_review_is(client: FlaskClient) -> None:
    response = client.get("/review")
    assert "Nothing to review yet." in text_of(response)


def test_missed_points_wait_a_day_and_are_then_asked_again(client: FlaskClient, missed: None, clock: Clock) -> None:
    assert "Nothing is due." in text_of(client.get("/review"))
    clock.forward(days=1)
    assert "in 1 question" in text_of(client.get("/review"))
    turn = client.post("/review/start")
    assert (turn.status_code, turn.location[:10]) == (303, "/sittings/")
    assert client.get(turn.location).status_code == 200


def test_with_nothing_due_there_is_no_sitting_to_start(client: FlaskClient, missed: None) -> None:
    response = client.post("/review/start")
    assert response.status_code == 409
    assert "Nothing is due" in text_of(response)


def test_a_visitor_who_has_answered_nothing_is_not_given_a_sitting(client: FlaskClient) -> None:
    assert client.post("/review/start").status_code == 401
    assert "Nothing to review yet." in text_of(client.get("/review"))


def test_the_day_of_the_interview_is_kept_and_removed(client: FlaskClient) -> None:
    assert client.post("/review/interview", data={"day": "2026-12-12"}).status_code == 303
    page = client.get("/review")
    assert 'value="2026-12-12"' in page.text
    assert "in 21 days" in text_of(page)
    assert client.post("/review/interview", data={"remove": "yes"}).status_code == 303
    assert "Tell us the day" in text_of(client.get("/review"))


@pytest.mark.parametrize("day", ["", "tomorrow", "2026-02-30", "2020-01-01", "9999-12-31", "12.12.2026", "1" * 5000])
def test_a_day_that_cannot_be_is_refused_and_stays_in_the_field(client: FlaskClient, day: str) -> None:
    response = client.post("/review/interview", data={"day": day})
    assert response.status_code == 422
    assert f'value="{day}"' in response.text
    assert 'aria-invalid="true"' in response.text
    assert "Tell us the day" in text_of(client.get("/review"))


def test_another_visitor_sees_nothing_of_it(client: FlaskClient, missed: None, clock: Clock) -> None:
    clock.forward(days=1)
    stranger = client.application.test_client()
    assert "Nothing to review yet." in text_of(stranger.get("/review"))
