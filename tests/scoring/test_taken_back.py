"""Answers that reject or take back what they say, and honest rejections of one practice."""

import time

import pytest

from skillprep.scoring.answer import read_answer
from skillprep.scoring.taken_back import takes_back
from tests.scoring.making import GOOD


def found(text: str) -> bool:
    answer = read_answer(text)
    return takes_back(answer.text, [sentence.text for sentence in answer.sentences])


@pytest.mark.parametrize(
    "end",
    [
        "Forget what I said.",
        "None of that is true.",
        "I don't believe a word of it.",
        "The opposite is the case.",
        "That is what I would never do.",
        "Yeah right, as if that would help.",
        "I think all of this is nonsense.",
        "Such advice is harmful.",
        "I take all of that back.",
        "Just kidding.",
    ],
)
def test_an_answer_taken_back_at_its_end_is_seen(end: str) -> None:
    assert found(f"{GOOD} {end}")


@pytest.mark.parametrize(
    "start", ["The following is wrong.", "What follows is bad advice.", "This is how you should never do it."]
)
def test_an_answer_rejected_in_advance_is_seen(start: str) -> None:
    assert found(f"{start} {GOOD}")


def test_a_quotation_of_others_that_is_rejected_is_seen() -> None:
    assert found(f'Some people would tell you this. "{GOOD}" I find that mistaken.')


def test_an_answer_of_rejections_is_seen() -> None:
    assert found(
        "I disagree that groups matter. It is false that errors differ. Nobody should tell the owner anything."
    )


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        f'"{GOOD}"',
        f"{GOOD} I would never release it alone.",
        f"{GOOD} That is wrong because the groups differ in size.",
        f"{GOOD} I would count whether any of them was a false alarm.",
        f"{GOOD} Deleting the column is a mistake, and I do not believe that it helps.",
        f"They say speed matters more. {GOOD}",
    ],
)
def test_rejecting_one_practice_is_honest(text: str) -> None:
    assert not found(text)


@pytest.mark.parametrize("unit", ["all of this ", "not ", '"a', "i said that ", "never do all of "])
def test_long_texts_are_read_quickly(unit: str) -> None:
    text = unit * (20_000 // len(unit))
    began = time.thread_time()
    takes_back(text, [text])
    assert time.thread_time() - began < 2.0
