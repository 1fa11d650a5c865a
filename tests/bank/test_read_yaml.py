"""read_yaml: values of JSON's types with their lines, and a clear refusal of everything else."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillprep.bank.read_yaml import MAX_BYTES, MAX_DEPTH, MAX_NODES, YamlError, read_yaml
from skillprep.bank.unsafe_text import find_unsafe

safe_text = st.text(max_size=40).filter(lambda text: find_unsafe(text) is None)
whole_numbers = st.integers(-(10**18), 10**18)
finite_numbers = st.floats(allow_nan=False, allow_infinity=False).filter(lambda number: len(repr(number)) <= 20)
json_values = st.recursive(
    st.none() | st.booleans() | whole_numbers | finite_numbers | safe_text,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(safe_text, inner, max_size=4),
    max_leaves=12,
)


@given(json_values)
def test_every_json_text_means_the_same_as_yaml(value: object) -> None:
    assert read_yaml(json.dumps(value, ensure_ascii=False)).data == value


@given(st.text(alphabet="ab:-?[]{}&*!|>'\"%#,\n \t\\0x<\x00\u202e.~", max_size=60))
def test_any_text_is_read_or_refused_with_a_line(text: str) -> None:
    error = refusal(text)
    if error:
        assert 1 <= error.line <= text.count("\n") + 1
        assert str(error).endswith(".")


def refusal(text: str) -> YamlError | None:
    try:
        read_yaml(text)
    except YamlError as error:
        return error
    return None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2026-11-21", "2026-11-21"),
        ("no", "no"),
        ("12:30", "12:30"),
        ("0o17", "0o17"),
        ("1_000", "1_000"),
        ("'1'", "1"),
        ("~", None),
        ("true", True),
        ("-7", -7),
        ("1e3", 1000.0),
        (".5", 0.5),
        ("<<", "<<"),
    ],
)
def test_plain_scalars_mean_what_yaml_1_2_says(text: str, value: object) -> None:
    assert read_yaml(f"key: {text}").data == {"key": value}


def test_lines_point_at_the_key_or_item() -> None:
    document = read_yaml("# a comment\nid: x\nparts:\n  - tag: a\n  -\n    tag: >-\n      long\n")
    assert document.lines[("id",)] == 2
    assert document.lines[("parts", 0, "tag")] == 4
    assert document.lines[("parts", 1, "tag")] == 6


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ("a: 1\nb: *a", 2, "Aliases"),
        ("a: 1\nb: &x 1", 2, "Anchors"),
        ("a: 1\nb: &x [1]", 2, "Anchors"),
        ("a: 1\nb: !!python/object:os.system x", 2, "Tags"),
        ("a: 1\nb: !!str x", 2, "Tags"),
        ("a: 1\n!!str b: 1", 2, "Tags"),
        ("a: 1\na: 2", 2, "twice"),
        ("a: 1\n1: 2", 2, "must be a string"),
        ("a: 1\n? [b]\n: 2", 2, "must be a string"),
        ("a: 1\n---\nb: 1", 2, "second document"),
        ("a: 1\nb: .nan", 2, "not a number"),
        ("a: 1\nb: -.inf", 2, "not a number"),
        ("a: 1\nb: 1e999", 2, "too large"),
        ("a: 1\nb: " + "9" * 5000, 2, "5000 characters"),
        ("a: 1\nb: 0." + "9" * 5000, 2, "5002 characters"),
        ("a: 1\nb: x\x00", 2, "U+0000"),
        ("a: 1\nb: x\x1b", 2, "U+001B"),
        ("a: 1\nb: \ud800", 2, "U+D800"),
        ("a: 1\nb: \u202e", 2, "RIGHT-TO-LEFT OVERRIDE"),
        ('a: 1\nb: "\\u202e"', 2, "RIGHT-TO-LEFT OVERRIDE"),
        ('a: 1\nb: "\\0"', 2, "U+0000"),
        ("a: 1\nb: [", 2, "Not YAML"),
        ("a: 1\n\tb: 1", 2, "Not YAML"),
        ("", 1, "empty"),
        ("# only a comment", 1, "empty"),
    ],
)
def test_what_json_has_no_word_for_is_refused_at_its_line(text: str, line: int, part: str) -> None:
    with pytest.raises(YamlError, match=part.replace("+", r"\+")) as caught:
        read_yaml(text)
    assert caught.value.line == line


def test_the_deepest_permitted_value_is_read_and_one_deeper_is_not() -> None:
    assert read_yaml("[" * MAX_DEPTH + "1" + "]" * MAX_DEPTH)
    with pytest.raises(YamlError, match="deep"):
        read_yaml("[" * (MAX_DEPTH + 1) + "1" + "]" * (MAX_DEPTH + 1))


def test_a_text_is_measured_in_bytes() -> None:
    assert read_yaml("é" * (MAX_BYTES // 2)).data
    with pytest.raises(YamlError, match="256 KiB"):
        read_yaml("é" * (MAX_BYTES // 2 + 1))


def alias_bomb() -> str:
    return "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))


@pytest.mark.parametrize(
    "bomb",
    [
        alias_bomb(),
        "[" * 250_000,
        "{" * 250_000,
        "- " * 125_000,
        "? " * 125_000,
        "a: [" * 60_000,
        "a: &" + "x" * 250_000,
        "a: !" + "x" * 250_000,
        "- 1\n" * (MAX_NODES + 1),
        "'" + "a" * 250_000,
        "x" * 10_000_000,
    ],
    ids=["aliases", "lists", "maps", "items", "keys", "mixed", "anchor", "tag", "values", "quote", "length"],
)
def test_a_bomb_is_refused_at_once(bomb: str) -> None:
    started = time.thread_time()
    with pytest.raises(YamlError):
        read_yaml(bomb)
    # It takes some milliseconds; the limit only has to tell that from a quadratic reading.
    assert time.thread_time() - started < 1
