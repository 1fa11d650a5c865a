import numpy as np
import pytest

from benchmarks.scoring_data import Case, load_questions, model_answer_cases, plain_windows
from benchmarks.scoring_judges import BASELINES, HEAD, JUDGES, OURS, Bench, judge_answers, judge_cases, pairs_of
from skillprep.scoring.head import Head
from skillprep.scoring.reference import Target, make_reference
from skillprep.scoring.values import ScoringModel
from skillprep.semantic.hashing import HashingEncoder

EMBED = HashingEncoder()
POINTS = ("Measure recall for every age band", "Bake bread on Sundays")


@pytest.fixture
def bench() -> Bench:
    head = Head.from_json(HEAD.read_text("utf-8"))
    return Bench(ScoringModel(EMBED, EMBED, head, "hashing", EMBED.sha256), EMBED, rounds=5, thinning=2)  # type: ignore[arg-type]


def case(text: str) -> Case:
    reference = make_reference("How do you audit?", tuple(Target(text, (text,)) for text in POINTS), EMBED)
    return Case("test", "q", text, reference, plain_windows(text, EMBED), {0: 1, 1: 0}, points=1)


def test_each_baseline_rates_a_point_that_is_said_above_one_that_is_not(bench: Bench) -> None:
    said = f"{POINTS[0]}. Then I would go home."
    table = judge_cases([case(said)], bench)[0].table
    assert table.shape == (2, len(JUDGES))
    assert (table[0] > table[1]).all()
    sentence = table[0, JUDGES.index("best-sentence cosine")]
    assert sentence == pytest.approx(1.0, abs=1e-6)
    assert table[0, JUDGES.index("whole-answer cosine")] < sentence
    assert table[0, JUDGES.index("lexical recall")] == pytest.approx(1.0)


def test_an_answer_without_words_gets_nothing_from_any_judge(bench: Bench) -> None:
    assert judge_cases([case("?!")], bench)[0].table.tolist() == np.zeros((2, len(JUDGES))).tolist()


def test_pairs_are_the_labelled_targets_that_were_asked_for(bench: Bench) -> None:
    judged = judge_cases([case(POINTS[0]), case(POINTS[1])], bench)
    everything, points = pairs_of(judged), pairs_of(judged, lambda case, place: place < case.points)
    assert everything.labels.tolist() == [1, 0, 1, 0]
    assert points.labels.tolist() == [1, 1]
    assert points.scores[OURS].tolist() == [judged[0].table[0, -1], judged[1].table[0, -1]]
    assert len(pairs_of([])) == 0


def test_bank_answers_are_judged_by_the_whole_scorer(bench: Bench) -> None:
    questions = load_questions()[:1]
    judged = judge_answers(list(model_answer_cases(questions, EMBED)), questions, bench)
    for one in judged:
        assert one.score is not None
        told = [point.probability for point in one.score.points] + [
            pitfall.probability for pitfall in one.score.pitfalls
        ]
        assert one.table[:, len(BASELINES)].tolist() == told
