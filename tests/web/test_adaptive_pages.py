"""What candidates see of the engine: the band, why a question was chosen, time left, and a level found."""

from flask.testing import FlaskClient

from skillprep.adaptive.reasons import Motive, Relaxed, Why
from skillprep.bank.vocabulary import Level
from skillprep.web.choices import MOTIVES, RELAXED, details_of
from skillprep.web.standing import chance_of, place_of, span_of
from tests.conftest import Clock
from tests.web.flow import answer, start, text_of

AUTHORS = "No question has been calibrated on answers yet"


def sitting_of(question: str) -> str:
    return question.rsplit("/questions", 1)[0]


def test_a_result_shows_where_one_stands_and_says_what_that_rests_on(client: FlaskClient, question: str) -> None:
    words = text_of(answer(client, question))
    assert "Where you stand so far" in words
    assert "Most probably" in words
    assert "The range in which you probably are:" in words
    assert "From 1 scored answer in this sitting" in words
    assert AUTHORS in words


def test_there_is_no_band_before_an_answer(client: FlaskClient, question: str) -> None:
    assert "Where you stand" not in text_of(client.get(sitting_of(question)))


def test_a_level_is_found_and_explained(client: FlaskClient) -> None:
    question = start(client, mode="placement")
    assert "Question 1, at most 12 (adaptive)" in text_of(client.get(question))
    while "/questions/" in question:
        answer(client, question)
        question = client.post(f"{sitting_of(question)}/next").location
    words = text_of(client.get(question))
    assert "Your level" in words
    assert "It ended" in words
    assert "Which answers moved it" in words
    assert "Most probably" in text_of(client.get("/progress"))


def test_a_sitting_on_two_skills_has_two_bands(client: FlaskClient) -> None:
    question = start(client, more="safety-and-alignment")
    answer(client, question)
    words = text_of(client.get(sitting_of(question)))
    assert "Responsible deployment and Safety and alignment" in words
    assert words.count("Most probably") == 2


def test_a_timed_sitting_shows_its_time_and_ends_with_it(client: FlaskClient, clock: Clock) -> None:
    question = start(client, mode="timed", minutes="10")
    assert "10 minutes left when this page was opened." in text_of(client.get(question))
    client.post(f"{question}/draft", json={"text": "Half a sentence", "revision": 0})
    clock.forward(minutes=11)
    summary = text_of(client.get(sitting_of(question)))
    assert "It ended because the time was used." in summary
    assert "What you had written for question 1 is kept." in summary
    page = client.get(question)
    assert "The time is used. You can still hand this in." in text_of(page)
    assert "Half a sentence" in page.get_data(as_text=True)
    assert "of 100 at" in text_of(answer(client, question))
    assert "You have a sitting open" not in text_of(client.get("/practise"))


def test_minutes_must_be_a_number_within_reason(client: FlaskClient) -> None:
    for minutes in ("", "soon", "0", "241", "1.5", "9" * 40):
        wish = {"skill_id": "responsible-deployment", "level": "beginner", "length": "3", "mode": "timed"}
        response = client.post("/practise", data=wish | {"minutes": minutes})
        assert response.status_code == 422
        assert "minutes" in text_of(response)


def test_every_reason_and_every_rule_that_gave_way_has_words() -> None:
    assert {one.value for one in Motive} == set(MOTIVES)
    assert set(Relaxed) == set(RELAXED)
    why = Why(Motive.MEASURE, "ethics", 0, 0.5, 0.55, 0.9, 0.6, 2, 40, 0.1, 3, 1, tuple(Relaxed))
    words = " ".join(details_of(why))
    assert "it came number 2 of 40 questions" in words
    assert "about half of what it asks for" in words
    assert "about 33 % narrower" in words
    assert "1 question too much like an earlier one stayed out" in words


def test_a_band_is_told_in_levels_and_chances() -> None:
    assert span_of(Level.BEGINNER, Level.BEGINNER) == "within Beginner"
    assert span_of(Level.INTERMEDIATE, Level.ADVANCED) == "Intermediate or Advanced"
    assert span_of(Level.BEGINNER, Level.ADVANCED) == "any level from Beginner to Advanced"
    assert (chance_of(0.99), chance_of(0.62)) == ("more than 9 in 10", "about 6 in 10")
    assert (place_of(-9), place_of(0), place_of(9)) == (0, 0.5, 1)
