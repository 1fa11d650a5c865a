"""Speech without punctuation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillprep.scoring.speech import FEWEST, MOST, is_speech, pieces, without_fillers, without_hesitations

SPOKEN = (
    "first i would ask who is affected and then we wrote down the groups because nobody had done that before so we"
    " measured the error rate for each group but the numbers were small then i told the owner what we had found"
)


def test_a_long_stretch_without_a_mark_is_speech() -> None:
    assert is_speech("word " * 36)


@pytest.mark.parametrize("mark", [",", ";", ":", ".", "?"])
def test_a_long_sentence_with_marks_is_writing(mark: str) -> None:
    assert not is_speech(("word " * 20).strip() + mark + " word" * 20)


def test_speech_is_cut_at_its_joints() -> None:
    words = SPOKEN.split()
    openings, at = [], 0
    for count in pieces(words):
        openings.append(words[at])
        at += count
    assert openings == ["first", "because", "so", "but", "then"] or set(openings) <= {
        *("first", "and", "because", "so", "but", "then")
    }


@given(st.lists(st.sampled_from([*SPOKEN.split(), "", "\u0130", "x" * 40]), min_size=FEWEST, max_size=120))
def test_pieces_take_every_word_and_are_never_longer_than_a_sentence(words: list[str]) -> None:
    found = pieces(words)
    assert sum(found) == len(words)
    assert all(0 < count <= MOST for count in found)


def test_no_piece_is_a_scrap() -> None:
    assert min(pieces(("so but then because " * 20).split())) >= FEWEST


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("um i would uh ask them", "i would ask them"),
        ("so yeah we kind of measured it you know", "we measured it "),
        ("i mean the rate well it fell", "the rate it fell"),
    ],
)
def test_what_only_fills_a_pause_is_left_out(said: str, left: str) -> None:
    assert without_fillers(said) == left


@pytest.mark.parametrize(
    "said",
    ["it works well", "as well as i can", "what kind of harm", "how do you know", "what i mean", "some kind of test"],
)
def test_the_same_words_stay_where_they_mean_something(said: str) -> None:
    assert without_fillers(said) == said


def test_written_text_keeps_all_but_hesitations() -> None:
    assert without_hesitations("Um, we did it well, I mean carefully.") == "we did it well, I mean carefully."
