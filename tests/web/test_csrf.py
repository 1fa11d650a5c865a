import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.web.flow import text_of


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """These pages do not depend on the kind of database."""
    return sqlite_url


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    app.config["WTF_CSRF_ENABLED"] = True
    return app.test_client()


def test_no_form_is_taken_without_its_token(app: Flask, client: FlaskClient) -> None:
    for rule in app.url_map.iter_rules():
        if "POST" in (rule.methods or ()) and not rule.rule.startswith("/api/"):
            values = {"sitting_id": "0" * 32, "set_id": "0" * 32, "position": 1}
            with app.test_request_context():
                address = app.url_for(rule.endpoint, **{name: values[name] for name in rule.arguments})
            assert client.post(address, data={"text": "x"}).status_code in (400, 401), address


def test_the_text_of_a_form_that_is_out_of_date_is_given_back(client: FlaskClient) -> None:
    response = client.post("/practise", data={"text": "Half an hour of work."})
    assert response.status_code == 400
    assert "Half an hour of work." in text_of(response)
    assert "Reload it and send it again." in text_of(response)
