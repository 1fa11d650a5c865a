"""When something fails: a problem under /api/, a page elsewhere, and no internals in either."""

import logging
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from skillprep.api import resource
from skillprep.errors import TooManyAttemptsError
from skillprep.services import Services
from tests.api.caller import OPERATIONS, ApiCaller, Operation, problem
from tests.api.parts import FailingBank, change_services


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """Which database it is makes no difference here."""
    return sqlite_url


class BrokenDatabase:
    """A database that does not answer."""

    @contextmanager
    def reading(self) -> Any:
        raise OperationalError("SELECT secret_sha256", {"answer": "private words"}, Exception("disk I/O error"))
        yield

    writing = reading


@pytest.mark.parametrize("operation", OPERATIONS, ids=str)
def test_a_database_that_does_not_answer(api: ApiCaller, operation: Operation) -> None:
    change_services(api, db=BrokenDatabase())
    response = api.call(operation.method, operation.at())
    problem(response, 503, "unavailable")
    assert int(response.headers["Retry-After"]) >= 1
    assert "secret" not in response.text
    assert "disk" not in response.text


def test_a_mistake_of_ours(api: ApiCaller, caplog: pytest.LogCaptureFixture) -> None:
    change_services(api, live_bank=FailingBank(KeyError("internal detail")))
    with caplog.at_level(logging.ERROR, "skillprep"):
        response = api.get("/api/v1/skills")
    found = problem(response, 500, "internal")
    assert "internal detail" not in response.text
    logged = [record for record in caplog.records if record.name == "skillprep.api.problem"]
    assert [record.__dict__["request_id"] for record in logged] == [found["request_id"]]
    assert logged[0].exc_info


def test_what_people_wrote_stays_out_of_the_log(
    api: ApiCaller, place: str, services: Services, caplog: pytest.LogCaptureFixture
) -> None:
    with services.db.engine.begin() as connection:
        connection.exec_driver_sql("CREATE TRIGGER no BEFORE UPDATE ON turns BEGIN SELECT RAISE(ABORT, 'no'); END")
    response = api.put(f"{place}/draft", json={"text": "private words", "revision": 0})
    problem(response, 500, "internal")
    assert "UPDATE turns" in caplog.text
    assert "private words" not in caplog.text


def test_too_many_requests(api: ApiCaller, other: ApiCaller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resource, "RATE", "2 per minute")
    assert api.get("/api/v1/skills").headers["RateLimit-Remaining"] == "1"
    assert api.get("/api/v1/questions").headers["RateLimit-Remaining"] == "0"
    response = api.get("/api/v1/sittings")
    problem(response, 429, "too-many-requests")
    assert 1 <= int(response.headers["Retry-After"]) <= 60
    assert other.get("/api/v1/sittings").status_code == 200


def test_too_many_attempts(api: ApiCaller) -> None:
    change_services(api, live_bank=FailingBank(TooManyAttemptsError("Wait a little.", retry_after_seconds=17)))
    response = api.get("/api/v1/skills")
    assert problem(response, 429, "too-many-requests")["detail"] == "Wait a little."
    assert response.headers["Retry-After"] == "17"


def test_addresses_and_methods_that_are_not_there(api: ApiCaller) -> None:
    for address in ("/api/", "/api/v1/nothing", "/api/v2/skills", "/api/v1/skills/x/y", "/api/v1/%00", "/api/v1/%FF"):
        problem(api.get(address), 404, "not-found")
    for method, address in (("DELETE", "/api/v1/skills"), ("PATCH", "/api/v1/sittings"), ("TRACE", "/api/v1/search")):
        response = api.call(method, address)
        problem(response, 405, "method-not-allowed")
        assert "GET" in response.headers["Allow"]


def test_pages_keep_their_own_errors(api: ApiCaller) -> None:
    for address in ("/no-such-page", "/api", "/apiary"):
        page = api.client.get(address)
        assert page.status_code == 404
        assert page.mimetype == "text/html"
