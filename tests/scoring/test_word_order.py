"""Words in no order, and unusual grammar that is not."""

import random
import re

import pytest

from skillprep.scoring.word_classes import CLASSES, word_class
from skillprep.scoring.word_order import TABLE, is_salad, is_salad_piece, may_be_salad, word_order
from skillprep.scoring.words import tokens
from tests.scoring.making import FILLER, GOOD

GLUED = (
    "Tells the director is a tests in backdoor of never and a prove in there in trigger by of known with a audit the"
    " for weights is supplier on it absence by claims and the to report of with evidence the by red in"
)


def test_the_table_has_a_row_and_a_letter_for_every_class() -> None:
    assert {len(TABLE), *map(len, TABLE)} == {len(CLASSES)}


def test_words_belong_to_classes_by_what_they_do_or_how_they_end() -> None:
    assert [word_class(word) for word in ("the", "testing", "7th", "groups", "class")] == [
        "article",
        "ing",
        "number",
        "plural",
        "other",
    ]


def test_terms_with_small_words_thrown_between_them_are_salad() -> None:
    assert is_salad(tokens(GLUED))
    assert is_salad_piece(tokens(GLUED)[10:])


@pytest.mark.parametrize("seed", range(5))
def test_shuffled_words_of_a_good_answer_are_salad(seed: int) -> None:
    words = list(tokens(GOOD))
    random.Random(seed).shuffle(words)
    assert is_salad(words)


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        " ".join(FILLER),
        re.sub(r"\b(?:the|an?) ", "", GOOD),
        "I am working since five years in this team and we was always checking data before model is go to customer,"
        " then boss say me that report must to be send in writing",
        "um so basically i would uh look at the groups first you know and then like measure errors for each of them and"
        " then i mean tell somebody about it",
        "- Check data per group\n- Measure error rate for each group\n- Tell the owner in writing\n- Alarm",
    ],
)
def test_learners_grammar_speech_and_bullets_are_not(text: str) -> None:
    assert not may_be_salad(tokens(text))


def test_too_few_words_are_not_judged() -> None:
    assert word_order(tokens("of the a in")).small is None
    assert not is_salad(tokens("of the a in the of is a by"))


def test_a_letter_that_names_a_thing_is_no_article() -> None:
    named = "bulb a is in a closed path and bulb b is on a path of its own so a and b do not affect each other at all"
    assert not may_be_salad(tokens(named))
