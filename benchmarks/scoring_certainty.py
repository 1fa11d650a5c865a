"""How far probabilities can be believed, what leaving the unsure to a person gains, and whether evidence matters."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.scoring_bank import BankAnswers
from benchmarks.scoring_judges import OURS, Bench, Judged, Pairs
from skillprep.scoring.head import Thresholds
from skillprep.scoring.score import score_answer
from skillprep.scoring.values import PointScore, PointState
from skillprep.validity.interval import Figure, with_interval
from skillprep.validity.measures import (
    Bin,
    Floats,
    Measure,
    Numbers,
    accuracy_at_coverage,
    mean,
    reliability,
    risk_coverage,
)

COVERAGES = tuple(round(0.05 * step, 2) for step in range(1, 21))
EXPECTED_COVERAGE = 0.8


@dataclass(frozen=True)
class Step:
    """Accuracy among the `coverage` most certain judgements."""

    coverage: float
    accuracy: float


@dataclass(frozen=True)
class Certainty:
    """Calibration and coverage of one set. `band_…`: with the shipped unsure band left to a person."""

    data: str
    n: int
    bins: tuple[Bin, ...]
    curve: tuple[Step, ...]
    accuracy_at_80: Figure
    band_coverage: Figure
    band_accuracy: Figure


def certainty(data: str, pairs: Pairs, bench: Bench) -> Certainty:
    """What the scorer's probabilities on one set are worth."""
    scores, labels, limits = pairs.scores[OURS], pairs.labels, bench.model.head.thresholds
    curve = risk_coverage(scores, labels, limits.decision)
    measures: tuple[Measure, ...] = (
        accuracy_at_coverage(EXPECTED_COVERAGE, limits.decision),
        lambda found, _: mean(outside_band(found, limits)),
        lambda found, true: mean(((found >= limits.decision) == (true == 1))[outside_band(found, limits)]),
    )
    return Certainty(
        data,
        len(pairs),
        reliability(scores, labels),
        tuple(Step(coverage, curve.at(coverage)) for coverage in COVERAGES),
        *(with_interval(measure, scores, labels, pairs.groups, bench.rounds) for measure in measures),
    )


def outside_band(scores: Floats, limits: Thresholds) -> Numbers:
    """Whether a probability lies outside the unsure band, as states.point_state has it."""
    return (scores < limits.unsure_low) | (scores >= limits.unsure_high)


@dataclass(frozen=True)
class Deletion:
    """What happens to covered points when the sentences that were shown as their evidence are taken out."""

    answers: int
    fell: Figure
    no_longer_covered: Figure
    mean_fall: Figure


def deletion(judged: Sequence[Judged], answers: BankAnswers, bench: Bench) -> Deletion | None:
    """Shares of covered points, with intervals over questions; None when no point is covered."""
    found = [
        (one, point, without_evidence(one, place, point, answers, bench))
        for one in judged
        for place, point in enumerate(one.score.points if one.score else ())
        if point.state is PointState.COVERED and point.evidence is not None
    ]
    if not found:
        return None
    groups = [one.case.group for one, _, _ in found]
    falls = np.array([point.probability - after.probability for _, point, after in found])
    uncovered = np.array([float(after.state is not PointState.COVERED) for _, _, after in found])
    return Deletion(
        len({one.case.text for one, _, _ in found}),
        *(
            with_interval(lambda scores, _: mean(scores), values, np.zeros(len(values)), groups, bench.rounds)
            for values in ((falls > 0).astype(np.float64), uncovered, falls)
        ),
    )


def without_evidence(one: Judged, place: int, point: PointScore, answers: BankAnswers, bench: Bench) -> PointScore:
    """The point's score in the answer without its evidence."""
    assert point.evidence is not None
    span, question = point.evidence.span, answers.questions[one.case.group]
    left = one.case.text[: span.start] + one.case.text[span.end :]
    return score_answer(question, left, question.level, bench.model, "benchmark").points[place]
