"""What no change may fall below: benchmarks/floors.json, held by `make bench-check` and by the tests.

`quick`: the figures of `bench_scoring --quick`. `bank`: those of a few fixed test questions of the bank, which need no
file from outside the project, so that they are held everywhere. Each floor stands beside the figure it was set from and
the same figure of the full run. Errors (ECE, RMSE) are ceilings.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.scoring_bank import bank_answers, bank_rows
from benchmarks.scoring_data import PROJECT
from benchmarks.scoring_judges import OURS, Bench
from benchmarks.scoring_table import Row

FLOORS = PROJECT / "benchmarks/floors.json"
BANK_QUESTIONS = 7
"""Every 7th test question and every 7th dev question is what the tests can afford."""
ERRORS = ("ECE", "RMSE")
MARGIN = 0.02
"""Rows of the encoder differ in the seventh decimal between machines; a figure may move a little without a reason."""

Figures = Mapping[str, float]


def bank_figures(bench: Bench) -> dict[str, float]:
    """The figures of the fixed few questions of the bank."""
    test, dev = (bank_answers(bench, part, BANK_QUESTIONS) for part in ("test", "dev"))
    return named(bank_rows(test, dev, bench))


def named(rows: Sequence[Row]) -> dict[str, float]:
    """The scorer's own figures under 'set / judge / measure'."""
    return {
        f"{row.data} / {row.judge} / {name}": figure.value
        for row in rows
        if row.judge == OURS
        for name, figure in row.figures.items()
    }


def is_error(name: str) -> bool:
    """Whether less is better."""
    return name.rpartition(" / ")[2] in ERRORS


def write_floors(quick: Figures, bank: Figures, full: Figures, path: Path = FLOORS) -> None:
    """Set every floor MARGIN under what was found (over it, for errors). One that is stricter already stays: a floor
    falls by nobody's run, only by a person who takes it out of the file first."""
    kept: dict[str, dict[str, dict[str, float]]] = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    text = {
        part: {name: stricter(floor(name, value, full), kept.get(part, {}).get(name)) for name, value in found.items()}
        for part, found in (("quick", quick), ("bank", bank))
    }
    path.write_text(json.dumps(text, indent=1) + "\n", "utf-8")


def floor(name: str, value: float, full: Figures) -> dict[str, float]:
    """One floor beside the figures it derives from."""
    limit = {"at_most": round(value + MARGIN, 3)} if is_error(name) else {"at_least": round(value - MARGIN, 3)}
    more = {"full": round(full[name], 3)} if name in full else {}
    return limit | {"found": round(value, 3)} | more


def stricter(new: dict[str, float], kept: dict[str, float] | None) -> dict[str, float]:
    """The limit that is harder to hold, as a whole; the one that stands where both are alike."""
    if kept is None:
        return new
    raised, lowered = (new.get(key, 0.0) - kept.get(key, 0.0) for key in ("at_least", "at_most"))
    return new if raised > 0 or lowered < 0 else kept


def fallen(part: str, found: Figures, path: Path = FLOORS) -> list[str]:
    """A line for each figure of `part` that is worse than its floor.

    A figure that was not measured has not fallen, because its data may be absent here, but when none was, that is one.
    """
    limits: dict[str, dict[str, float]] = json.loads(path.read_text("utf-8"))[part]
    held = limits.keys() & found.keys()
    if not held:
        return [f"no figure of '{part}' was measured: nothing was held to {path.name}"]
    return [complaint(name, found[name], limits[name]) for name in sorted(held) if worse(found[name], limits[name])]


def worse(value: float, limit: Mapping[str, float]) -> bool:
    """Whether the figure is on the wrong side."""
    return value < limit.get("at_least", value) or value > limit.get("at_most", value)


def complaint(name: str, value: float, limit: Mapping[str, float]) -> str:
    """What fell, how far, and what to do about it."""
    side = "over its ceiling" if "at_most" in limit else "under its floor"
    bound = limit.get("at_most", limit.get("at_least"))
    return (
        f"{name} is {value:.3f}, {side} of {bound} (it was {limit['found']}): find out what changed before lowering it"
    )
