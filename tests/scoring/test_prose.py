"""Telling sentences from other things."""

import random
import time

import pytest

from skillprep.scoring.copying import copied_share, new_content_share
from skillprep.scoring.prose import code_share, is_keyword_list, is_shuffled, mash_share
from skillprep.scoring.words import tokens
from tests.scoring.making import GOOD


def test_an_answer_in_sentences_is_none_of_these() -> None:
    words = tokens(GOOD)
    assert not is_keyword_list(words)
    assert not is_shuffled(words)
    assert mash_share(words) == 0.0
    assert code_share(GOOD) == 0.0


def test_a_list_of_terms_is_one() -> None:
    assert is_keyword_list(tokens("fairness, metrics, audits, logging, monitoring, stakeholders, compliance"))


def test_shuffled_words_are_seen_by_their_articles() -> None:
    words = list(tokens(GOOD * 2))
    random.Random(3).shuffle(words)
    assert is_shuffled(words)


def test_code_and_addresses_are_counted() -> None:
    assert code_share("import os; print(os.getcwd())") > 0.5
    assert code_share("see https://example.org/x") == 0.5


def test_keyboard_mash_is_counted() -> None:
    assert mash_share(tokens("asdfgh qwerty zxcvbn hjklhjkl")) == 1.0


def test_what_is_taken_over_is_counted() -> None:
    source = tokens("How would you audit a classifier for bias?")
    assert new_content_share(tokens("I would audit a classifier for bias."), source) == 0.0
    assert new_content_share(tokens("Ask the legal team early."), source) == 1.0
    assert copied_share(tokens("you audit a classifier now"), source, 3) == pytest.approx(2 / 3)
    assert copied_share((), source, 3) == 0.0


@pytest.mark.parametrize("unit", ["a", "www.", "https://", "x(", "b", "the ", "q w "])
def test_fifty_thousand_characters_of_anything_are_read_quickly(unit: str) -> None:
    text = unit * (50_000 // len(unit))
    began = time.process_time()
    code_share(text)
    mash_share(tokens(text))
    assert time.process_time() - began < 1.0
