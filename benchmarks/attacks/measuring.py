"""From outcomes to one figure an attack, with its 95 % interval, and whether the demand is met."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from statistics import fmean

import numpy as np

from benchmarks.attacks.attack import GAIN, LEAST_TO_LOSE, LOW, MOST_KEPT, Attack, Demand
from benchmarks.attacks.catalogue import Case
from benchmarks.attacks.scorers import Outcome, Scorer

Z = 1.959964
ROUNDS = 1000
ROUNDING = 1e-9
"""A score of .6299999 against a limit of .63 is within it."""


@dataclass(frozen=True)
class Judged:
    """A case with the outcome of its text and, where it compares, of the honest one."""

    case: Case
    outcome: Outcome
    honest: Outcome

    @property
    def change(self) -> float:
        """Points won (or lost, below 0) against the honest text, out of 1; no score counts as 0."""
        return self.outcome.counted - self.honest.counted


@dataclass(frozen=True)
class Figure:
    """A share or a mean, with its 95 % interval: Wilson's, or a bootstrap over questions. NaN when nothing applied."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class AttackRow:
    """One attack. `n`: texts the demand applies to; `accepted`: share that passes with nobody asked to look; `flagged`:
    share with somebody asked; `mean`: score; `change`: mean against the honest texts, None where none are compared."""

    name: str
    family: str
    half: str
    demand: str
    limit: float | None
    n: int
    accepted: float
    flagged: float
    mean: float
    change: float | None
    figure: Figure
    passed: bool | None
    failing: tuple[Judged, ...] = field(default=(), repr=False)


def attack_table(cases: Sequence[Case], scorer: Scorer, pass_mark: float) -> list[AttackRow]:
    """A row for each attack of the cases, in their order. A text that occurs twice is scored once."""
    known: dict[tuple[str, str], Outcome] = {}

    def outcome(case: Case, text: str) -> Outcome:
        key = (case.question.id, text)
        if key not in known:
            known[key] = scorer(case.question, text, case.question.level)
        return known[key]

    judged: dict[Attack, list[Judged]] = {}
    for case in cases:
        honest = outcome(case, case.start) if case.attack.compares else Outcome(None, False)
        judged.setdefault(case.attack, []).append(Judged(case, outcome(case, case.text), honest))
    return [attack_row(attack, found, pass_mark) for attack, found in judged.items()]


def attack_row(attack: Attack, found: Sequence[Judged], pass_mark: float) -> AttackRow:
    """The row of one attack."""
    demand = attack.rule.demand
    asked = [one for one in found if applies(demand, one, pass_mark)]
    good = [meets(demand, one, pass_mark) for one in asked]
    figure = share(good) if demand.is_share else mean_of([costs(demand, one) for one in asked])
    return AttackRow(
        name=attack.name,
        family=attack.family.value,
        half=attack.half.value,
        demand=demand.value,
        limit=attack.rule.limit,
        n=len(asked),
        accepted=mean(accepted(one.outcome, pass_mark) for one in asked),
        flagged=mean(one.outcome.flagged for one in asked),
        mean=mean(one.outcome.counted for one in asked),
        change=mean(one.change for one in asked) if attack.compares else None,
        figure=figure,
        passed=attack.rule.met(figure.value),
        failing=tuple(worst(demand, [one for one, fine in zip(asked, good, strict=True) if not fine])),
    )


def accepted(outcome: Outcome, pass_mark: float) -> bool:
    """Whether it passes and nobody is asked to look."""
    return outcome.counted >= pass_mark and not outcome.flagged


def applies(demand: Demand, one: Judged, pass_mark: float) -> bool:
    """Whether something can be concluded from this text."""
    if demand is Demand.DROPPED:
        return one.honest.counted >= LEAST_TO_LOSE
    if demand is Demand.STILL_ACCEPTED:
        return accepted(one.honest, pass_mark)
    return True


def meets(demand: Demand, one: Judged, pass_mark: float) -> bool:
    """Whether this one text is treated as demanded; for mean losses and changes, whether it stays within GAIN."""
    if demand is Demand.UNSUPPORTED:
        return one.outcome.value is None
    if demand in (Demand.ACCEPTED, Demand.STILL_ACCEPTED):
        return accepted(one.outcome, pass_mark)
    if demand in (Demand.MEAN_LOSS, Demand.MEAN_CHANGE):
        return costs(demand, one) <= GAIN
    most = {Demand.LOW: LOW, Demand.DROPPED: MOST_KEPT * one.honest.counted, Demand.NO_GAIN: one.honest.counted + GAIN}
    return one.outcome.flagged or one.outcome.counted <= most[demand] + ROUNDING


def costs(demand: Demand, one: Judged) -> float:
    """What a perturbation costs an honest answer: its loss, or for identity any change."""
    return abs(one.change) if demand is Demand.MEAN_CHANGE else -one.change


def worst(demand: Demand, failing: Iterable[Judged]) -> list[Judged]:
    """The failing texts, the worst first."""
    upside_down = demand in (Demand.ACCEPTED, Demand.STILL_ACCEPTED, Demand.MEAN_LOSS)
    return sorted(failing, key=lambda one: one.outcome.counted - one.honest.counted, reverse=not upside_down)


def mean(values: Iterable[float]) -> float:
    """The mean; NaN of nothing."""
    found = list(values)
    return fmean(found) if found else math.nan


def share(good: Sequence[bool]) -> Figure:
    """A share with Wilson's interval (Wilson 1927), which does not shrink to nothing when all of few succeed."""
    n = len(good)
    if not n:
        return Figure(math.nan, math.nan, math.nan)
    p = sum(good) / n
    centre = (p + Z**2 / (2 * n)) / (1 + Z**2 / n)
    half = Z * math.sqrt(p * (1 - p) / n + Z**2 / (4 * n**2)) / (1 + Z**2 / n)
    return Figure(p, max(centre - half, 0.0), min(centre + half, 1.0))


def mean_of(values: Sequence[float]) -> Figure:
    """A mean with its percentile bootstrap interval; there is one value a question, so questions are resampled."""
    if not values:
        return Figure(math.nan, math.nan, math.nan)
    array = np.array(values)
    rows = np.random.default_rng(0).integers(len(array), size=(ROUNDS, len(array)))
    low, high = np.quantile(array[rows].mean(axis=1), [0.025, 0.975])
    return Figure(float(array.mean()), float(low), float(high))
