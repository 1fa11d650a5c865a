"""Bodies meant to break things, sent to every operation there is: a clear problem comes back and nothing is lost."""

import io
import json

import pytest

from tests.api.caller import OPERATIONS, ApiCaller, Operation, problem
from tests.api.conftest import assert_nothing_lost

CHANGING = [one for one in OPERATIONS if one.method != "GET"]
BROKEN_BODIES: dict[str, tuple[bytes, int]] = {
    "not JSON": (b"{'text': 1}", 400),
    "cut off": (b'{"text": "abc', 400),
    "two values": (b"{} {}", 400),
    "invalid UTF-8": (b'{"text": "\xff\xfe"}', 400),
    "UTF-16": ('{"text": "a"}'.encode("utf-16"), 400),
    "byte order mark": (b'\xef\xbb\xbf{"text": "a"}', 400),
    "bare NUL": (b'{"text": "\x00"}', 400),
    "deep lists": (b'{"text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", 400),
    "deep objects": (b'{"a":' * 50_000 + b"1" + b"}" * 50_000, 400),
    "NaN": (b'{"text": NaN}', 400),
    "infinite": (b'{"text": -Infinity}', 400),
    "infinite by its exponent": (b'{"text": 1e999}', 400),
    "5,000 digits": (b'{"text": ' + b"9" * 5000 + b"}", 400),
    "10 MB": (b'{"text": "' + b"x" * 10_000_000 + b'"}', 413),
    "a list": (b"[]", 422),
    "a text": (b'"{}"', 422),
    "a number": (b"1", 422),
    "null": (b"null", 422),
    "unknown member": (b'{"\\ud800\\u0000": 1}', 422),
    "many unknown members": (json.dumps({f"m{n}": n for n in range(20_000)}).encode(), 422),
}


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """None of these bodies reaches a database."""
    return sqlite_url


@pytest.mark.parametrize("operation", OPERATIONS, ids=str)
def test_bodies_that_cannot_be_read(api: ApiCaller, draft: str, operation: Operation) -> None:
    for name, (body, status) in BROKEN_BODIES.items():
        response = api.call(operation.method, operation.beside(draft), data=body, content_type="application/json")
        expected = {status} if operation.method != "GET" else {200, 404, 422}
        assert response.status_code in expected, (name, response.text)
        assert len(response.data) < 60_000
    assert_nothing_lost(api, draft)


def test_a_chunked_body_without_end(api: ApiCaller, draft: str) -> None:
    more = {"input_stream": io.BytesIO(b" " * 10_000_000), "environ_overrides": {"wsgi.input_terminated": True}}
    problem(api.put(f"{draft}/draft", content_type="application/json", **more), 413, "too-large")
    assert_nothing_lost(api, draft)


@pytest.mark.parametrize("operation", CHANGING, ids=str)
def test_bodies_of_another_type(api: ApiCaller, draft: str, operation: Operation) -> None:
    for content_type in ("text/plain", "application/xml", "multipart/form-data; boundary=x", "", "application/jsonp"):
        response = api.call(operation.method, operation.beside(draft), data=b'{"text": "a"}', content_type=content_type)
        problem(response, 415, "unsupported-media-type")
    if operation.takes_body:
        problem(api.call(operation.method, operation.beside(draft)), 415, "unsupported-media-type")
        empty = api.call(operation.method, operation.beside(draft), data=b"", content_type="application/json")
        problem(empty, 400, "bad-request")
    assert_nothing_lost(api, draft)
