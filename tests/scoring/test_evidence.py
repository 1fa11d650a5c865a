"""Which sentence carries a point, and when it denies it."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from skillprep.bank.vocabulary import Level
from skillprep.scoring.score import score_answer
from skillprep.scoring.values import PointState, Score, ScoringModel
from tests.scoring.making import GOOD, HASHING, question


class Judge:
    """A polarity model that holds whatever says `word` for a contradiction, and remembers what it was asked."""

    def __init__(self, word: str, sure: float = 0.97, of_others: float = 0.02) -> None:
        self.word = word
        self.sure = sure
        self.of_others = of_others
        self.asked: list[tuple[str, str]] = []

    def __call__(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float64]:
        self.asked += pairs
        return np.array([self.sure if self.word in said else self.of_others for said, _ in pairs])


def scored(text: str, model: ScoringModel) -> Score:
    return score_answer(question(), text, Level.INTERMEDIATE, model, "test")


def made(score: Score) -> set[str]:
    return {point.point_id for point in score.points if point.state in (PointState.COVERED, PointState.PARTLY)}


def test_a_point_that_the_model_finds_denied_is_unsure_and_a_person_is_asked() -> None:
    plain = scored(GOOD, HASHING)
    word = "groups"
    denied = scored(GOOD, replace(HASHING, contradicted=Judge(word)))
    lost = made(plain) - made(denied)
    assert lost
    for point in denied.points:
        assert point.denied == (point.point_id in lost)
        assert point.state is PointState.UNSURE or not point.denied
    assert denied.needs_review


def test_half_a_doubt_about_one_point_is_let_pass_but_not_one_about_most_of_them() -> None:
    half = (HASHING.head.thresholds.contradicted + HASHING.head.thresholds.contradicted_together) / 2
    one, every = Judge("groups", half), Judge("groups", half, half)
    assert not any(point.denied for point in scored(GOOD, replace(HASHING, contradicted=one)).points)
    turned = scored(GOOD, replace(HASHING, contradicted=every))
    denied = [point for point in turned.points if point.denied]
    assert {point.point_id for point in denied} == made(scored(GOOD, HASHING))
    assert all(point.contribution == 0 and point.state is PointState.UNSURE for point in denied)
    assert turned.needs_review


def test_what_the_model_finds_agreeing_counts_even_where_the_rule_sees_a_negation() -> None:
    text = f"It is not the case that nobody has to do it. {GOOD}"
    assert made(scored(text, replace(HASHING, contradicted=Judge("zebra")))) >= made(scored(GOOD, HASHING))


def test_the_model_is_asked_only_about_points_that_look_made_and_with_the_likest_wording() -> None:
    judge = Judge("zebra")
    score = scored(GOOD, replace(HASHING, contradicted=judge))
    limit = HASHING.head.thresholds.decision
    likely = [one for one in (*score.points, *score.pitfalls) if one.probability >= limit]
    assert len(judge.asked) == len(likely) < len(question().points) + len(question().pitfalls)
    texts = {
        text for target in (*question().points, *question().pitfalls) for text in (target.statement, *target.phrasings)
    }
    assert all(point in texts for _, point in judge.asked)


def test_an_answer_that_makes_no_point_costs_no_question() -> None:
    judge = Judge("zebra")
    scored(
        "My grandmother bakes bread on Sundays and the whole street can smell it.", replace(HASHING, contradicted=judge)
    )
    assert judge.asked == []


def test_the_receipt_names_the_model() -> None:
    model = replace(HASHING, contradicted=Judge("zebra"), polarity_sha256="1" * 64)
    assert scored(GOOD, model).receipt.polarity_sha256 == "1" * 64
