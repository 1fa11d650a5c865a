"""One line of bytes as a JSON object."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillprep.errors import InvalidInputError
from skillprep.validity.read_json import LINE_BYTES, read_object


def test_an_object_is_read_as_it_stands() -> None:
    assert read_object('{"a": [1, 2.5, null, "ü"]}\r\n'.encode()) == {"a": [1, 2.5, None, "ü"]}


def test_the_mark_that_some_editors_put_first_is_no_error() -> None:
    assert read_object(b'\xef\xbb\xbf{"a": 1}') == {"a": 1}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "not JSON"),
        (b"[1]", "one JSON object"),
        (b"3", "one JSON object"),
        (b'{"a": NaN}', "NaN is not a JSON number"),
        (b'{"a": -Infinity}', "-Infinity is not a JSON number"),
        (b'{"a": 1e999}', "too large"),
        (b'{"a": ' + b"1" * 5000 + b"}", "more than 40 digits"),
        (b'{"a": "\xff"}', "byte 8 of the line is not UTF-8"),
        ('{"a": 1}'.encode("utf-16"), "not UTF-8"),
        (b'{"a": 1, "a": 2}', "'a' stands twice"),
        (b'{"a": ' * 100_000, "nested too deeply"),
        (b'{"a": "' + b"x" * LINE_BYTES + b'"}', "longer than 1,000,000 bytes"),
    ],
)
def test_what_cannot_be_taken_is_refused_with_the_reason(line: bytes, reason: str) -> None:
    with pytest.raises(InvalidInputError, match=reason):
        read_object(line)


@given(
    st.one_of(st.binary(max_size=200), st.text(alphabet='{}[]",:0123456789.eE-+ntfaNI\\u', max_size=80).map(str.encode))
)
def test_any_bytes_are_an_object_or_refused(line: bytes) -> None:
    found: object = None
    try:
        found = read_object(line)
    except InvalidInputError as error:
        found = {"refused": str(error)}
    assert isinstance(found, dict)


@given(st.dictionaries(st.text(max_size=5), st.one_of(st.none(), st.floats(allow_nan=False, allow_infinity=False))))
def test_what_json_writes_is_read_back(record: dict[str, float | None]) -> None:
    assert read_object(json.dumps(record).encode()) == record
