"""The report on somebody's own data: how well point decisions, scores and group means agree with people's."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from skillprep.validity.measured import Measured, Sample, measured
from skillprep.validity.measures import (
    Bin,
    Floats,
    Numbers,
    accuracy_at,
    accuracy_at_coverage,
    auc,
    average_precision,
    calibration_error,
    f1_at,
    mean,
    pearson,
    reliability,
    rmse,
    standardised_mean_difference,
)
from skillprep.validity.scale import Scale, observed_scale
from skillprep.validity.tally import Tally

COVERAGE = 0.8
SHOWN_GROUPS = 50

Figures = Mapping[str, Measured]


@dataclass(frozen=True)
class GroupRow:
    """Mean scores of one group, and ours less the person's in standard deviations; None where no scores were given."""

    group: str
    n: int
    ours: Measured
    given: Measured | None
    difference: Measured | None

    def as_json(self) -> dict[str, object]:
        """For programs."""
        figures = {"ours": self.ours, "given": self.given, "standardised_difference": self.difference}
        return {"group": self.group, "n": self.n, **{name: one and one.as_json() for name, one in figures.items()}}


@dataclass(frozen=True)
class Report:
    """Figures by name, in groups that docs/evaluate.md explains one by one. `threshold` decides made or not made."""

    answers: int
    judged: int
    labelled_points: int
    threshold: float
    scale: Scale | None
    points: Figures
    scores: Figures
    asked: Figures
    groups: tuple[GroupRow, ...]
    groups_left_out: int
    calibration: tuple[Bin, ...]
    states: Mapping[str, int]
    guards: Mapping[str, int]

    def as_json(self) -> dict[str, object]:
        """For programs."""
        return {
            "answers": self.answers,
            "not_judged": self.answers - self.judged,
            "labelled_points": self.labelled_points,
            "threshold": self.threshold,
            "scale": self.scale and {**vars(self.scale), "note": self.scale.sentence()},
            "points": {name: one.as_json() for name, one in self.points.items()},
            "scores": {name: one.as_json() for name, one in self.scores.items()},
            "asked": {name: one.as_json() for name, one in self.asked.items()},
            "groups": [row.as_json() for row in self.groups],
            "groups_left_out": self.groups_left_out,
            "calibration": [vars(one) for one in self.calibration],
            "states": dict(self.states),
            "guards": dict(self.guards),
        }


def make_report(tally: Tally, threshold: float, scale: Scale | None = None) -> Report:
    """Everything the data determine. Without `scale` the lowest and highest score given are its ends."""
    labelled = labelled_sample(tally)
    scale = scale or observed_scale(tally.given)
    return Report(
        answers=len(tally),
        judged=int((~np.isnan(tally.value)).sum()),
        labelled_points=len(labelled.labels),
        threshold=threshold,
        scale=scale,
        points=point_figures(labelled, threshold),
        scores=score_figures(tally, scale),
        asked=asked_figures(tally, labelled, threshold),
        groups=group_rows(tally, scale),
        groups_left_out=max(len(tally.groups) - SHOWN_GROUPS, 0),
        calibration=reliability(labelled.scores, labelled.labels),
        states=dict(sorted(tally.states.items())),
        guards=dict(sorted(tally.guards.items())),
    )


def labelled_sample(tally: Tally) -> Sample:
    """Probability and label of each labelled point of the judged answers."""
    owner = tally.owner
    return Sample(tally.probability, tally.label, owner, tally.question[owner], "labelled points", classes=True)


def point_figures(labelled: Sample, threshold: float) -> Figures:
    """How well probabilities rank, decide and mean what they say."""
    measures = {
        "AUC": auc,
        "average precision": average_precision,
        "F1": f1_at(threshold),
        "accuracy": accuracy_at(threshold),
        "calibration error": calibration_error,
    }
    return {name: measured(measure, labelled) for name, measure in measures.items()}


def answer_sample(tally: Tally, scores: Floats, labels: Numbers, noun: str) -> Sample:
    """One row an answer."""
    return Sample(scores, labels, np.arange(len(tally)), tally.question, noun)


def score_figures(tally: Tally, scale: Scale | None) -> Figures:
    """Agreement with the scores given, over judged answers."""
    measures = {
        "Pearson correlation": pearson,
        "root mean squared error": rmse,
        "quadratic weighted kappa": scale.kappa() if scale else pearson,
        "standardised mean difference": standardised_mean_difference,
    }
    # Without a scale there are no scores, or all are the same: then the correlation is NaN, and so is every figure.
    both = both_scores(tally, scale)
    return {name: measured(measure if scale else pearson, both) for name, measure in measures.items()}


def both_scores(tally: Tally, scale: Scale | None) -> Sample:
    """Our score on the given scale beside the person's, where there are both."""
    ours, given = tally.value, tally.given
    whole = answer_sample(tally, scale.of(ours) if scale else ours, given, "scores")
    return whole.part(~np.isnan(ours) & ~np.isnan(given))


def asked_figures(tally: Tally, labelled: Sample, threshold: float) -> Figures:
    """How much is left to a person, and how good the decisions are that are not."""
    nothing = np.zeros(len(tally))
    answers = answer_sample(tally, tally.flagged.astype(np.float64), nothing, "answers")
    unsure = answer_sample(tally, tally.unsure, nothing, "answers")
    return {
        "answers left to a person": measured(mean_score, answers),
        "share of an answer's points left to a person": measured(mean_score, unsure),
        "accuracy of the points decided": measured(accuracy_at(threshold), labelled.part(tally.decided)),
        "accuracy at 80 % coverage": measured(accuracy_at_coverage(COVERAGE, threshold), labelled),
    }


def group_rows(tally: Tally, scale: Scale | None) -> tuple[GroupRow, ...]:
    """A row for each of the 50 largest groups; over answers with both scores where scores were given at all."""
    any_given = bool((~np.isnan(tally.given)).any())
    judged = answer_sample(tally, tally.value, tally.value, "answers").part(~np.isnan(tally.value))
    sample = both_scores(tally, scale) if any_given else judged
    codes = tally.group[sample.answer]
    sizes = {name: int((codes == code).sum()) for name, code in tally.groups.items()}
    largest = sorted(sizes, key=lambda name: (-sizes[name], name))[:SHOWN_GROUPS]
    return tuple(group_row(name, sample.part(codes == tally.groups[name]), any_given) for name in largest)


def group_row(name: str, sample: Sample, any_given: bool) -> GroupRow:
    """The means of one group and their difference."""
    ours = measured(mean_score, sample)
    given = measured(mean_label, sample) if any_given else None
    difference = measured(standardised_mean_difference, sample) if any_given else None
    return GroupRow(name, len(sample.scores), ours, given, difference)


def mean_score(scores: Floats, _: Numbers) -> float:
    """Mean of the first column."""
    return mean(scores)


def mean_label(_: Floats, labels: Numbers) -> float:
    """Mean of the second column."""
    return mean(labels)
