"""What the engine must reach, held against what was measured."""

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.adaptive.comparison import LEARNING, OURS, Row
from benchmarks.adaptive.learning import Learned


@dataclass(frozen=True)
class Target:
    """One line: what was measured, what it should be, whether it is."""

    name: str
    value: float
    wanted: str
    passed: bool


def within(name: str, value: float, least: float, most: float) -> Target:
    """A target that is a range."""
    wanted = (
        f"<= {most:g}"
        if least == float("-inf")
        else f">= {least:g}"
        if most == float("inf")
        else f"{least:g} to {most:g}"
    )
    return Target(name, value, wanted, least <= value <= most)


def at_most(name: str, value: float, most: float) -> Target:
    """A target that is an upper limit."""
    return within(name, value, float("-inf"), most)


def accuracy_targets(rows: Sequence[Row], world: str) -> list[Target]:
    """Targets of one world."""
    found = {(row.known, row.way): row for row in rows if row.world == world}
    ours, cold, greedy = found["calibrated", OURS], found["cold", OURS], found["calibrated", "MEPV"]
    learning = found["cold", LEARNING]
    return [
        at_most(f"{world}: questions to equal random at 8, calibrated", ours.to_random, 4.0),
        at_most(f"{world}: questions to equal random at 8, cold, learning as it runs", learning.to_random, 6.0),
        at_most(f"{world}: questions to equal random at 8, cold, nothing learned", cold.to_random, 6.0),
        within(f"{world}: coverage of 95 % intervals, calibrated", ours.coverage, 0.93, 0.97),
        within(f"{world}: coverage of 95 % intervals, cold", cold.coverage, 0.93, 0.97),
        within(f"{world}: coverage of 95 % intervals, cold, learning", learning.coverage, 0.93, 0.97),
        within(f"{world}: share of the bank used", ours.bank_use, 0.85, float("inf")),
        at_most(f"{world}: overlap", ours.overlap, 0.25),
        at_most(f"{world}: largest exposure", ours.max_exposure, 0.45),
        at_most(f"{world}: RMSE loss to greedy MEPV", ours.rmse / greedy.rmse - 1, 0.04),
    ]


def learning_targets(curves: Sequence[Sequence[Learned]]) -> list[Target]:
    """Targets of calibration while running, means over the seeds."""
    by_sittings: dict[int, list[Learned]] = {}
    for curve in curves:
        for point in curve:
            by_sittings.setdefault(point.sittings, []).append(point)
    ratios = {n: sum(one.rmse_ratio for one in points) / len(points) for n, points in by_sittings.items()}
    errors = {n: sum(one.difficulty_rmse for one in points) / len(points) for n, points in by_sittings.items()}
    found = [at_most("RMSE over known parameters after 200 sittings", ratios[200], 1.12)]
    return [*found, at_most("RMSE of b after 800 sittings", errors[800], 0.30)] if 800 in errors else found


def time_targets(seconds: dict[int, float]) -> list[Target]:
    """Targets of one selection's time, in milliseconds."""
    limits = {300: 1.0, 10_000: 30.0}
    return [at_most(f"ms a selection at {n} items", seconds[n] * 1000, limit) for n, limit in limits.items()]


def printed(targets: Sequence[Target]) -> str:
    """The targets as an aligned table."""
    return "\n".join(
        f"{'pass' if one.passed else 'FAIL'}  {one.name:<70}{one.value:>9.3f}   {one.wanted}" for one in targets
    )
