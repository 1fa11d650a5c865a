"""Texts made rougher for training."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from benchmarks.tuning.roughened import BETWEEN, PAUSES, spoken, strung

SENTENCE = "First, I asked the owner; then we measured the error, by group, on last month's data."
PAUSE_WORDS = {word for pause in PAUSES for word in pause.split()}


@given(st.integers())
def test_speech_keeps_every_word_in_its_order_and_has_no_marks(seed: int) -> None:
    said = [word for word in spoken(SENTENCE, Random(seed)).split() if word not in PAUSE_WORDS]
    assert said == [word.strip(",;.") for word in SENTENCE.lower().split()]


def test_speech_fills_a_pause_in_most_sentences() -> None:
    plain = spoken(SENTENCE, Random(0)).split()
    assert sum(len(spoken(SENTENCE, Random(seed)).split()) > len(plain[:16]) for seed in range(50)) > 25


@given(st.integers())
def test_strung_words_are_the_longer_ones_each_once(seed: int) -> None:
    found = [word for word in strung(SENTENCE, Random(seed)).split() if word not in BETWEEN]
    assert sorted(found) == sorted(
        ["first", "asked", "owner", "then", "measured", "error", "group", "last", "month's", "data"]
    )


def test_strung_words_stand_in_another_order() -> None:
    orders = {
        tuple(word for word in strung(SENTENCE, Random(seed)).split() if word not in BETWEEN) for seed in range(9)
    }
    assert len(orders) == 9
