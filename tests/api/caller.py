"""A program that calls the API and holds every response against the OpenAPI document."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from flask.testing import FlaskClient
from jsonschema import Draft202012Validator
from werkzeug.routing import MapAdapter
from werkzeug.test import TestResponse

from skillprep.api import RESOURCES

PLACEHOLDERS = {
    "skill_id": "safety-and-alignment",
    "question_id": "metric-met-goal-missed",
    "sitting_id": "0" * 32,
    "set_id": "0" * 32,
    "position": "1",
}
JSON_TYPES = ("application/json", "application/problem+json")


@dataclass(frozen=True)
class Operation:
    """One operation of the API with its place in the document."""

    method: str
    path: str
    scope: str
    takes_body: bool
    parameters: tuple[str, ...]

    def at(self, **parts: object) -> str:
        """Its address; parts that are not given name things that do not exist, or the bank's."""
        return self.path.format(**{**PLACEHOLDERS, **parts})

    def beside(self, place: str) -> str:
        """Its address in the sitting that the place, an address too, lies in."""
        return self.at(sitting_id=place.split("/")[4])

    def __str__(self) -> str:
        return f"{self.method} {self.path.removeprefix('/api/v1')}"


def operations() -> Iterator[Operation]:
    """Every operation there is: a new one is covered by the tests that walk over them without being named there."""
    for resource in RESOURCES:
        for path, item in resource.paths.items():
            for method in ("get", "post", "put", "patch", "delete"):
                if one := getattr(item, method):
                    queries = tuple(p.name for p in one.parameters or () if p.param_in == "query")
                    scope = one.security[0]["key"][0]
                    yield Operation(method.upper(), path, scope, one.requestBody is not None, queries)


OPERATIONS = tuple(operations())


@dataclass
class ApiCaller:
    """Calls with a key. Undeclared statuses and content that breaks its schema fail the test that called."""

    client: FlaskClient
    routes: MapAdapter
    document: dict[str, Any]
    key: str = ""
    seen: set[tuple[str, int]] = field(default_factory=set)

    def with_key(self, key: str) -> "ApiCaller":
        """The same with another key."""
        return ApiCaller(self.client, self.routes, self.document, key, self.seen)

    def call(self, method: str, path: str, **more: Any) -> TestResponse:
        """Send a request and check what comes back."""
        headers = {**({"Authorization": f"Bearer {self.key}"} if self.key else {}), **more.pop("headers", {})}
        response = self.client.open(path, method=method, headers=headers, **more)
        assert "Set-Cookie" not in response.headers
        assert "Cookie" not in response.headers.get("Vary", "")
        self.check(method, path.partition("?")[0], response)
        return response

    def get(self, path: str, **more: Any) -> TestResponse:
        return self.call("GET", path, **more)

    def post(self, path: str, **more: Any) -> TestResponse:
        return self.call("POST", path, **more)

    def put(self, path: str, **more: Any) -> TestResponse:
        return self.call("PUT", path, **more)

    def check(self, method: str, path: str, response: TestResponse) -> None:
        """The status is declared for the operation, with this content type, and the content fits its schema."""
        assert response.status_code < 400 or response.mimetype == "application/problem+json", response.text
        assert "no-store" in response.headers["Cache-Control"]
        if not self.routes.test(path, method):
            return
        rule, _ = self.routes.match(path, method, return_rule=True)
        operation = self.operation(rule.rule, method)
        self.seen.add((operation["operationId"], response.status_code))
        declared = operation["responses"].get(str(response.status_code))
        assert declared, f"{method} {path} answered {response.status_code}, which it does not declare: {response.text}"
        self.validate(declared["content"][response.mimetype]["schema"], response.get_json(force=True))
        assert set(declared.get("headers", {})) - {"Link"} <= set(dict(response.headers))

    def operation(self, rule: str, method: str) -> dict[str, Any]:
        """The operation in the document."""
        names = [part.split(":")[-1].rstrip(">") if part.startswith("<") else part for part in rule.split("/")]
        path = "/".join(f"{{{n}}}" if p.startswith("<") else n for n, p in zip(names, rule.split("/"), strict=True))
        found: dict[str, Any] = self.document["paths"][path][method.lower()]
        return found

    def validate(self, schema: dict[str, Any], value: Any) -> None:
        """The value fits the schema."""
        whole = {**schema, "components": self.document["components"]}
        Draft202012Validator(whole, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(value)

    def start(self, **wish: Any) -> dict[str, Any]:
        """A new sitting."""
        response = self.post("/api/v1/sittings", json={"skill": "safety-and-alignment", "level": "beginner", **wish})
        assert response.status_code == 201, response.text
        found: dict[str, Any] = response.json
        return found


def problem(response: TestResponse, status: int, slug: str) -> dict[str, Any]:
    """The problem that a response tells, which must be of this sort."""
    assert response.status_code == status, response.text
    assert response.mimetype == "application/problem+json"
    found: dict[str, Any] = response.get_json(force=True)
    assert found["type"] == f"urn:skillprep:problem:{slug}"
    assert found["status"] == status
    assert found["request_id"] == response.headers["X-Request-Id"]
    return found


def pointers(found: dict[str, Any]) -> list[tuple[str, str]]:
    """Where the things to change stand."""
    return [(one["source"], one["pointer"]) for one in found["errors"]]
