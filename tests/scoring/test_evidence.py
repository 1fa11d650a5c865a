"""Which sentence carries a point, and when it denies it."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from skillprep.bank.vocabulary import Level
from skillprep.scoring.answer import read_answer
from skillprep.scoring.evidence import Finding, find_evidence
from skillprep.scoring.head import Head, Lone
from skillprep.scoring.reference import Target, make_reference
from skillprep.scoring.score import score_answer
from skillprep.scoring.values import PointState, Score, ScoringModel
from skillprep.scoring.windows import make_windows
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
        rows = [(self.sure if self.word in said else self.of_others, 0.0) for said, _ in pairs]
        return np.array(rows).reshape(len(pairs), 2)


def scored(text: str, model: ScoringModel) -> Score:
    return score_answer(question(), text, Level.INTERMEDIATE, model, "test")


def made(score: Score) -> set[str]:
    return {point.point_id for point in score.points if point.state in (PointState.COVERED, PointState.PARTLY)}


def test_a_point_that_the_model_finds_denied_is_unsure_and_a_person_is_asked() -> None:
    plain = scored(GOOD, HASHING)
    word = "groups"
    denied = scored(GOOD, replace(HASHING, infer=Judge(word)))
    lost = made(plain) - made(denied)
    assert lost
    for point in denied.points:
        assert point.denied == (point.point_id in lost)
        assert point.state is PointState.UNSURE or not point.denied
    assert denied.needs_review


def test_half_a_doubt_about_one_point_is_let_pass_but_not_one_about_most_of_them() -> None:
    half = (HASHING.head.thresholds.contradicted + HASHING.head.thresholds.contradicted_together) / 2
    one, every = Judge("groups", half), Judge("groups", half, half)
    assert not any(point.denied for point in scored(GOOD, replace(HASHING, infer=one)).points)
    turned = scored(GOOD, replace(HASHING, infer=every))
    denied = [point for point in turned.points if point.denied]
    assert {point.point_id for point in denied} == made(scored(GOOD, HASHING))
    assert all(point.contribution == 0 and point.state is PointState.UNSURE for point in denied)
    assert turned.needs_review


def test_what_the_model_finds_agreeing_counts_even_where_the_rule_sees_a_negation() -> None:
    text = f"It is not the case that nobody has to do it. {GOOD}"
    assert made(scored(text, replace(HASHING, infer=Judge("zebra")))) >= made(scored(GOOD, HASHING))


def test_the_model_is_asked_only_about_points_that_look_made_and_with_the_likest_wording() -> None:
    judge = Judge("zebra")
    score = scored(GOOD, replace(HASHING, infer=judge))
    limit = HASHING.head.thresholds.decision
    likely = [one for one in (*score.points, *score.pitfalls) if one.probability >= limit]
    assert len(judge.asked) == len(likely) < len(question().points) + len(question().pitfalls)
    texts = {
        text for target in (*question().points, *question().pitfalls) for text in (target.statement, *target.phrasings)
    }
    assert all(point in texts for _, point in judge.asked)


def test_an_answer_that_makes_no_point_costs_no_question() -> None:
    judge = Judge("zebra")
    scored("My grandmother bakes bread on Sundays and the whole street can smell it.", replace(HASHING, infer=judge))
    assert judge.asked == []


def test_the_receipt_names_the_model() -> None:
    model = replace(HASHING, infer=Judge("zebra"), polarity_sha256="1" * 64)
    assert scored(GOOD, model).receipt.polarity_sha256 == "1" * 64


def test_the_only_target_of_a_question_is_judged_by_whether_it_follows_from_its_window_as_well() -> None:
    with_lone = HASHING.head.model_copy(update={"lone": Lone(own=0.5, follows=1.0, intercept=0.0)})
    own = found(["The alarm goes to a person."], HASHING.head)[0].probability
    for follows in (-3.0, 0.0, 3.0):
        one = found(["The alarm goes to a person."], with_lone, follows)[0]
        expected = 0.5 * np.log(own / (1 - own)) + follows
        assert one.probability == pytest.approx(1 / (1 + np.exp(-expected)), abs=2e-3)


def test_of_several_targets_each_is_judged_by_the_head_alone() -> None:
    statements = ["The alarm goes to a person.", "The owner signs."]
    with_lone = HASHING.head.model_copy(update={"lone": Lone(own=0.5, follows=1.0, intercept=0.0)})
    assert found(statements, with_lone, 3.0) == found(statements, HASHING.head, 3.0)


def found(statements: Sequence[str], head: Head, follows: float = 0.0) -> tuple[Finding, ...]:
    """What is found in one answer for targets with these statements, where a model says `follows` of every pair."""
    targets = tuple(Target(str(place), (text,)) for place, text in enumerate(statements))
    reference = make_reference("What happens after release?", targets, HASHING.embed)
    sentences = read_answer("An alarm goes off when the error rises. A person on duty gets it.").sentences
    windows = make_windows(sentences, [True] * len(sentences), HASHING.embed)
    return find_evidence(reference, windows, head, lambda pairs: np.tile((0.02, follows), (len(pairs), 1)))
