"""Who is let in: every operation, every key that must be refused."""

from collections.abc import Callable

import pytest

from skillprep.actions.create_key import SCOPES
from skillprep.actions.revoke_key import revoke_key
from skillprep.http import Access, Who, access_of
from skillprep.services import Services
from tests.api.caller import OPERATIONS, ApiCaller, Operation, problem
from tests.conftest import Clock

every_operation = pytest.mark.parametrize("operation", OPERATIONS, ids=str)


def test_every_address_under_api_is_an_operation_or_documentation(api: ApiCaller) -> None:
    rules = [rule for rule in api.client.application.url_map.iter_rules() if rule.rule.startswith("/api")]
    operated = {(str(rule), method) for rule in rules for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}}
    documentation = {"/api/v1/docs", "/api/v1/openapi.json", "/api/v1/", "/api/v1/static/<path:filename>"}
    assert len({one for one in operated if one[0] not in documentation}) == len(OPERATIONS)


def test_every_operation_declares_the_scope_that_is_enforced(api: ApiCaller) -> None:
    app = api.client.application
    for operation in OPERATIONS:
        endpoint, _ = api.routes.match(operation.at(), operation.method)
        assert access_of(app, endpoint) == Access(Who.KEY, operation.scope)


@every_operation
def test_it_rejects_a_missing_scope(api: ApiCaller, new_key: Callable[..., str], operation: Operation) -> None:
    poor = api.with_key(new_key("Example College", [scope for scope in SCOPES if scope != operation.scope]))
    found = problem(poor.call(operation.method, operation.at()), 403, "not-allowed")
    assert operation.scope in found["detail"]


@every_operation
def test_it_rejects_callers_without_a_valid_key(
    api: ApiCaller, new_key: Callable[..., str], services: Services, clock: Clock, operation: Operation
) -> None:
    expired, revoked = new_key("Example College", valid_days=1), new_key("Example College")
    revoke_key(services, revoked.split("_")[2])
    clock.forward(days=1, seconds=1)
    for key in ("", expired, revoked, api.key[:-1] + ("A" if api.key[-1] != "A" else "B"), "sp_live_", "x" * 5000):
        response = api.with_key(key).call(operation.method, operation.at())
        problem(response, 401, "not-signed-in")
        assert response.headers["WWW-Authenticate"].startswith("Bearer")
    for header in ("Basic abc", "Bearer", f"bearer{api.key}", "Bearer \x00", "Bearer ünïcode"):
        problem(api.with_key("").get("/api/v1/skills", headers={"Authorization": header}), 401, "not-signed-in")


@pytest.mark.parametrize("operation", [one for one in OPERATIONS if "{sitting_id}" in one.path], ids=str)
def test_it_rejects_another_organisation_everywhere(
    api: ApiCaller, other: ApiCaller, place: str, operation: Operation
) -> None:
    sitting_id = place.split("/")[4]
    before = api.get(f"/api/v1/sittings/{sitting_id}").json
    body = {"json": api_example(api, operation)} if operation.takes_body else {}
    problem(other.call(operation.method, operation.at(sitting_id=sitting_id), **body), 404, "not-found")
    assert api.get(f"/api/v1/sittings/{sitting_id}").json == before


def api_example(api: ApiCaller, operation: Operation) -> object:
    """The body that the document gives as an example."""
    described = api.document["paths"][operation.path][operation.method.lower()]
    name = described["requestBody"]["content"]["application/json"]["schema"]["$ref"].split("/")[-1]
    return api.document["components"]["schemas"][name]["example"]


def test_it_never_asks_who_the_browser_is(api: ApiCaller) -> None:
    """A cookie changes nothing, and a forged form needs no token because a browser never sends the key."""
    forged = {"Cookie": "skillprep=anything", "Origin": "https://elsewhere.example"}
    problem(api.with_key("").get("/api/v1/skills", headers=forged), 401, "not-signed-in")
    body = {"skill": "safety-and-alignment", "level": "beginner"}
    assert api.post("/api/v1/sittings", json=body, headers=forged).status_code == 201
