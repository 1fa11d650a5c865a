import pytest
from flask.testing import FlaskClient

from skillprep.services import Services
from tests.web.flow import start, text_of


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """These pages do not depend on the kind of database."""
    return sqlite_url


def test_the_front_page_has_one_way_in_and_every_skill(client: FlaskClient, services: Services) -> None:
    response = client.get("/")
    assert response.status_code == 200
    assert "Start practising" in text_of(response)
    assert all(skill.title in text_of(response) for skill in services.bank.skills_in_order())


def test_a_returning_visitor_is_offered_the_open_sitting(client: FlaskClient) -> None:
    address = start(client)
    response = client.get("/")
    assert "Go on where you stopped" in text_of(response)
    assert address.rsplit("/questions", 1)[0] in response.get_data(as_text=True)


def test_a_visit_alone_stores_nothing(client: FlaskClient, services: Services) -> None:
    client.get("/")
    with client.session_transaction() as session:
        assert "owner" not in session
