"""/api/v1/questions: everything that may be asked, and nothing that gives an answer away."""

import pytest

from skillprep.bank.question import Question
from skillprep.services import Services
from tests.api.caller import ApiCaller, pointers, problem
from tests.api.parts import as_draft

SHOWN = {"id", "version", "skill", "level", "kind", "prompt", "testing", "minutes", "tags", "hints"}


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """Which database it is makes no difference here."""
    return sqlite_url


def secrets_of(question: Question) -> list[str]:
    """What a candidate must not see before answering."""
    return [
        *(text for point in question.points for text in (point.statement, point.advice, *point.phrasings)),
        *(text for pitfall in question.pitfalls for text in (pitfall.statement, pitfall.advice)),
        *(part.text for answer in question.model_answers for part in answer.parts),
        *(question.anchors.one, question.anchors.three, question.anchors.five),
    ]


def test_it_works(api: ApiCaller, services: Services) -> None:
    listed = api.get("/api/v1/questions?limit=100").json
    assert [one["id"] for one in listed["questions"]] == [one.id for one in services.bank.ready_questions()][:100]
    assert listed["total"] == len(services.bank.ready_questions())


def test_it_never_gives_an_answer_away(api: ApiCaller, services: Services) -> None:
    for question in services.bank.ready_questions():
        response = api.get(f"/api/v1/questions/{question.id}")
        assert set(response.json) == SHOWN
        shown = "\n".join(map(str, response.json.values()))
        assert not [secret for secret in secrets_of(question) if secret in shown]


def test_it_filters(api: ApiCaller, services: Services) -> None:
    found = api.get("/api/v1/questions?skill=responsible-deployment&level=advanced").json
    assert found["total"] == len(found["questions"]) >= 3
    assert {(one["skill"], one["level"]) for one in found["questions"]} == {("responsible-deployment", "advanced")}
    kinds = {
        kind: api.get(f"/api/v1/questions?kind={kind}").json["total"] for kind in ("behavioural", "technical", "case")
    }
    assert sum(kinds.values()) == len(services.bank.ready_questions())
    assert api.get("/api/v1/questions?skill=no-such-skill").json == {"questions": [], "total": 0, "next": None}


def test_it_pages_through_everything_once(api: ApiCaller, services: Services) -> None:
    found, page = [], api.get("/api/v1/questions?limit=7")
    while True:
        found += [one["id"] for one in page.json["questions"]]
        if "Link" not in page.headers:
            break
        address, _, relation = page.headers["Link"].partition(">; ")
        assert relation == 'rel="next"'
        page = api.get(address.removeprefix("<"))
    assert page.json["next"] is None
    assert found == [one.id for one in services.bank.ready_questions()]


def test_it_rejects_a_cursor_of_another_list_or_of_a_question_that_is_gone(api: ApiCaller) -> None:
    first = api.get("/api/v1/questions?limit=1").json
    elsewhere = api.get(f"/api/v1/questions?limit=1&level=advanced&cursor={first['next']}")
    assert pointers(problem(elsewhere, 422, "invalid-input")) == [("query", "/cursor")]
    as_draft(api, "questions", first["questions"][0]["id"])
    problem(api.get(f"/api/v1/questions?limit=1&cursor={first['next']}"), 422, "invalid-input")


def test_it_rejects_unknown_questions_and_drafts(api: ApiCaller) -> None:
    problem(api.get("/api/v1/questions/no-such-question"), 404, "not-found")
    as_draft(api, "questions", "metric-met-goal-missed")
    problem(api.get("/api/v1/questions/metric-met-goal-missed"), 404, "not-found")


def test_it_rejects_wrong_filters_and_names_them(api: ApiCaller) -> None:
    for query, pointer in (("level=expert", "/level"), ("kind=riddle", "/kind"), ("limit=0", "/limit")):
        found = problem(api.get(f"/api/v1/questions?{query}"), 422, "invalid-input")
        assert pointers(found) == [("query", pointer)]
    found = problem(api.get("/api/v1/questions?levle=advanced&limit=x"), 422, "invalid-input")
    assert sorted(pointers(found)) == [("query", "/levle"), ("query", "/limit")]
