"""Judges side by side: what each set's measures say of each, with bootstrap intervals over questions or topics."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from benchmarks.scoring_judges import JUDGES, OURS, Pairs
from skillprep.validity.interval import Figure, with_interval
from skillprep.validity.measures import (
    Floats,
    Numbers,
    accuracy_at,
    auc,
    average_precision,
    calibration_error,
    f1_at,
    macro_f1,
)

OURS_REFITTED = "SkillPrep, refitted cut"
"""The scorer with a threshold chosen as the baselines' are; its ranking is the same, so only decisions are listed."""
QUANTILES = 200
RANKING = ("AUC", "AP")
DECISIONS = ("F1", "macro-F1", "accuracy")
Decisions = NDArray[np.bool_]
Choice = Callable[[Floats, Numbers], float]
"""What a threshold is chosen for."""


@dataclass(frozen=True)
class Row:
    """One judge on one set; n judgements, of which the share `positive` is 1 (None where a judgement is a number)."""

    data: str
    judge: str
    n: int
    positive: float | None
    figures: dict[str, Figure] = field(default_factory=dict)


def best_cut(scores: Floats, labels: Numbers, choice: Choice) -> float:
    """The threshold, among 200 quantiles of the scores, at which `choice(decisions, labels)` is highest."""
    candidates = np.unique(np.quantile(scores, np.linspace(0.0, 1.0, QUANTILES)))
    return float(max(candidates, key=lambda cut: choice((scores >= cut).astype(np.float64), labels)))


def cuts_from(elsewhere: Pairs, choice: Choice) -> dict[str, float]:
    """Each judge's best threshold on data that is not measured."""
    return {name: best_cut(elsewhere.scores[name], elsewhere.labels, choice) for name in JUDGES}


def decided(pairs: Pairs, cuts: dict[str, float], shipped: float) -> dict[str, Decisions]:
    """Decisions by the thresholds of other data; the scorer's row decides by the threshold that it ships with."""
    found = {name: pairs.scores[name] >= cuts[name] for name in JUDGES}
    return found | {OURS: pairs.scores[OURS] >= shipped, OURS_REFITTED: found[OURS]}


def left_out(pairs: Pairs, name: str, choice: Choice) -> Decisions:
    """Decisions on each group by the best threshold of all the others."""
    found = np.zeros(len(pairs), dtype=np.bool_)
    for group in np.unique(pairs.groups):
        here = pairs.groups == group
        found[here] = pairs.scores[name][here] >= best_cut(pairs.scores[name][~here], pairs.labels[~here], choice)
    return found


def rows_for(data: str, pairs: Pairs, decisions: dict[str, Decisions], rounds: int) -> list[Row]:
    """A row for each judge that decided. The refitted scorer's row holds decisions only."""
    positive = float(pairs.labels.mean())
    return [
        Row(data, name, len(pairs), positive, figures(pairs, name, said, rounds)) for name, said in decisions.items()
    ]


def figures(pairs: Pairs, name: str, said: Decisions, rounds: int) -> dict[str, Figure]:
    """The columns of one judge; what the data do not determine is left out."""
    as_numbers = said.astype(np.float64)
    columns = {
        "F1": (f1_at(0.5), as_numbers),
        "macro-F1": (macro_f1, as_numbers),
        "accuracy": (accuracy_at(0.5), as_numbers),
    }
    if name in pairs.scores:
        columns = {"AUC": (auc, pairs.scores[name]), "AP": (average_precision, pairs.scores[name])} | columns
    if name == OURS:
        columns["ECE"] = (calibration_error, pairs.scores[name])
    found = {
        key: with_interval(measure, values, pairs.labels, pairs.groups, rounds)
        for key, (measure, values) in columns.items()
    }
    return {key: figure for key, figure in found.items() if not math.isnan(figure.low)}


def printed(rows: Sequence[Row]) -> str:
    """One table: a line for each measure on each set, a column for each judge."""
    judges = list(dict.fromkeys(row.judge for row in rows))
    lines = [f"{'data':<56}{'measure':<18}{'n':>6}  " + "".join(f"{name:<25}" for name in judges)]
    for data in dict.fromkeys(row.data for row in rows):
        here = {row.judge: row for row in rows if row.data == data}
        positive = next(iter(here.values())).positive
        title = data if positive is None else f"{data} ({100 * positive:.0f} % positive)"
        for measure in dict.fromkeys(name for row in here.values() for name in row.figures):
            found = [here[name].figures.get(measure) if name in here else None for name in judges]
            n = max(figure.n for figure in found if figure is not None)
            cells = "".join(f"{figure or '-'!s:<25}" for figure in found)
            lines.append(f"{title:<56}{measure:<18}{n:>6}  {cells}".rstrip())
            title = ""
    return "\n".join(lines)
