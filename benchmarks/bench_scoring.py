"""How well the scorer judges, beside the baselines, in one table: `make bench-scoring`.

Writes benchmarks/results/scoring.json. ArgKP dev: its topics are in no training data. Short answers: the parts that
held_out.py keeps from training. Bank: the test questions of question_bank/splits.json, which nothing was fitted to;
their answers were written by somebody who saw the prompt only and labelled by somebody who saw the points only.

`--quick` takes a third of the bank's questions and a sixth of what only sets thresholds, and writes nothing; `--check`
holds the quick figures to benchmarks/floors.json and names the one that fell; `--write-floors` sets those floors from a
quick run, a little under what it found.
"""

import argparse
import dataclasses
import datetime
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.floors import FLOORS, bank_figures, fallen, named, write_floors
from benchmarks.scoring_bank import POINTS, StateCount, bank_answers, bank_rows, state_counts
from benchmarks.scoring_certainty import Certainty, Deletion, certainty, deletion
from benchmarks.scoring_data import BANK, PROJECT, load_answers
from benchmarks.scoring_judges import Bench, open_bench
from benchmarks.scoring_outside import ARGUMENTS, argument_rows, saf_rows, short_answer_rows
from benchmarks.scoring_readers import Agreement, agreement
from benchmarks.scoring_sets import SETS
from benchmarks.scoring_table import Row, printed

RESULTS = PROJECT / "benchmarks/results/scoring.json"
BOOTSTRAP, QUICK_BOOTSTRAP = 1000, 100
QUICK_THINNING, QUICK_QUESTIONS = 6, 3


@dataclass(frozen=True)
class Found:
    """Everything one run measured."""

    rows: list[Row]
    states: list[StateCount]
    certainty: list[Certainty]
    deletion: Deletion | None
    readers: list[Agreement]


def main() -> None:
    """Measure, print, write or check."""
    options = read_options()
    quick = options.quick or options.check or options.write_floors
    bench = open_bench(options.cache, *((QUICK_BOOTSTRAP, QUICK_THINNING) if quick else (BOOTSTRAP, 1)))
    if not SETS.is_dir():
        print("skipped: ArgKP, SciEntsBank, Beetle and SAF, because ../shared/data/scoring is absent\n")
    found = measured(bench, QUICK_QUESTIONS if quick else 1)
    bench.save()
    print(printed(found.rows), end="\n\n")
    print(said(found))
    if options.write_floors:
        write_floors(named(found.rows), bank_figures(bench), full_figures())
        print(f"\nwrote {FLOORS.relative_to(PROJECT)}")
    elif options.check:
        complaints = fallen("quick", named(found.rows))
        print("\n" + ("\n".join(complaints) if complaints else "every figure is at its floor or better"))
        sys.exit(1 if complaints else 0)
    elif not quick:
        RESULTS.write_text(json.dumps(plain(found, bench), indent=1, allow_nan=False) + "\n", "utf-8")
        print(f"\nwrote {RESULTS.relative_to(PROJECT)}")


def read_options() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a third of the bank's questions, rough intervals")
    parser.add_argument("--check", action="store_true", help="hold the quick figures to floors.json")
    parser.add_argument("--write-floors", action="store_true", help="set floors.json from the quick figures")
    parser.add_argument("--cache", type=Path, help="file (.npz) that keeps encoded texts between runs")
    return parser.parse_args()


def measured(bench: Bench, thinning: int) -> Found:
    """All parts, the outside sets where they are present."""
    test, dev = bank_answers(bench, "test", thinning), bank_answers(bench, "dev", thinning)
    arguments, pairs = argument_rows(bench)
    rows = [*arguments, *short_answer_rows(bench), *saf_rows(bench), *bank_rows(test, dev, bench)]
    sets = [(POINTS, test.points), *([(ARGUMENTS, pairs)] if pairs is not None else [])]
    return Found(
        rows,
        state_counts(test.labelled),
        [certainty(data, found, bench) for data, found in sets],
        deletion([*test.labelled, *test.model], test, bench),
        agreement(test.questions, load_answers(BANK / "answers"), bench.rounds),
    )


def said(found: Found) -> str:
    """What is no row of the table, in lines."""
    lines = [f"points called {one.state:<8} {one.n:>5}, of which made {one.made:>5}" for one in found.states]
    for one in found.certainty:
        lines.append(f"{one.data}: accuracy at 80 % coverage {one.accuracy_at_80}")
        lines.append(f"{one.data}: outside the unsure band {one.band_coverage}, accuracy there {one.band_accuracy}")
        lines += [f"  said {b.mean_score:.2f}, true {b.mean_label:.2f} (n {b.n})" for b in one.bins]
    if found.deletion is not None:
        gone = found.deletion
        lines.append(
            f"evidence deleted ({gone.fell.n} covered points): probability falls {gone.fell},"
            f" no longer covered {gone.no_longer_covered}, falls by {gone.mean_fall}"
        )
    lines += [f"two readers on {one.n:,} {one.about}: same {one.same}, kappa {one.kappa}" for one in found.readers]
    return "\n".join(lines)


def plain(found: Found, bench: Bench) -> dict[str, Any]:
    """The run as JSON."""
    return {
        "head_sha256": bench.model.head.sha256,
        "model": bench.model.name,
        "model_sha256": bench.model.sha256,
        "measured_on": datetime.datetime.now(datetime.UTC).date().isoformat(),
        **dataclasses.asdict(found),
    }


def full_figures() -> dict[str, float]:
    """The figures of the last full run, by name; none when there was no such run."""
    if not RESULTS.is_file():
        return {}
    rows = json.loads(RESULTS.read_text("utf-8"))["rows"]
    return {
        f"{row['data']} / {row['judge']} / {name}": figure["value"]
        for row in rows
        for name, figure in row["figures"].items()
    }


if __name__ == "__main__":
    main()
