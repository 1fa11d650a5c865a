"""Denials of a point."""

import pytest

from skillprep.scoring.negation import denies, may_oppose
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


@pytest.mark.parametrize(
    ("said", "text", "cosine"),
    [
        ("I would not measure the error of the groups.", POINT, 0.5),
        ("Errors should be left alone rather than measured.", POINT, 0.5),
        ("I looked at how often it was off for women and men.", "Never averages over groups.", 0.4),
        ("The model measures the error of each group for us.", POINT, 0.5),
        ("Something else altogether.", POINT, 0.8),
    ],
    ids=[
        "negated",
        "a word of opposition",
        "the point is negative",
        "nearly the same words",
        "nearly the same meaning",
    ],
)
def test_what_could_be_a_denial_is_worth_a_question(said: str, text: str, cosine: float) -> None:
    assert may_oppose(tokens(said), tokens(text), cosine)


def test_a_plain_paraphrase_is_not_worth_a_question() -> None:
    said = "We looked at how often it was mistaken about women and about men."
    assert not may_oppose(tokens(said.replace("mistaken", "off")), tokens(POINT), 0.6)
