"""/api/v1/question-sets."""

import pytest

from skillprep.sets.blueprint import EXAMPLE
from tests.api.caller import ApiCaller, pointers, problem

ADDRESS = "/api/v1/question-sets"
WISH = {"title": "Second interview", "questions": 4, "kinds": {"case": 2, "technical": "any"}}


def test_it_works(api: ApiCaller) -> None:
    created = api.post(ADDRESS, json=WISH)
    assert created.status_code == 201
    found = created.json
    assert found["blueprint"]["kinds"] == {"case": 2, "technical": "any"}
    questions = found["set"]["forms"][0]["questions"]
    assert [one["kind"] for one in questions].count("case") == 2
    assert all(one["reason"] for one in questions)
    assert api.get(created.headers["Location"]).json == found


def test_it_takes_the_example_of_its_own_documentation(api: ApiCaller) -> None:
    found = api.post(ADDRESS, json=EXAMPLE)
    assert found.status_code == 201
    assert [form["letter"] for form in found.json["set"]["forms"]] == ["A", "B"]


def test_it_explains_what_clashes_and_offers_what_works(api: ApiCaller) -> None:
    found = problem(api.post(ADDRESS, json=WISH | {"minutes": 5}), 422, "infeasible-blueprint")
    assert "Together they leave room for at most" in found["detail"]
    assert ("body", "/minutes") in pointers(found)
    assert found["changes"]
    assert found["nearest"] is True
    assert api.post(ADDRESS, json=found["relaxed"]).status_code == 201


@pytest.mark.parametrize(
    ("wrong", "pointer"),
    [
        ({"title": "x"}, "/title"),
        ({"questions": "many"}, "/questions"),
        ({"kinds": {"case": -1}}, "/kinds/case"),
        ({"colour": "blue"}, "/colour"),
        ({"skills": {"no-such-skill": 1}}, "/skills"),
        ({"must_have": ["no-such-question"]}, "/must_have"),
        ({"title": "half a character \ud800 here"}, "/title"),
    ],
)
def test_it_rejects_wishes_that_make_no_sense(api: ApiCaller, wrong: dict[str, object], pointer: str) -> None:
    found = problem(api.post(ADDRESS, json=WISH | wrong), 422, "invalid-input")
    assert pointers(found) == [("body", pointer)]


def test_it_rejects_another_organisation(api: ApiCaller, other: ApiCaller) -> None:
    address = api.post(ADDRESS, json=WISH).headers["Location"]
    assert problem(other.get(address), 404, "not-found")["detail"] == "There is no such set here."
