"""Input meant to break things, against every operation there is: a clear problem comes back and nothing is lost."""

import json
from typing import Any
from urllib.parse import quote

import pytest

from tests.api.caller import OPERATIONS, ApiCaller, Operation, problem
from tests.api.conftest import assert_nothing_lost
from tests.api.test_keys import api_example

HOSTILE_TEXTS = {
    "NUL": "a\x00b",
    "half a character": "a\ud800b",
    "bidirectional override": "a\u202eb",
    "ligatures that grow": "\ufdfa" * 19_000,
    "control characters": "\x1b[31m",
    "non-character": "\uffff",
    "too long": "x" * 100_000,
}
TAKING = [one for one in OPERATIONS if one.takes_body]
every_operation = pytest.mark.parametrize("operation", OPERATIONS, ids=str)


@pytest.mark.parametrize("operation", TAKING, ids=str)
def test_texts_that_break_things(api: ApiCaller, draft: str, operation: Operation) -> None:
    example: Any = api_example(api, operation)
    for name, text in HOSTILE_TEXTS.items():
        for member in example:
            body = json.dumps({**example, member: text})
            response = api.call(operation.method, operation.beside(draft), data=body, content_type="application/json")
            found = problem(response, 422, "invalid-input")
            assert [one["pointer"] for one in found["errors"]] == [f"/{member}"], name
            assert len(response.data) < 2_000
    assert_nothing_lost(api, draft)


@every_operation
def test_queries_that_break_things(api: ApiCaller, draft: str, operation: Operation) -> None:
    texts = [quote(text[:2_000], errors="surrogatepass") for text in HOSTILE_TEXTS.values()]
    for text in (*texts, "%FF%FE", "9" * 5000, "NaN", "-1", "%F0%9F%98%80" * 200):
        for parameter in (*operation.parameters, "unknown"):
            response = api.call(operation.method, f"{operation.beside(draft)}?{parameter}={text}")
            assert response.status_code in {200, 201, 404, 409, 415, 422}, (parameter, text[:40], response.text)
            if operation.parameters and parameter not in ("skill", "q", "candidate"):
                assert response.status_code == 422, (parameter, text[:40], response.text)


@every_operation
def test_addresses_that_break_things(api: ApiCaller, operation: Operation) -> None:
    for text in ("%00", "%ED%A0%80", "%E2%80%AE", "%EF%B7%BA", "9" * 5000, "NaN", "%FF", "..%2F", "%0A", "-1"):
        for part in ("skill_id", "question_id", "sitting_id", "position"):
            if f"{{{part}}}" in operation.path:
                problem(api.call(operation.method, operation.at(**{part: text})), 404, "not-found")
