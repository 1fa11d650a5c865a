"""/api/v1/search."""

from typing import get_args

import pytest

from skillprep.api.shapes.search import FoundKind
from skillprep.bank.skill import Skill
from skillprep.semantic.documents import KINDS
from skillprep.services import Services
from tests.api.caller import ApiCaller, pointers, problem


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """Which database it is makes no difference here."""
    return sqlite_url


def test_it_works(api: ApiCaller) -> None:
    found = api.get("/api/v1/search?q=fairness+audit").json
    assert found["hits"]
    assert found["total"] >= len(found["hits"])
    assert sum(found["counts"].values()) == found["total"]


def test_it_filters_and_limits(api: ApiCaller, services: Services) -> None:
    found = api.get("/api/v1/search?q=bias&kind=tool&kind=term&limit=3").json
    assert 1 <= len(found["hits"]) <= 3
    assert {hit["kind"] for hit in found["hits"]} <= {"tool", "term"}
    skill: Skill = services.bank.skills_in_order()[0]
    narrowed = api.get(f"/api/v1/search?q=bias&skill={skill.id}&level=beginner").json
    assert {(hit["skill"], hit["level"]) for hit in narrowed["hits"]} <= {(skill.id, "beginner")}


def test_it_finds_nothing_kindly(api: ApiCaller) -> None:
    assert api.get("/api/v1/search?q=%20").json["hits"] == []
    assert api.get("/api/v1/search?q=bias&skill=no-such-skill").json["total"] == 0


def test_it_rejects_wrong_queries_and_names_them(api: ApiCaller) -> None:
    for query, pointer in (
        ("", "/q"),
        ("q=", "/q"),
        (f"q={'x' * 301}", "/q"),
        ("q=x&limit=101", "/limit"),
        ("q=x&kind=person", "/kind/0"),
        ("q=x&level=expert", "/level"),
        ("q=x&page=2", "/page"),
    ):
        found = problem(api.get(f"/api/v1/search?{query}"), 422, "invalid-input")
        assert pointers(found) == [("query", pointer)]


def test_it_knows_every_kind_that_search_has() -> None:
    assert get_args(FoundKind) == KINDS
