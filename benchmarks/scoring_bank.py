"""The bank's own test questions, which nothing was fitted to, judged by the whole scorer as it ships."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.scoring_data import (
    BANK,
    Case,
    distractor_cases,
    in_parts,
    labelled_cases,
    load_answers,
    load_questions,
    model_answer_cases,
)
from benchmarks.scoring_judges import JUDGES, OURS, Bench, Judged, Pairs, judge_answers, pairs_of
from benchmarks.scoring_table import Row, cuts_from, decided, rows_for
from skillprep.bank.question import Question
from skillprep.scoring.reference import reference_texts
from skillprep.scoring.values import PointState
from skillprep.validity.interval import with_interval
from skillprep.validity.measures import Floats, Numbers, f1_at, mean, quadratic_weighted_kappa

POINTS = "test questions: points"
STEPS = 5


@dataclass(frozen=True)
class BankAnswers:
    """Questions of one part with their answers judged: people's labels, model answers, and other questions' answers."""

    questions: dict[str, Question]
    labelled: list[Judged]
    model: list[Judged]
    other: list[Judged]

    @property
    def points(self) -> Pairs:
        """The points of the answers that people labelled."""
        return pairs_of(self.labelled, is_point)


def is_point(case: Case, place: int) -> bool:
    """Whether the target is a point; the others are pitfalls."""
    return place < case.points


def is_pitfall(case: Case, place: int) -> bool:
    """Whether the target is a pitfall."""
    return place >= case.points


def bank_answers(bench: Bench, part: str, thinning: int = 1) -> BankAnswers:
    """Every `thinning`-th question of a part of the bank, judged."""
    questions = in_parts(load_questions(), part)[::thinning]
    embed = bench.model.embed
    embed([text for question in questions for text in reference_texts(question)] or [""])
    labelled = list(labelled_cases(questions, load_answers(BANK / "answers"), "labelled", embed))
    model, other = list(model_answer_cases(questions, embed)), list(distractor_cases(questions, embed))
    judged = judge_answers([*labelled, *model, *other], questions, bench)
    ends = np.cumsum([len(labelled), len(model)])
    by_id = {question.id: question for question in questions}
    return BankAnswers(by_id, judged[: ends[0]], judged[ends[0] : ends[1]], judged[ends[1] :])


def bank_rows(test: BankAnswers, dev: BankAnswers, bench: Bench) -> list[Row]:
    """Points, pitfalls, and whole answers. Baselines decide by the best-F1 threshold of the dev questions."""
    chosen = (
        (POINTS, pairs_of(test.labelled, is_point), pairs_of(dev.labelled, is_point)),
        ("test questions: pitfalls", pairs_of(test.labelled, is_pitfall), pairs_of(dev.labelled, is_pitfall)),
        (
            "test questions: model answers v. others",
            pairs_of([*test.model, *test.other]),
            pairs_of([*dev.model, *dev.other]),
        ),
    )
    rows = []
    for data, here, there in chosen:
        thresholds = bench.model.head.thresholds
        shipped = thresholds.pitfall if data.endswith("pitfalls") else thresholds.decision
        rows += rows_for(data, here, decided(here, cuts_from(there, f1_at(0.5)), shipped), bench.rounds)
    return rows + kappa_rows(test, dev, bench)


def kappa_rows(test: BankAnswers, dev: BankAnswers, bench: Bench) -> list[Row]:
    """Quadratic weighted kappa of a five-point score with the one that the labels give.

    Labels: the weighted share of the points expected at the question's level that a person found, as 1 + round(4 x
    share). The scorer: its value, which pitfalls lower, on the same five steps. A baseline: the share that it finds.
    """
    cuts = cuts_from(dev.points, f1_at(0.5))
    expected = np.array([five(labelled_share(one, test)) for one in test.labelled])
    groups = [one.case.group for one in test.labelled]
    rows = []
    for place, name in enumerate(JUDGES):
        if name == OURS:
            values = [one.score.value or 0.0 if one.score else 0.0 for one in test.labelled]
        else:
            values = [share(one, one.table[:, place] >= cuts[name], test) for one in test.labelled]
        found = np.array([five(value) for value in values])
        figures = {
            "kappa": with_interval(five_point_kappa, found, expected, groups, bench.rounds),
            "within one": with_interval(within_one, found, expected, groups, bench.rounds),
        }
        rows.append(Row("test questions: five-point score", name, len(found), None, figures))
    return rows


def five(value: float) -> int:
    """A share in [0, 1] as one of five steps, 0 to 4."""
    return round((STEPS - 1) * value)


def five_point_kappa(found: Floats, expected: Numbers) -> float:
    """Quadratic weighted kappa over the five steps."""
    return quadratic_weighted_kappa(found, expected, STEPS)


def within_one(found: Floats, expected: Numbers) -> float:
    """Share of answers whose two scores differ by one step at most."""
    return mean(np.abs(found - expected) <= 1)


def labelled_share(one: Judged, answers: BankAnswers) -> float:
    """The weighted share that the labels give."""
    return share(one, np.array([one.case.labels[place] for place in range(one.case.points)]) == 1, answers)


def share(one: Judged, found: Numbers, answers: BankAnswers) -> float:
    """Weight of the points found over the weight of those expected at the question's level (all, if none is)."""
    question = answers.questions[one.case.group]
    expected = question.points_at(question.level) or question.points
    total = sum(point.weight for point in expected)
    got = sum(point.weight for place, point in enumerate(question.points) if point in expected and found[place])
    return got / total


@dataclass(frozen=True)
class StateCount:
    """How many points were given a state, and how many of those a person had found in the answer."""

    state: str
    n: int
    made: int


def state_counts(judged: Sequence[Judged]) -> list[StateCount]:
    """One count for each state that a point can be given."""
    seen = [
        (point.state, one.case.labels[place])
        for one in judged
        for place, point in enumerate(one.score.points if one.score else ())
    ]
    return [
        StateCount(
            state.value, sum(found is state for found, _ in seen), sum(label for found, label in seen if found is state)
        )
        for state in PointState
    ]
