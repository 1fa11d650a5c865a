import dataclasses

import numpy as np
import pytest

from benchmarks.scoring_bank import BankAnswers, five, five_point_kappa, labelled_share, share, state_counts, within_one
from benchmarks.scoring_certainty import certainty, deletion, outside_band
from benchmarks.scoring_data import Case, load_questions, model_answer_cases
from benchmarks.scoring_judges import HEAD, JUDGES, OURS, Bench, Judged, Pairs, judge_answers
from skillprep.bank.question import Question
from skillprep.scoring.head import Head
from skillprep.scoring.values import PointState, ScoringModel
from skillprep.semantic.hashing import HashingEncoder

EMBED = HashingEncoder()


@pytest.fixture(scope="module")
def question() -> Question:
    return load_questions()[0]


@pytest.fixture
def bench() -> Bench:
    head = Head.from_json(HEAD.read_text("utf-8"))
    return Bench(ScoringModel(EMBED, EMBED, head, "hashing", EMBED.sha256), EMBED, rounds=20, thinning=1)  # type: ignore[arg-type]


@pytest.fixture
def judged(question: Question, bench: Bench) -> list[Judged]:
    """The question's model answers, and its points' own statements as one answer."""
    cases = list(model_answer_cases([question], EMBED))
    said = " ".join(point.statement for point in question.points)
    return judge_answers([*cases, dataclasses.replace(cases[0], text=said)], [question], bench)


def answers(question: Question, judged: list[Judged]) -> BankAnswers:
    return BankAnswers({question.id: question}, judged, [], [])


@pytest.mark.parametrize(("value", "step"), [(0.0, 0), (0.12, 0), (0.13, 1), (0.5, 2), (0.87, 3), (0.88, 4), (1.0, 4)])
def test_a_share_is_one_of_five_steps(value: float, step: int) -> None:
    assert five(value) == step


def test_kappa_by_hand() -> None:
    """Ratings 0 0 4 4 against 0 0 4 0. Mean squared difference 16 / 4 = 4; expected from the margins (half of one side
    4, a quarter of the other): 16 x (1/2 x 3/4 + 1/2 x 1/4) = 8. Kappa = 1 - 4 / 8."""
    found, expected = np.array([0, 0, 4, 4]), np.array([0, 0, 4, 0])
    assert five_point_kappa(found, expected) == pytest.approx(0.5)
    assert within_one(found, expected) == 0.75


def test_a_labels_score_weighs_the_points_expected_at_the_questions_level(question: Question) -> None:
    expected = question.points_at(question.level) or question.points
    heaviest = max(expected, key=lambda point: point.weight)
    made = {place: int(point is heaviest) for place, point in enumerate(question.points)}
    case = Case("labelled", question.id, "", None, None, made, len(question.points))  # type: ignore[arg-type]
    one = Judged(case, np.zeros((len(question.points), len(JUDGES))))
    found = labelled_share(one, answers(question, [one]))
    assert found == pytest.approx(heaviest.weight / sum(point.weight for point in expected))
    assert share(one, np.ones(len(question.points)), answers(question, [one])) == 1.0


def test_states_are_counted_with_what_a_person_found(judged: list[Judged]) -> None:
    counts = {
        one.state: one for one in state_counts([one for one in judged if len(one.case.labels) == one.case.points])
    }
    assert set(counts) == {state.value for state in PointState}
    assert all(one.made <= one.n for one in counts.values())


def test_taking_the_evidence_out_lowers_the_point_it_carried(
    judged: list[Judged], question: Question, bench: Bench
) -> None:
    found = deletion(judged, answers(question, judged), bench)
    assert found is not None
    covered = [point for one in judged if one.score for point in one.score.points if point.state is PointState.COVERED]
    assert found.fell.n == len(covered) > 0
    assert found.fell.value == 1.0
    assert 0.0 < found.mean_fall.value <= 1.0


def test_without_a_covered_point_nothing_can_be_deleted(question: Question, bench: Bench) -> None:
    assert deletion([], answers(question, []), bench) is None


def test_certainty_leaves_the_unsure_band_to_a_person(bench: Bench) -> None:
    limits = bench.model.head.thresholds
    unsure = (limits.unsure_low + limits.unsure_high) / 2
    scores = np.array([0.0, 0.0, 1.0, 1.0, unsure])
    assert outside_band(scores, limits).tolist() == [True, True, True, True, False]
    pairs = Pairs(np.array([0, 0, 1, 0, 1]), np.array(list("abcde")), {OURS: scores})
    found = certainty("set", pairs, bench)
    assert found.band_coverage.value == pytest.approx(0.8)
    assert found.band_accuracy.value == pytest.approx(0.75)
    assert [(one.n, one.mean_label) for one in found.bins if one.mean_score in (0.0, 1.0)] == [(2, 0.0), (2, 0.5)]
    assert (found.curve[-1].coverage, len(found.curve)) == (1.0, 20)
