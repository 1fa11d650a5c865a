"""Denials of a point."""

import pytest

from skillprep.scoring.negation import denies
from skillprep.scoring.words import content_stems, tokens

POINT = "Measures the error rate of the model for each group."


def denied(sentence: str, expected: str = POINT) -> bool:
    return denies(tokens(sentence), [tokens(expected)], content_stems(tokens(expected)))


@pytest.mark.parametrize(
    "sentence",
    [
        "I would not measure the error rate for each group.",
        "It is false that one should measure the error rate of each group.",
        "You never need to measure error rates of groups.",
        "I disagree that the model's error rate should be measured for groups.",
    ],
)
def test_a_plain_denial_is_seen(sentence: str) -> None:
    assert denied(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "I would measure the error rate for each group.",
        "I measure the error rate for each group, because one figure does not tell you much.",
        "Nobody asked, but I measured the error rate of each group.",
        "We had soup for lunch.",
    ],
)
def test_other_sentences_deny_nothing(sentence: str) -> None:
    assert not denied(sentence)


def test_a_point_that_is_negative_itself_is_not_denied_by_agreeing_with_it() -> None:
    expected = "Does not release the model before the review."
    assert not denied("I would not release the model before the review is done.", expected)
