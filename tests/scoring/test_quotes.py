"""Quotation marks that say nothing."""

import pytest

from skillprep.scoring.answer import read_answer
from skillprep.scoring.quotes import unquoted


@pytest.mark.parametrize(
    ("sentence", "bare"),
    [
        ('"I asked them."', "I asked them."),
        ("'I asked them.'", "I asked them."),
        ('"I asked them".', "I asked them"),
        ('"I asked them. ', "I asked them."),
        ('I asked them."', "I asked them."),
        ('I said "stop" to them.', 'I said "stop" to them.'),
        ('"Stop" is what "go" is not.', '"Stop" is what "go" is not.'),
        ("The owners' list.", "The owners' list."),
        ('"', ""),
        ("", ""),
    ],
)
def test_marks_around_a_whole_sentence_are_left_out(sentence: str, bare: str) -> None:
    assert unquoted(sentence) == bare


def test_an_answer_in_quotation_marks_is_read_like_one_without() -> None:
    plain, quoted = read_answer("I asked them. We built it."), read_answer('"I asked them." \u201cWe built it.\u201d')
    assert [one.text for one in quoted.sentences] == [one.text for one in plain.sentences]


def test_the_offsets_still_take_in_the_marks() -> None:
    text = '"I asked them."'
    span = read_answer(text).sentences[0].span
    assert text[span.start : span.end] == text
