"""The reading pages: skills, questions, projects, tools, glossary and careers."""

import re

import pytest
from flask.testing import FlaskClient

from skillprep.services import Services
from tests.web.flow import text_of


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """These pages do not depend on the kind of database."""
    return sqlite_url


def test_every_guide_shows_every_field(client: FlaskClient, services: Services) -> None:
    for skill in services.bank.skills_in_order():
        words = text_of(client.get(f"/skills/{skill.id}"))
        assert skill.title in words
        assert all(figure.value in words for figure in skill.statistics)
        assert all(level.mistake.title in words for level in skill.levels)
        assert all(project.title in words for project in services.bank.projects_of(skill.id))
        assert all(question.prompt in words for question in services.bank.ready_questions(skill=skill.id))
        assert "[[" not in words


def test_a_question_is_shown_without_its_answer(client: FlaskClient, services: Services) -> None:
    for question in services.bank.ready_questions():
        words = text_of(client.get(f"/questions/{question.id}"))
        assert question.prompt in words
        assert not any(point.statement in words for point in question.points)


def test_every_project_tool_and_career_has_its_page(client: FlaskClient, services: Services) -> None:
    bank = services.bank
    pages = [(f"/projects/{one.id}", one.title) for one in bank.ready_projects()]
    pages += [(f"/tools/{one.id}", one.name) for one in bank.tools_in_order()]
    pages += [(f"/careers/{one.id}", one.title) for one in bank.ready_careers()]
    for address, title in pages:
        words = text_of(client.get(address))
        assert title in words
        assert "[[" not in words


def test_the_glossary_has_every_term_at_its_anchor(client: FlaskClient, services: Services) -> None:
    page = client.get("/glossary").get_data(as_text=True)
    assert all(f'id="{term.id}"' in page for term in services.bank.terms_in_order())


@pytest.mark.parametrize("address", ["/skills", "/projects", "/tools", "/glossary", "/careers", "/about/scoring"])
def test_lists_are_there(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("kind", ["skills", "questions", "projects", "tools", "careers"])
def test_what_is_not_there_is_not_found(client: FlaskClient, kind: str) -> None:
    assert client.get(f"/{kind}/nothing-of-this-name").status_code == 404
    assert client.get(f"/{kind}/%00").status_code == 404


def test_no_link_of_the_site_is_dead(client: FlaskClient) -> None:
    seen: set[str] = set()
    left = {"/"}
    while left:
        address = left.pop()
        seen.add(address)
        with client.get(address) as response:
            assert response.status_code == 200, address
            if response.mimetype == "text/html":
                found = set(re.findall(r'(?:href|src)="(/[^"#?]*)', response.get_data(as_text=True)))
                left |= found - seen


def test_each_step_of_a_project_says_what_its_write_up_should_show(client: FlaskClient, services: Services) -> None:
    project = services.bank.project("loan-model-card-audit")
    words = text_of(client.get(f"/projects/{project.id}"))
    assert all(point.statement in words for step in project.steps for point in step.rubric)
    assert all(step.rubric for one in services.bank.ready_projects() for step in one.steps)
