"""Cutting text into sentences."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillprep.bank.load import load_bank
from skillprep.config import ROOT
from skillprep.scoring.normalise import fold
from skillprep.scoring.segment import LONGEST_SENTENCE_WORDS, raw_ranges, sentences, trimmed
from skillprep.scoring.speech import FEWEST, MOST, is_speech

BANK = load_bank(ROOT / "question_bank").bank


def pieces(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I asked. Then I built it!", ["I asked.", "Then I built it!"]),
        ("It fell by 3.5 percent. Good.", ["It fell by 3.5 percent.", "Good."]),
        ("We used tools, e.g. a linter. It ran.", ["We used tools, e.g. a linter.", "It ran."]),
        ("Dr. Lee said no. We stopped.", ["Dr. Lee said no.", "We stopped."]),
        ("1. Ask first\n2. Build later", ["Ask first", "Build later"]),
        ("- ask them\n- build it", ["ask them", "build it"]),
        ("a long line that was\nwrapped here. End", ["a long line that was\nwrapped here.", "End"]),
        ("We measured.Then we fixed it.", ["We measured.", "Then we fixed it."]),
        ('He said "stop." We did.', ['He said "stop."', "We did."]),
        ("so it was me and I. They left.", ["so it was me and I.", "They left."]),
        ("... ! ?", []),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


def test_speech_without_punctuation_is_cut_before_turns() -> None:
    speech = "so i asked the team and then we looked at the data because it was odd " * 12
    found = pieces(speech)
    assert len(found) > 5
    assert all(len(piece.split()) <= LONGEST_SENTENCE_WORDS for piece in found)
    assert " ".join(found).split() == speech.split()


def test_the_banks_texts_are_writing_and_none_is_cut_like_speech() -> None:
    texts = [answer.text for question in BANK.ready_questions() for answer in question.model_answers]
    assert len(texts) > 100
    for text in (fold(text).text for text in texts):
        ranges = [trimmed(text, *found) for found in raw_ranges(text)]
        assert not any(is_speech(text[start:end]) for start, end in ranges)


def test_a_run_of_speech_is_cut_into_pieces_as_long_as_sentences() -> None:
    found = pieces("We began. " + "so i asked the team and then we looked at the data because it was odd " * 4)
    assert found[0] == "We began."
    assert all(FEWEST <= len(piece.split()) <= MOST for piece in found[1:])


@given(st.text(alphabet="az .!?\n,;-1)\u00e9I", max_size=400))
def test_sentences_come_in_order_and_lose_no_letter(text: str) -> None:
    found = sentences(text)
    assert all(start < end for start, end in found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))
    kept = "".join(text[start:end] for start, end in found)
    assert kept.count("z") == text.count("z")


@pytest.mark.parametrize(
    "unit", ["word ", "a. ", "x", "'", "((((", ". ", "\n", "1. ", "e.g. ", "A.", " ", ";\n", "- ", ".", "?!"]
)
def test_fifty_thousand_characters_of_anything_are_cut_quickly(unit: str) -> None:
    text = unit * (50_000 // len(unit))
    began = time.thread_time()
    sentences(text)
    assert time.thread_time() - began < 1.0
