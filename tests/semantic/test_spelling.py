"""Likely typing errors."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillprep.bank.load import load_bank
from skillprep.config import ROOT
from skillprep.scoring.normalise import fold
from skillprep.scoring.reference import reference_texts
from skillprep.semantic.spelling import Dictionary, Spelling, unlikeliness, word_counts

SPELLING = Spelling()
NONE: frozenset[str] = frozenset()
WORDS = sorted(word for word in word_counts() if word.isalpha())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("requirments", "requirements"),
        ("whcih", "which"),
        ("neccesary", "necessary"),
        ("becouse", "because"),
        ("recieve", "receive"),
        ("definately", "definitely"),
        ("ofen", "often"),
        ("abot", "about"),
    ],
)
def test_a_slip_is_put_right(typed: str, meant: str) -> None:
    assert SPELLING(f"I was {typed} there.", NONE) == f"I was {meant} there."


@pytest.mark.parametrize(
    "text",
    [
        "colour color analyse analyze anonymise anonymised organisation organization behaviour judgement judgment",
        "overfitting dataset rlhf hyperparameters mlops",
        "Priya Teh TEH dont nto",
        "https://exmaple.org/tehm me@exmaple.org a-tehm-b tehm.py",
        "zzzzqqqq xkcdxkcd",
    ],
)
def test_right_words_names_addresses_and_riddles_are_left_alone(text: str) -> None:
    assert SPELLING(text, NONE) == text


def test_the_questions_words_are_preferred() -> None:
    assert SPELLING("gropu evalution", frozenset({"evolution"})) == "group evolution"
    assert SPELLING("zorblaxx", frozenset({"zorblax"})) == "zorblax"


def test_a_word_between_two_likely_ones_is_left_alone() -> None:
    typed = "hoase"  # Equally far from house, horse and hoarse by a letter that is another.
    dictionary = Dictionary()
    dictionary.counts |= {"house": 10**9, "horse": 10**9}
    assert dictionary.meant(typed, frozenset({"house", "horse"})) == typed


@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_a_word_of_the_dictionary_is_never_changed(words: list[str]) -> None:
    assert SPELLING(" ".join(words), NONE) == " ".join(words)


@given(st.text(alphabet="abcdeilmnorst", min_size=4, max_size=12), st.text(alphabet="aeilnrst ", max_size=60))
def test_a_word_of_the_question_is_never_changed(own: str, text: str) -> None:
    assert SPELLING(f"{text} {own}", frozenset({own})).endswith(f" {own}")


@given(st.text(alphabet="abcdeilmnorst .,'-", max_size=80))
def test_correcting_twice_is_correcting_once(text: str) -> None:
    once = SPELLING(text, NONE)
    assert SPELLING(once, NONE) == once


@given(st.text(max_size=200))
def test_nothing_but_plain_words_is_touched_in_any_text(text: str) -> None:
    found = SPELLING(text, NONE)
    assert re.sub("[a-z]", "", found) == re.sub("[a-z]", "", text)


def test_no_word_of_the_bank_is_taken_for_an_error() -> None:
    texts = {
        fold(text).text
        for question in load_bank(ROOT / "question_bank").bank.ready_questions()
        for text in (*reference_texts(question), *(answer.text for answer in question.model_answers))
    }
    assert {text: SPELLING(text, NONE) for text in texts if SPELLING(text, NONE) != text} == {}


def test_letters_that_changed_places_are_the_likeliest_slip() -> None:
    assert [unlikeliness("tehm", other) for other in ("them", "tehma", "teem")] == [0, 1, 2]
    assert unlikeliness("groupp", "group") == 0
