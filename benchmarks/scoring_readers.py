"""How far two readers of the same answers agree: no scorer can be asked to agree with one of them better than that."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from skillprep.bank.labelled import AnswerFile, Reading
from skillprep.bank.question import Question
from skillprep.validity.interval import Figure, with_interval
from skillprep.validity.measures import Numbers, mean, quadratic_weighted_kappa


@dataclass(frozen=True)
class Agreement:
    """Two readers on the points, or the pitfalls, of the answers that both have read. kappa: Cohen's."""

    about: str
    answers: int
    n: int
    same: Figure
    kappa: Figure


def agreement(questions: Mapping[str, Question], files: Iterable[AnswerFile], rounds: int) -> list[Agreement]:
    """On points and on pitfalls, over the answers to `questions` that have a second reading; empty without any."""
    read = [
        (questions[file.question], answer, answer.second)
        for file in files
        if file.question in questions
        for answer in file.answers
        if answer.second
    ]
    found = []
    for about in ("points", "pitfalls"):
        judged = [
            (question.id, target in named(first, about), target in named(second, about))
            for question, first, second in read
            for target in [one.id for one in (question.points if about == "points" else question.pitfalls)]
        ]
        if judged:
            one, two = (np.array([row[place] for row in judged], dtype=np.int64) for place in (1, 2))
            groups = [row[0] for row in judged]
            same = with_interval(lambda a, b: mean(a == b), one, two, groups, rounds)
            found.append(Agreement(about, len(read), len(one), same, with_interval(cohen, one, two, groups, rounds)))
    return found


def named(reading: Reading, about: str) -> set[str]:
    """The points, or pitfalls, that a reader found."""
    return {label.id for label in (reading.covered if about == "points" else reading.pitfalls)}


def cohen(one: Numbers, two: Numbers) -> float:
    """Agreement beyond chance; with two categories the quadratic weights change nothing."""
    return quadratic_weighted_kappa(one, two, 2)
