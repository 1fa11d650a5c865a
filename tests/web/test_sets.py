"""Sets of questions on the pages."""

import csv
import io
import json
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.web.flow import text_of

WISH = {"title": "Second interview", "questions": "4", "minutes": "40", "level": ["beginner", "intermediate"]}


def built(client: FlaskClient, **more: object) -> str:
    """Build a set and return its address."""
    response = client.post("/sets", data=WISH | more)
    assert response.status_code == 303, text_of(response)
    return response.location


def test_a_guest_builds_a_set_and_sees_the_reason_for_each_question(client: FlaskClient) -> None:
    address = built(client)
    page = client.get(address)
    assert text_of(page).count("Why it is here.") == 4
    assert "How well it measures" in text_of(page)
    assert "Second interview" in text_of(client.get("/sets"))


def test_a_stranger_sees_nothing_of_it(app: Flask, client: FlaskClient) -> None:
    address = built(client)
    stranger = app.test_client()
    assert stranger.get(address).status_code == 401
    built(stranger)
    for path in ("", "/kit", "/set.json", "/set.csv"):
        assert stranger.get(address + path).status_code == 404
    assert stranger.post(f"{address}/without", data={"question": "x"}).status_code == 404
    assert stranger.get(f"/sets/new?from={address[-32:]}").status_code == 404


def test_without_sets_the_page_says_what_one_gets(client: FlaskClient) -> None:
    assert "A set that keeps every wish" in text_of(client.get("/sets"))
    assert client.get("/sets/new?skill=responsible-deployment").status_code == 200


def test_the_form_asks_for_everything_it_shows(client: FlaskClient) -> None:
    fields = {
        "skill": ["responsible-deployment", "safety-and-alignment"],
        "count-skill-responsible-deployment": "3",
        "kind": ["technical", "case"],
        "count-kind-case": "2",
        "target": "intermediate",
        "must_have": "bias-audit-step-by-step",
        "must_not": "proxy-feature-found\nshadow-canary-instalment-plans",
        "topics": "monitoring, hiring",
        "topics_at_least": "1",
        "similarity": "0.8",
        "max_uses": "1",
        "forms": "2",
        "overlap": "1",
    }
    wishes = json.loads(client.get(built(client, **fields) + "/set.json").data)["blueprint"]
    assert wishes["skills"] == {"responsible-deployment": 3, "safety-and-alignment": "any"}
    assert wishes["kinds"] == {"technical": "any", "case": 2}
    assert (wishes["questions"], wishes["minutes"], wishes["target"]) == (4, 40, "intermediate")
    assert wishes["must_not"] == ["proxy-feature-found", "shadow-canary-instalment-plans"]
    assert wishes["topics"] == [{"tags": ["monitoring", "hiring"], "at_least": 1}]
    assert wishes["forms"] == {"count": 2, "overlap": 1}


def test_the_wishes_of_a_set_come_back_into_the_form(client: FlaskClient) -> None:
    kept = built(client, kind=["case", "technical"], **{"count-kind-case": "2"})
    page = client.get(f"/sets/new?from={kept[-32:]}").get_data(as_text=True)
    assert 'name="count-kind-case" value="2"' in page
    assert re.search(r'value="intermediate" checked', page)
    assert not re.search(r'value="advanced" checked', page)


def test_wishes_that_the_form_cannot_show_come_back_as_text(client: FlaskClient) -> None:
    text = "title: From text\nquestions: {min: 3, max: 4}\nkinds: {case: 50%, technical: any}\n"
    response = client.post("/sets", data={"blueprint": text})
    assert response.status_code == 303
    page = text_of(client.get(f"/sets/new?from={response.location[-32:]}"))
    assert 'questions: {"min": 3, "max": 4}' in page


def test_what_clashes_is_explained_and_the_offer_is_one_button_away(client: FlaskClient) -> None:
    response = client.post("/sets", data=WISH | {"minutes": "5"})
    assert response.status_code == 422
    assert "You ask for 4 questions in all and at most 5 minutes." in text_of(response)
    assert "The smallest change that works" in text_of(response)
    assert 'name="minutes" min="1" max="600" value="5"' in response.get_data(as_text=True)
    assert client.post("/sets", data={"blueprint": offer(response)}).status_code == 303


def offer(response: TestResponse) -> str:
    """The blueprint behind the button."""
    found = re.search(r'<textarea name="blueprint" hidden>(.*?)</textarea>', response.get_data(as_text=True), re.DOTALL)
    assert found
    return found[1].replace("&#34;", '"')


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"title": ""}, "Title"),
        ({"questions": "many"}, "“many” is not a whole number."),
        ({"questions": "", "minutes": ""}, "how long the set may be"),
        ({"level": ["wizard"]}, "Levels.wizard"),
        ({"skill": ["nothing-of-this-name"]}, "The bank has no skill"),
        ({"similarity": "a lot"}, "how alike"),
        ({"must_have": "no-such-question"}, "The bank has no question"),
        ({"blueprint": "title: [1"}, "Line 1"),
        ({"forms": "9"}, "less than or equal to 6"),
    ],
)
def test_it_says_what_to_change_and_keeps_the_rest(client: FlaskClient, fields: dict[str, str], words: str) -> None:
    response = client.post("/sets", data=WISH | {"title": "Kept title"} | fields)
    assert response.status_code == 422
    assert words.casefold() in text_of(response).casefold()
    assert "title" in fields or 'value="Kept title"' in response.get_data(as_text=True)


def test_a_question_can_be_left_out_with_one_button(client: FlaskClient) -> None:
    address = built(client)
    first = questions_of(client, address)[0]
    response = client.post(f"{address}/without", data={"question": first})
    assert response.status_code == 303
    assert first not in questions_of(client, response.location)
    assert len(questions_of(client, response.location)) == 4
    assert client.post(f"{address}/without", data={"question": "Not A Slug"}).status_code == 422


def questions_of(client: FlaskClient, address: str) -> list[str]:
    """The ids of the first form."""
    form = json.loads(client.get(f"{address}/set.json").data)["set"]["forms"][0]
    return [one["question_id"] for one in form["questions"]]


def test_the_kit_holds_what_an_interviewer_needs(client: FlaskClient, app: Flask) -> None:
    address = built(client, forms="2")
    page = text_of(client.get(f"{address}/kit?form=B"))
    cover = ("Form B of 2", "Candidate", "Interviewer", "Date", "Afterwards")
    sheet = ("You are testing:", "What to listen for", "Pitfalls", "If something stays open, ask", "Notes")
    assert [words for words in cover + sheet if words not in page] == []
    bank = app.extensions["skillprep"].bank
    form = json.loads(client.get(f"{address}/set.json").data)["set"]["forms"][1]
    for one in form["questions"]:
        question = bank.question(one["question_id"])
        assert " ".join(question.prompt.split()) in page
        assert question.points_at(question.level)[0].statement in page
        assert question.anchors.five in page
    assert client.get(f"{address}/kit?form=C").status_code == 404


def test_the_table_opens_in_a_spreadsheet(client: FlaskClient) -> None:
    response = client.get(built(client) + "/set.csv")
    assert response.mimetype == "text/csv"
    assert "attachment" in response.headers["Content-Disposition"]
    rows = list(csv.DictReader(io.StringIO(response.get_data().decode("utf-8-sig"))))
    assert len(rows) == 4
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())
