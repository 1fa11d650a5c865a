"""Who speaks is not embedded."""

import time

import pytest

from skillprep.scoring.introductions import neutral


@pytest.mark.parametrize(
    "introduction",
    [
        "My name is Priya Sharma and ",
        "my name is priya and ",
        "Hi, I'm Mohammed and ",
        "Hello, I am Anna-Lena Weber, ",
        "I'm a 54-year-old woman and ",
        "I come from Nigeria and ",
        "As a woman, ",
    ],
)
def test_an_introduction_is_taken_out(introduction: str) -> None:
    assert neutral(f"{introduction}I would measure errors per group.") == "I would measure errors per group"


@pytest.mark.parametrize(
    "sentence",
    [
        "I'm careful with small groups",
        "I am responsible for the audit",
        "This is Python code",
        "The name is in the card",
    ],
)
def test_other_sentences_stay(sentence: str) -> None:
    assert neutral(sentence) == sentence


def test_an_introduction_alone_leaves_nothing() -> None:
    assert neutral("My name is Priya Sharma.") == ""


def test_the_gender_of_a_colleague_does_not_matter() -> None:
    assert neutral("She told her manager") == neutral("He told his manager")


@pytest.mark.parametrize("unit", ["my name is ", "I'm A", "hi, ", "As a ", "A" * 30 + " ", "I am 11 year ", "' "])
def test_fifty_thousand_characters_of_anything_are_read_quickly(unit: str) -> None:
    began = time.thread_time()
    neutral(unit * (50_000 // len(unit)))
    assert time.thread_time() - began < 1.0
