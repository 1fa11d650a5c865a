"""The encoder that remembers the texts it met last."""

from collections.abc import Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from skillprep.semantic.hashing import HashingEncoder
from skillprep.semantic.recent import RecentVectors


class Counting:
    """The hashing encoder, which also notes what it was asked."""

    def __init__(self) -> None:
        self.calls: list[list[str]] = []

    def __call__(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.calls.append(list(texts))
        return HashingEncoder()(texts)


def test_prepared_texts_are_encoded_in_one_call_and_once() -> None:
    encoder = Counting()
    recent = RecentVectors(encoder, most=10)
    recent.prepare(["one", "two", "one", "three"])
    recent(["three", "one"])
    assert encoder.calls == [["one", "two", "three"]]


def test_what_was_used_longest_ago_goes_first() -> None:
    encoder = Counting()
    recent = RecentVectors(encoder, most=2)
    for text in ("one", "two", "one", "three", "one", "two"):
        recent([text])
    assert encoder.calls == [["one"], ["two"], ["three"], ["two"]]


def test_one_call_may_need_more_rows_than_are_kept() -> None:
    texts = [f"text {place}" for place in range(9)]
    assert np.array_equal(RecentVectors(HashingEncoder(), most=2)(texts), HashingEncoder()(texts))


def test_no_texts_give_no_rows() -> None:
    assert len(RecentVectors(HashingEncoder(), most=2)([])) == 0


@given(st.lists(st.lists(st.sampled_from("abcdefgh"), max_size=6), max_size=12), st.integers(0, 4))
def test_rows_are_those_of_the_encoder_whatever_was_asked_before(calls: list[list[str]], most: int) -> None:
    recent = RecentVectors(HashingEncoder(), most)
    for texts in calls:
        assert len(recent(texts)) == len(texts)
        if texts:
            assert np.array_equal(recent(texts), HashingEncoder()(texts))
