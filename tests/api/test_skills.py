"""/api/v1/skills."""

import pytest

from skillprep.services import Services
from tests.api.caller import ApiCaller, problem
from tests.api.parts import as_draft


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """Which database it is makes no difference here."""
    return sqlite_url


def test_it_works(api: ApiCaller, services: Services) -> None:
    listed = api.get("/api/v1/skills").json["skills"]
    assert [one["id"] for one in listed] == [skill.id for skill in services.bank.skills_in_order()]
    assert all(min(one["questions"].values()) >= 1 for one in listed)


def test_it_shows_every_guide_without_glossary_brackets(api: ApiCaller, services: Services) -> None:
    for skill in services.bank.skills_in_order():
        response = api.get(f"/api/v1/skills/{skill.id}")
        assert response.status_code == 200
        assert "[[" not in response.text
        assert len(response.json["levels"]) == 3


def test_it_rejects_unknown_skills(api: ApiCaller) -> None:
    for unknown in ("no-such-skill", "x", "Upper", "a" * 61, "%00", "safety-and-alignment%0A", "..%2F..%2Fetc"):
        problem(api.get(f"/api/v1/skills/{unknown}"), 404, "not-found")


def test_it_hides_what_is_not_ready(api: ApiCaller) -> None:
    as_draft(api, "skills", "safety-and-alignment")
    problem(api.get("/api/v1/skills/safety-and-alignment"), 404, "not-found")
    assert "safety-and-alignment" not in [one["id"] for one in api.get("/api/v1/skills").json["skills"]]
