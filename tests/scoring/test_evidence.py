"""Which sentence carries a point, and when it denies it."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from skillprep.bank.vocabulary import Level
from skillprep.scoring.answer import read_answer
from skillprep.scoring.evidence import Finding, find_evidence
from skillprep.scoring.head import Head, Joined
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


JOINED = HASHING.head.model_copy(update={"joined": Joined(own=0.5, follows=1.0, intercept=0.0)})
ALARM = ("A person is called when errors rise.",)
OWNER = ("The owner signs.", "A signature of the owner.", "She who owns it puts her name to it.")


@pytest.mark.parametrize("others", [[], [OWNER]], ids=["alone", "beside others"])
@pytest.mark.parametrize("follows", [-3.0, 0.0, 3.0])
def test_a_target_known_by_its_statement_alone_is_judged_by_whether_it_follows_as_well(
    others: list[tuple[str, ...]], follows: float
) -> None:
    own = found([ALARM, *others], HASHING.head)[0].probability
    both = found([ALARM, *others], JOINED, follows)[0].probability
    assert both == pytest.approx(1 / (1 + np.exp(-(0.5 * np.log(own / (1 - own)) + follows))), abs=2e-3)


def test_the_only_target_of_a_question_is_thinly_described_however_many_texts_it_has() -> None:
    assert found([OWNER], JOINED, 3.0)[0].probability > found([OWNER], JOINED, -3.0)[0].probability


def test_a_target_with_phrasings_beside_others_is_judged_by_the_head_alone() -> None:
    assert found([ALARM, OWNER], JOINED, 3.0)[1] == found([ALARM, OWNER], HASHING.head)[1]


def found(targets: Sequence[tuple[str, ...]], head: Head, follows: float = 0.0) -> tuple[Finding, ...]:
    """What is found in one answer for targets with these texts, where a model says `follows` of every pair."""
    expected = tuple(Target(str(place), texts) for place, texts in enumerate(targets))
    reference = make_reference("What happens after release?", expected, HASHING.embed)
    sentences = read_answer("An alarm goes off when the error rises. A person on duty gets it.").sentences
    windows = make_windows(sentences, [True] * len(sentences), HASHING.embed)
    return find_evidence(reference, windows, head, lambda pairs: np.tile((0.02, follows), (len(pairs), 1)))
