import pytest
from flask.testing import FlaskClient


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """These pages do not depend on the kind of database."""
    return sqlite_url


def test_the_system_decides_until_somebody_chooses(client: FlaskClient) -> None:
    page = client.get("/").get_data(as_text=True)
    assert "data-bs-theme=" not in page
    assert "prefers-color-scheme" in page


def test_a_choice_is_remembered_and_can_be_taken_back(client: FlaskClient) -> None:
    chosen = client.post("/appearance", data={"theme": "dark", "next": "/skills"})
    assert (chosen.status_code, chosen.location) == (303, "/skills")
    assert '<html lang="en-GB" data-bs-theme="dark">' in client.get("/").get_data(as_text=True)
    client.post("/appearance", data={"theme": ""})
    assert "data-bs-theme=" not in client.get("/").get_data(as_text=True)


def test_a_foreign_value_or_address_is_not_taken(client: FlaskClient) -> None:
    assert client.post("/appearance", data={"theme": '"><script>', "next": "//evil.example"}).location == "/"
    client.set_cookie("theme", '"><script>')
    assert '"><script>' not in client.get("/").get_data(as_text=True)
