"""Typing errors in what is compared."""

from dataclasses import replace

from skillprep.bank.vocabulary import Level
from skillprep.scoring.answer import read_answer
from skillprep.scoring.score import score_answer
from skillprep.scoring.spelling import corrected, own_words
from skillprep.scoring.values import GuardName
from skillprep.semantic.spelling import Spelling
from tests.scoring.making import GOOD, HASHING, question

SPELLING = Spelling()
CORRECTING = replace(HASHING, correct=SPELLING, spelling=SPELLING.name)
SLIPS = GOOD.replace("groups", "gruops").replace("measure", "meassure").replace("anybody", "anyboddy")


def test_an_answer_with_slips_scores_like_one_without() -> None:
    def value(text: str) -> float | None:
        return score_answer(question(), text, Level.ADVANCED, CORRECTING, "bank").value

    assert value(SLIPS) == value(GOOD)


def test_without_a_dictionary_words_are_taken_as_they_were_typed() -> None:
    answer = read_answer(SLIPS)
    assert corrected(answer, question(), None) is answer


def test_an_answer_without_slips_stays_the_same_object() -> None:
    answer = read_answer(GOOD)
    assert corrected(answer, question(), SPELLING) is answer


def test_offsets_and_the_shown_text_stay_as_they_were_typed() -> None:
    typed = read_answer(SLIPS)
    read = corrected(typed, question(), SPELLING)
    assert read.text == typed.text
    assert [one.span for one in read.sentences] == [one.span for one in typed.sentences]
    assert read.words == read_answer(GOOD).words


def test_the_question_copied_with_slips_is_still_a_copy() -> None:
    copy = "How wuold you auditt a clasifier that decidess who is invitted to an intervieww, auditt a clasifier?"
    score = score_answer(question(), copy, Level.BEGINNER, CORRECTING, "bank")
    assert GuardName.QUESTION_COPIED in {guard.name for guard in score.guards}
    assert score.value == 0.0


def test_the_receipt_names_what_corrects() -> None:
    with_, without = (
        score_answer(question(), GOOD, Level.BEGINNER, model, "bank").receipt.normalisations
        for model in (CORRECTING, HASHING)
    )
    assert set(with_) - set(without) == {f"spelling-corrected ({SPELLING.name})"}


def test_a_questions_own_words_are_its_plain_words_of_four_letters_or_more() -> None:
    assert own_words(("The GPT4 audit isn't an Änderung.",)) == {"audit"}
