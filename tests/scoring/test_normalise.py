"""Folding text, with offsets back to what was submitted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillprep.errors import InvalidInputError
from skillprep.scoring.normalise import MAX_FOLDED, fold


def test_plain_text_is_left_as_it_is() -> None:
    assert fold("Ask first, then build.").text == "Ask first, then build."


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("\uff21\uff53\uff4b first", "Ask first"),
        ("\u0430sk the t\u0435am", "ask the team"),
        ("as\u200bk the te\u00adam", "ask the team"),
        ("don\u2019t \u201cguess\u201d \u2013 ask", 'don\'t "guess" - ask'),
        ("a\u202eb\x00c\ud800d", "abcd"),
        ("cafe\u0301", "caf\u00e9"),
    ],
)
def test_other_forms_of_the_same_text_fold_to_it(written: str, folded: str) -> None:
    assert fold(written).text == folded


def test_a_text_in_another_script_keeps_its_letters() -> None:
    assert fold("Сначала я спрошу команду").text == "Сначала я спрошу команду"


@given(st.text(max_size=300))
def test_every_folded_character_comes_from_where_its_offsets_say(original: str) -> None:
    folded = fold(original)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert all(0 <= start < end <= len(original) for start, end in zip(folded.starts, folded.ends, strict=True))
    assert list(folded.starts) == sorted(folded.starts)


@given(st.text(max_size=300))
def test_folding_what_an_offset_points_to_gives_the_folded_letter_again(original: str) -> None:
    folded = fold("plain words " + original)
    for place in range(0, len(folded.text), 7):
        span = folded.span(place, place + 1)
        assert span.start < span.end


def test_text_that_grows_over_the_limit_when_folded_is_refused() -> None:
    with pytest.raises(InvalidInputError, match="limit"):
        fold("\ufdfa" * (MAX_FOLDED // 18 + 1))


def test_text_far_over_the_limit_is_refused_before_it_is_folded() -> None:
    with pytest.raises(InvalidInputError, match="50,000"):
        fold("x" * 50_000)
