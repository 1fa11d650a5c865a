"""A figure on somebody's own data, or the reason why there is none."""

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from skillprep.validity.interval import Figure, with_interval
from skillprep.validity.measures import Floats, Measure, Numbers

FEWEST = 10
"""Rows, answers and clusters below which a figure would say more about chance than about the scorer."""
DECIMALS = 4
MOST_ROUNDS, FEWEST_ROUNDS = 1_000, 200
ROW_DRAWS = 20_000_000
SEED = 0


@dataclass(frozen=True)
class Measured:
    """A figure from `n` rows of `answers` answers; `figure` is None where `lacking` says what the data lack.

    `resampled` names what the bootstrap drew: questions where there are at least 10 different ones, else answers.
    """

    n: int
    answers: int
    resampled: str
    figure: Figure | None
    lacking: str = ""

    def as_json(self) -> dict[str, object]:
        """For programs. NaN is not JSON, so a figure without an interval has null there."""
        counts: dict[str, object] = {"n": self.n, "answers": self.answers}
        if self.figure is None:
            return {**counts, "not_enough_data": self.lacking}
        numbers = {"value": self.figure.value, "low": self.figure.low, "high": self.figure.high}
        shown = {name: round(value, DECIMALS) if math.isfinite(value) else None for name, value in numbers.items()}
        return {**counts, **shown, "resampled": self.resampled}


@dataclass(frozen=True)
class Sample:
    """Rows to measure: two equally long columns, and for each row the answer and the question it belongs to.

    With `classes` the second column is a label, and a figure needs both labels.
    """

    scores: Floats
    labels: Numbers
    answer: Numbers
    question: Numbers
    noun: str
    classes: bool = False

    @cached_property
    def answers(self) -> int:
        """How many answers the rows come from."""
        return len(np.unique(self.answer))

    @cached_property
    def by_question(self) -> bool:
        """Whether there are enough questions to resample them instead of answers."""
        return len(np.unique(self.question)) >= FEWEST

    def part(self, chosen: Numbers) -> "Sample":
        """The rows where `chosen` is true."""
        rows = np.asarray(chosen, dtype=np.bool_)
        columns = (self.scores[rows], self.labels[rows], self.answer[rows], self.question[rows])
        return Sample(*columns, self.noun, self.classes)


def measured(measure: Measure, sample: Sample) -> Measured:
    """The figure with its 90 % interval, or why these rows do not determine it."""
    resampled = "questions" if sample.by_question else "answers"
    n = len(sample.scores)
    reason = lacking(sample)
    figure = None
    if not reason:
        groups = sample.question if sample.by_question else sample.answer
        figure = with_interval(measure, sample.scores, sample.labels, groups, rounds(n), SEED)
        if math.isnan(figure.value):
            figure, reason = None, f"the {sample.noun} do not vary"
    return Measured(n, sample.answers, resampled, figure, reason)


def lacking(sample: Sample) -> str:
    """What the rows lack for any figure; empty when nothing."""
    n = len(sample.scores)
    if n < FEWEST:
        return f"{n} {sample.noun}, at least {FEWEST} are needed"
    if sample.answers < FEWEST:
        return f"{n} {sample.noun} of only {sample.answers} answers, at least {FEWEST} are needed"
    if sample.classes and sample.labels.min() == sample.labels.max():
        return f"every label is {int(sample.labels[0])}, both 0 and 1 are needed"
    return ""


def rounds(n: int) -> int:
    """1,000 bootstrap rounds; fewer, but at least 200, where there are so many rows that it would take minutes."""
    return min(max(ROW_DRAWS // max(n, 1), FEWEST_ROUNDS), MOST_ROUNDS)
