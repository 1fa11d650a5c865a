"""Findings about the answer as a whole, through the whole scorer with an encoder that knows spelling only."""

import pytest

from skillprep.bank.vocabulary import Level
from skillprep.scoring.score import score_answer
from skillprep.scoring.values import Effect, GuardName, PointState, Score
from tests.scoring.making import FILLER, GOOD, HASHING, question


def scored(text: str) -> Score:
    return score_answer(question(), text, Level.ADVANCED, HASHING, "test")


def names(text: str) -> list[GuardName]:
    return [guard.name for guard in scored(text).guards]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("", GuardName.EMPTY),
        (" \n\t .!? 12", GuardName.EMPTY),
        ("\u200b\u202e", GuardName.EMPTY),
        ("yes", GuardName.TOO_SHORT),
        ("asdf jkl qwer zxcv hjkl asdfg poiu lkjh", GuardName.NOT_PROSE),
        ("https://example.org/a https://example.org/b", GuardName.NOT_PROSE),
        ("def f(x): return x+1\nimport os; print(os.getcwd())", GuardName.NOT_PROSE),
        ("fairness, metrics, audits, logging, monitoring, stakeholders, compliance, groups", GuardName.KEYWORD_LIST),
        (question().prompt, GuardName.QUESTION_COPIED),
        ("Tomatoes grow best when they get sun and water every day. " * 3, GuardName.OFF_TOPIC),
    ],
)
def test_an_answer_that_says_nothing_is_worth_nothing_and_says_why(text: str, name: GuardName) -> None:
    score = scored(text)
    assert name in [guard.name for guard in score.guards]
    assert score.value == 0.0
    assert {point.state for point in score.points} == {PointState.MISSED}
    assert all(guard.reason.endswith(".") for guard in score.guards)


@pytest.mark.parametrize(
    "text",
    [
        "Ich würde zuerst die Daten prüfen und dann mit dem Team sprechen, weil das Modell nicht fair ist.",
        "Je vérifierais les données avec mon équipe et nous ne serions pas sur une seule mesure pour le modèle.",
        "Сначала проверил бы данные, затем поговорил бы вместе со всеми.",
        "我会先检查数据然后和团队讨论。",
    ],
)
def test_an_answer_in_another_language_is_left_to_a_person_instead_of_scored(text: str) -> None:
    score = scored(text)
    assert [guard.effect for guard in score.guards] == [Effect.NO_SCORE]
    assert score.value is None
    assert score.levels == ()
    assert score.needs_review
    assert {point.state for point in score.points} == {PointState.UNSURE}


def test_a_short_answer_is_scored_and_sent_to_a_person() -> None:
    score = scored("I would measure how large the error rate is for each group.")
    assert [(guard.name, guard.effect) for guard in score.guards] == [(GuardName.TOO_SHORT, Effect.REVIEW)]
    assert score.needs_review


def test_a_pasted_model_answer_is_scored_and_sent_to_a_person() -> None:
    assert GuardName.MODEL_ANSWER_PASTED in names(GOOD)
    assert scored(GOOD).value


def test_a_denied_point_is_held_within_the_unsure_band_and_sent_to_a_person() -> None:
    score = scored(f"I would never measure the error rate for each group on data kept aside. {' '.join(FILLER)}")
    errors = next(point for point in score.points if point.point_id == "errors")
    assert errors.denied
    assert errors.probability == HASHING.head.thresholds.denied
    assert errors.state is PointState.UNSURE
    assert GuardName.POINTS_DENIED in [guard.name for guard in score.guards]


def test_terms_tacked_on_to_an_answer_gain_nothing() -> None:
    plain = f"I would ask the people in the team what they have seen so far. {' '.join(FILLER)}"
    terms = " Groups, results, error, rate, owner, writing, alarm, release, audit."
    assert scored(plain + terms).points == scored(plain).points


def test_an_answer_partly_in_another_language_is_scored_and_sent_to_a_person() -> None:
    german = "Ich würde zuerst die Daten prüfen und dann mit dem Team sprechen, weil das Modell nicht fair ist."
    score = scored(f"{GOOD} {german} {german}")
    assert (GuardName.OTHER_LANGUAGE, Effect.REVIEW) in [(guard.name, guard.effect) for guard in score.guards]
    assert score.value is not None


def test_an_answer_that_is_taken_back_is_scored_and_sent_to_a_person() -> None:
    score = scored(f"{GOOD} But none of this is true.")
    assert (GuardName.TAKEN_BACK, Effect.REVIEW) in [(guard.name, guard.effect) for guard in score.guards]
    assert score.value
    assert score.needs_review


def test_a_list_of_longer_terms_is_sent_to_a_person() -> None:
    terms = ("error rate of each group", "data kept aside from training", "letter to the owner", "alarm on duty")
    more = ("review by the legal team", "date of the next audit")
    assert GuardName.KEYWORD_LIST in names("; ".join((*terms, *more)))
