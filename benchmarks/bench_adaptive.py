"""How few questions the adaptive engine needs, beside simpler rules: `make bench-adaptive`.

Simulated candidates answer simulated banks of 120 questions, eight each (benchmarks/adaptive/worlds.py: no world is the
analysis model). "calibrated" means that the questions' parameters are known, "cold" that only their level labels are.
"SkillPrep, learning" starts cold and fits the questions to the answers so far whenever the service's worker would.
Writes benchmarks/results/adaptive.json. `--seed` picks the first of the seeds; `--quick` uses fewer people and seeds.
"""

import argparse
import dataclasses
import json
import math
from pathlib import Path
from typing import Any, Final

import numpy as np

from benchmarks.adaptive.comparison import compared, printed, scorers, trials
from benchmarks.adaptive.learning import Learned, learning_curve
from benchmarks.adaptive.targets import accuracy_targets, learning_targets, time_targets
from benchmarks.adaptive.targets import printed as printed_targets
from benchmarks.adaptive.timing import catsim_seconds, selection_seconds
from benchmarks.adaptive.variable import variable_length
from benchmarks.adaptive.worlds import WORLDS, make_bank
from skillprep.adaptive.select import Rules
from skillprep.adaptive.stop import StopRule

FRESH: Final = 1000
RESULTS: Final = Path(__file__).parent / "results/adaptive.json"


@dataclasses.dataclass(frozen=True)
class Size:
    """How much is simulated."""

    seeds: tuple[int, ...]
    people: int
    worlds: tuple[str, ...]
    learning_seeds: tuple[int, ...]
    checkpoints: tuple[int, ...]
    pools: tuple[int, ...]


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="four seeds of the plain world, 200 sittings learned from")
    parser.add_argument("--seed", type=int, default=1, help="the first seed; the others follow it")
    options = parser.parse_args()
    size = size_of(options.quick, options.seed)
    rows = [row for world in size.worlds for row in compared(world, size.seeds, size.people)]
    print(printed(rows), end="\n\n")
    rng = np.random.default_rng([options.seed, 9])
    curves = {seed: learned(seed, size) for seed in size.learning_seeds}
    found = {"rows": [dataclasses.asdict(row) for row in rows], "learning": learning_report(curves)}
    print_learning(curves)
    found["scorers"] = dataclasses.asdict(scorers(size.seeds, size.people))
    found["variable_length"] = dataclasses.asdict(
        variable_length(trials("beta", options.seed, size.people)["calibrated"], rng, StopRule())
    )
    seconds = {items: selection_seconds(items, rng) for items in size.pools}
    found["selection_ms"] = {items: taken * 1000 for items, taken in seconds.items()}
    found["catsim_ms"] = {items: in_ms(catsim_seconds(items, rng)) for items in size.pools}
    for name in ("scorers", "variable_length", "selection_ms", "catsim_ms"):
        print(f"{name}: {shown(found[name])}")
    targets = [*accuracy_targets(rows, "beta"), *learning_targets(list(curves.values())), *time_targets(seconds)]
    print("\n" + printed_targets(targets))
    found["targets"] = [dataclasses.asdict(one) for one in targets]
    found["size"] = dataclasses.asdict(size)
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(finite(found), indent=1) + "\n", "utf-8")
    print("\nwrote benchmarks/results/adaptive.json")


def size_of(quick: bool, seed: int) -> Size:
    """Less than 40 seconds, or less than four minutes, of one core."""
    if quick:
        return Size(tuple(range(seed, seed + 4)), 300, ("beta",), (seed,), (200,), (300, 10_000))
    return Size(
        tuple(range(seed, seed + 10)), 300, WORLDS, tuple(range(seed, seed + 3)), (200, 800), (300, 10_000, 100_000)
    )


def learned(seed: int, size: Size) -> list[Learned]:
    """One bank's learning curve under the shipped rules."""
    rng = np.random.default_rng([seed, 10])
    return learning_curve(make_bank("beta", rng), size.checkpoints, FRESH, rng, Rules())


def learning_report(curves: dict[int, list[Learned]]) -> list[dict[str, Any]]:
    """The curves for JSON."""
    return [{"seed": seed, **dataclasses.asdict(point)} for seed, curve in curves.items() for point in curve]


def print_learning(curves: dict[int, list[Learned]]) -> None:
    """One line for each seed and checkpoint."""
    for seed, curve in curves.items():
        for point in curve:
            ratio, error = f"{point.rmse_ratio:.3f} times that of known parameters", f"{point.difficulty_rmse:.3f}"
            ceiling = f"foreseen {point.foreseen_ratio:.3f}, exhaustive {point.exhaustive_ratio:.3f}"
            print(f"seed {seed}, after {point.sittings} sittings: RMSE {ratio} ({ceiling}), RMSE of b {error}")


def in_ms(seconds: float | None) -> float | str:
    """Milliseconds, or why there are none."""
    return "skipped: catsim is not installed" if seconds is None else seconds * 1000


def shown(figures: Any) -> str:
    """Figures in one line."""
    return ", ".join(
        f"{name} {value:.3f}" if isinstance(value, float) else f"{name} {value}" for name, value in figures.items()
    )


def finite(value: Any) -> Any:
    """The value with infinities as None, which JSON can say."""
    if isinstance(value, dict):
        return {name: finite(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [finite(one) for one in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


if __name__ == "__main__":
    main()
