"""Text from outside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillprep.errors import InvalidInputError
from skillprep.text import checked


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("a\x00b", "U+0000"),
        ("a\ud800b", "U+D800"),
        ("safe\u202egnp.exe", "U+202E"),
        ("bell\x07", "U+0007"),
    ],
)
def test_a_character_that_cannot_be_stored_is_named_with_its_place(text: str, named: str) -> None:
    with pytest.raises(InvalidInputError, match=named.replace("+", r"\+")) as caught:
        checked(text, "answer", 100)
    assert caught.value.field == "answer"


def test_text_over_the_limit_is_refused_with_both_numbers() -> None:
    with pytest.raises(InvalidInputError, match="101 characters; at most 100"):
        checked("x" * 101, "answer", 100)


def test_a_ligature_that_expands_past_the_limit_is_refused() -> None:
    assert checked("\ufdfa" * 5, "answer", 100)
    with pytest.raises(InvalidInputError, match="expand"):
        checked("\ufdfa" * 50, "answer", 100)


def test_line_ends_become_newlines_and_tabs_stay() -> None:
    assert checked("one\r\ntwo\rthree\tfour", "answer", 100) == "one\ntwo\nthree\tfour"


@given(st.text(max_size=300))
def test_whatever_is_accepted_can_be_encoded_and_is_accepted_again(text: str) -> None:
    try:
        taken = checked(text, "answer", 200)
    except InvalidInputError:
        return
    assert taken.encode("utf-8").decode("utf-8") == taken
    assert checked(taken, "answer", 200) == taken
