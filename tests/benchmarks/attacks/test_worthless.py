import re

import pytest

from benchmarks.attacks.attack import Demand, Family, Half
from benchmarks.attacks.catalogue import ATTACKS, make_case
from benchmarks.attacks.worthless import key_terms
from tests.benchmarks.attacks.scenes import attack, made, questions, scene

QUESTION = questions()[0]
GOOD = QUESTION.model_answers[-1].text


def words(text: str) -> list[str]:
    return sorted(re.findall(r"\w+", text.lower()))


@pytest.mark.parametrize("half", list(Half))
def test_empty_answers_have_no_letters(half: Half) -> None:
    assert not any(letter.isalpha() for letter in made("empty", half)[1])


@pytest.mark.parametrize("half", list(Half))
def test_the_words_are_the_good_answers_own_when_shuffled(half: Half) -> None:
    text = made("words shuffled", half)[1]
    assert words(text) == words(GOOD)
    assert text.split() != GOOD.split()


def test_bare_shuffled_words_show_no_trace_of_sentences() -> None:
    assert not re.search(r"[A-Z.,;:!?]", made("words shuffled, bare")[1])


@pytest.mark.parametrize("half", list(Half))
@pytest.mark.parametrize("name", ["same skill", "other skill"])
def test_another_answer_is_the_model_answer_of_another_question(name: str, half: Half) -> None:
    asked, text = questions()[2], made(f"another answer, {name}", half, place=2)[1]
    donors = [one for one in questions() if one.model_answers[-1].text in text]
    assert donors
    assert asked.id not in [one.id for one in donors]
    assert {one.skill == asked.skill for one in donors} == {name == "same skill"}


def test_without_another_question_of_the_skill_there_is_no_such_attack() -> None:
    lonely = scene()
    alone = type(lonely)(lonely.question, (lonely.question,), (), lonely.random)
    assert make_case(attack("another answer, same skill", Half.DEVELOPMENT), alone) is None


def test_a_copied_question_is_the_question() -> None:
    assert made("question copied")[1] == QUESTION.prompt
    assert words(made("question reordered")[1]) == words(QUESTION.prompt)
    assert QUESTION.prompt in made("question restated")[1]


def test_keywords_come_from_the_points_and_glue_adds_only_small_words() -> None:
    terms = {term.lower() for term in key_terms(scene())}
    glued = set(re.findall(r"[\w-]+", made("keywords glued")[1].lower()))
    assert set(made("keyword list")[1].lower().split(", ")) == terms
    assert terms <= glued
    assert max(map(len, glued - terms)) <= 4


def test_unsupported_languages_ask_for_no_score_and_all_others_for_a_low_one() -> None:
    found = {one.name: one.rule.demand for one in ATTACKS if one.family is Family.WORTHLESS}
    languages = {"European languages", "other scripts"}
    assert {name for name, demand in found.items() if demand is Demand.UNSUPPORTED} == languages
    assert set(found.values()) == {Demand.LOW, Demand.UNSUPPORTED}
