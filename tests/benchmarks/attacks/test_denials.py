import re

import pytest

from benchmarks.attacks.attack import Half
from benchmarks.attacks.denials import NUMBER_WORDS, denied, swapped_numbers
from benchmarks.attacks.wording import actions_of, exchange, paired, sentences_of
from benchmarks.attacks.written import by_question
from tests.benchmarks.attacks.scenes import made, questions, scene

NUMBERS = re.compile(r"\d+(?:[.,]\d+)*")


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("It is safe and it was tested.", "It is not safe and it was tested."),
        ("We asked them.", "It is not true that we asked them."),
        ("I would not ship it.", "I would ship it."),
        ("It can't wait.", "It can wait."),
        ("They won't come.", "They will come."),
        ("One cannot know.", "One can know."),
    ],
)
def test_a_denied_sentence_says_the_opposite(sentence: str, found: str) -> None:
    assert denied(sentence) == found


@pytest.mark.parametrize("name", ["negated", "negated, accepted phrasings", "it is false that"])
def test_every_sentence_is_denied(name: str) -> None:
    start, text = made(name)
    before, after = sentences_of(start), sentences_of(text)
    assert len(before) == len(after)
    assert all(one != other for one, other in zip(before, after, strict=True))


@pytest.mark.parametrize("name", ["never, nobody should", "a waste of time"])
def test_every_action_is_refused(name: str) -> None:
    text = made(name)[1].lower()
    assert all(done.lower() in text for done in actions_of(scene()))
    assert "i would " not in text.replace("i would never ", "")


def test_every_number_is_swapped_for_another() -> None:
    text = "Of 1,000 people 0.58 or 25 percent came on 3 March, two or fifteen of them twice, and half left at 10."
    swapped = swapped_numbers(text)
    before, after = NUMBERS.findall(text), NUMBERS.findall(swapped)
    assert len(before) == len(after) == 5
    assert all(one != other for one, other in zip(before, after, strict=True))
    assert not {"two", "fifteen", "twice", "half"}.intersection(re.findall(r"\w+", swapped))
    assert re.sub(r"\W|\d", "", swapped) != re.sub(r"\W|\d", "", text)


def test_number_words_go_to_words_that_mean_another_number() -> None:
    assert set(NUMBER_WORDS).isdisjoint(NUMBER_WORDS.values())


@pytest.mark.parametrize(
    ("name", "half"), [("numbers swapped", Half.DEVELOPMENT), ("numbers shifted", Half.DEVELOPMENT)]
)
def test_swapping_numbers_leaves_the_other_words(name: str, half: Half) -> None:
    start, text = made(name, half, place=4)
    assert NUMBERS.findall(start) != NUMBERS.findall(text)
    assert len(start.split()) == pytest.approx(len(text.split()), abs=3)


def test_swapping_roles_keeps_the_sentence_and_turns_who_does_it() -> None:
    swap = exchange(paired("doctor / patient"))
    assert swap("The doctor asks the patient.") == "The patient asks the doctor."
    assert swap(swap("The doctor asks the patient.")) == "The doctor asks the patient."


def test_confident_falsehoods_are_the_questions_own_pitfalls() -> None:
    text = made("pitfalls with confidence")[1]
    assert all(phrasing in text for pitfall in questions()[0].pitfalls for phrasing in pitfall.phrasings)


def test_a_rejected_quotation_holds_the_whole_answer() -> None:
    start, text = made("quoted and rejected")
    assert start.rstrip(".") in text
    assert "all of this is wrong" in text


@pytest.mark.parametrize("name", ["falsehoods, by hand", "turned round, by hand", "rejected, by hand"])
def test_what_was_turned_round_by_hand_is_held_against_the_same_points_made_by_hand(name: str) -> None:
    place = next(place for place, question in enumerate(questions()) if question.id in by_question())
    start, text = made(name, Half.HELD_OUT, place)
    found = by_question()[questions()[place].id]
    assert all(one.affirmed in start for one in found)
    assert all(any(said in text for said in one.denials.values()) for one in found)
    assert not any(one.affirmed in text for one in found)
