"""What a run prints: a line for each attack, the failing texts if asked for, and how naive scorers fare."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from textwrap import shorten

from benchmarks.attacks.attack import Demand, Half
from benchmarks.attacks.measuring import AttackRow, Judged

VERDICTS = {True: "ok", False: "FAILS", None: "-"}
SHOWN = 320


@dataclass(frozen=True)
class Verdict:
    """How one scorer fares with the whole catalogue: demands made, and those not met."""

    scorer: str
    questions: int
    demands: int
    failed: int


def verdict(scorer: str, questions: int, rows: Sequence[AttackRow]) -> Verdict:
    """Count the demands of the rows."""
    return Verdict(scorer, questions, sum(row.passed is not None for row in rows), len(failed_rows(rows)))


def failed_rows(rows: Sequence[AttackRow]) -> list[AttackRow]:
    """The rows whose demand is not met."""
    return [row for row in rows if row.passed is False]


def printed_attacks(rows: Sequence[AttackRow]) -> str:
    """The rows by family as aligned tables. Shares and scores in per cent, changes and losses in points of 100."""
    parts = []
    for family, group in groupby(rows, key=lambda row: row.family):
        lines = [
            f"{family.upper():<36}{'half':<13}{'n':>4}{'accepted':>10}{'flagged':>9}{'score':>7}{'change':>8}"
            f"   {'measured, 95 % interval':<25}{'demanded'}"
        ]
        parts.append("\n".join([*lines, *map(line, group)]))
    return "\n\n".join(parts)


def line(row: AttackRow) -> str:
    """One row."""
    change = "" if row.change is None else f"{100 * row.change:+.1f}"
    return (
        f"{row.name:<36}{row.half:<13}{row.n:>4}{percent(row.accepted):>10}{percent(row.flagged):>9}"
        f"{percent(row.mean):>7}{change:>8}   {figure(row):<25}{VERDICTS[row.passed]:<7}{demanded(row)}"
    )


def percent(value: float) -> str:
    """A share as whole per cent; a dash when there is none."""
    return "-" if math.isnan(value) else f"{100 * value:.0f}"


def figure(row: AttackRow) -> str:
    """The figure with its interval."""
    if math.isnan(row.figure.value):
        return "nothing to judge"
    places = 0 if Demand(row.demand).is_share else 1
    value, low, high = (f"{100 * part:.{places}f}" for part in (row.figure.value, row.figure.low, row.figure.high))
    return f"{value} [{low}, {high}]"


def demanded(row: AttackRow) -> str:
    """The demand in words."""
    if row.limit is None:
        return row.demand
    return f"{row.demand} {'>=' if Demand(row.demand).is_share else '<='} {100 * row.limit:.0f}"


def printed_examples(rows: Sequence[AttackRow], count: int) -> str:
    """The worst texts of each development attack that fails. Those of held-out attacks stay unread."""
    return "\n\n".join(
        f"{row.name.upper()} ({demanded(row)})\n" + "\n".join(map(example, row.failing[:count]))
        for row in failed_rows(rows)
        if row.half == Half.DEVELOPMENT
    )


def example(one: Judged) -> str:
    """One text with what became of it."""
    before = f", honest {100 * one.honest.counted:.0f}" if one.case.attack.compares else ""
    guards = f" [{', '.join(one.outcome.guards)}]" if one.outcome.guards else ""
    value = "none" if one.outcome.value is None else f"{100 * one.outcome.value:.0f}"
    flagged = ", flagged" if one.outcome.flagged else ""
    return f"  {one.case.question.id}: score {value}{before}{flagged}{guards}\n    {shorten(one.case.text, SHOWN)}"


def printed_verdicts(verdicts: Sequence[Verdict]) -> str:
    """A line for each naive scorer."""
    return "\n".join(
        f"{one.scorer:<28} fails {one.failed} of {one.demands} demands ({one.questions} questions)" for one in verdicts
    )
