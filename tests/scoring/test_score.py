"""The whole scorer, with an encoder that knows spelling only."""

import time
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from skillprep.bank.vocabulary import Level
from skillprep.errors import InvalidInputError
from skillprep.scoring.score import score_answer
from skillprep.scoring.values import PointState, Score, ScoringModel
from tests.scoring.making import FILLER, GOOD, HASHING, HEAD, hashing_encoder, question

SENTENCES = (*(f"{piece}." for piece in GOOD.rstrip(".").split(". ")), *FILLER)


def scored(text: str, model: ScoringModel = HASHING) -> Score:
    return score_answer(question(), text, Level.INTERMEDIATE, model, "test")


def test_a_good_answer_covers_its_points_with_the_sentences_that_carry_them() -> None:
    score = scored(GOOD)
    groups = score.points[0]
    assert groups.state is PointState.COVERED
    assert groups.evidence is not None
    assert GOOD[groups.evidence.span.start : groups.evidence.span.end].startswith("First I would write down the groups")
    assert score.value is not None
    assert score.value > 0.5


def test_a_score_survives_being_stored_as_json() -> None:
    score = scored(GOOD)
    assert Score.model_validate_json(score.model_dump_json()) == score


def test_the_receipt_names_everything_the_score_was_computed_with() -> None:
    receipt = scored(GOOD).receipt
    assert (receipt.question_id, receipt.question_version, receipt.bank_version) == ("audit", 1, "test")
    assert receipt.head_sha256 == HEAD.sha256
    assert receipt.thresholds == HEAD.thresholds.model_dump()


def test_a_lone_surrogate_neither_breaks_the_score_nor_the_receipt() -> None:
    assert scored(f"\ud800{GOOD}").value == scored(GOOD).value


def test_the_same_text_gives_the_same_score() -> None:
    assert scored(GOOD) == scored(GOOD)


def test_noise_in_the_last_bits_of_the_encoder_changes_nothing() -> None:
    def noisy(texts: list[str]) -> NDArray[np.float32]:
        rows = hashing_encoder(texts)
        return np.asarray(rows + np.random.default_rng(1).normal(0, 1e-8, rows.shape), dtype=np.float32)

    assert scored(GOOD, replace(HASHING, embed=noisy)) == scored(GOOD)


def test_sentences_are_encoded_once_in_one_call() -> None:
    calls: list[list[str]] = []

    def counting(texts: list[str]) -> NDArray[np.float32]:
        calls.append(list(texts))
        return hashing_encoder(texts)

    scored(f"{GOOD} {GOOD}", replace(HASHING, embed=counting))
    assert [len(call) for call in calls] == [4]


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=9))
def test_every_offset_points_to_its_sentence(chosen: list[str]) -> None:
    text = "  ".join(chosen)
    score = scored(text)
    for span in score.sentences:
        assert text[span.start : span.end] == text[span.start : span.end].strip()
    for point in score.points:
        if point.evidence is not None:
            assert point.evidence.span.start == score.sentences[point.evidence.first].start
            assert point.evidence.span.end == score.sentences[point.evidence.last].end


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from(FILLER), min_size=1, max_size=8))
def test_unrelated_sentences_take_nothing_away_and_add_next_to_nothing(filler: list[str]) -> None:
    before, after = scored(GOOD), scored(f"{GOOD} {' '.join(filler)}")
    assert before.value is not None
    assert after.value is not None
    assert 0.0 <= after.value - before.value <= 0.03


@settings(deadline=None, max_examples=30)
@given(st.permutations(SENTENCES[:4]))
def test_the_order_of_sentences_never_unmakes_a_point(order: list[str]) -> None:
    """Only windows of two neighbours depend on the order; each sentence by itself counts the same anywhere."""
    apart = " ".join(f"{sentence} {FILLER[1]}" for sentence in order)
    in_order = " ".join(f"{sentence} {FILLER[1]}" for sentence in SENTENCES[:4])
    states = [[point.state is PointState.COVERED for point in scored(text).points] for text in (apart, in_order)]
    assert states[0] == states[1]


def test_saying_everything_twice_gains_nothing() -> None:
    twice, once = scored(f"{GOOD} {GOOD}"), scored(GOOD)
    assert twice.value is not None
    assert once.value is not None
    assert abs(twice.value - once.value) <= 0.03


def test_a_name_given_first_moves_nothing() -> None:
    assert scored(f"My name is Priya Sharma. {GOOD}").value == scored(GOOD).value


@pytest.mark.parametrize("form", [str.upper, str.lower, "\u200b".join, lambda text: f"- {text}"])
def test_the_form_of_the_letters_moves_nothing(form: object) -> None:
    assert callable(form)
    assert scored(form(GOOD)).value == scored(GOOD).value


def test_too_many_sentences_are_refused() -> None:
    with pytest.raises(InvalidInputError, match="sentences"):
        scored("ab cd. " * 2000)


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=200))
def test_any_text_gets_a_score_with_its_parts_in_range(text: str) -> None:
    score = scored(text)
    assert score.low <= (0.0 if score.value is None else score.value) or score.value is None
    assert len(score.points) == len(question().points)


@pytest.mark.parametrize(
    "unit", ["word ", "a. ", "x", "'", "((((", ". ", "\n", "e.g. ", "my name is ", "I'm A ", "\u0301"]
)
def test_the_longest_text_of_anything_is_judged_quickly(unit: str) -> None:
    began = time.thread_time()
    scored(unit * (19_900 // len(unit)))
    assert time.thread_time() - began < 2.0
