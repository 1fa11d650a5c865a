"""How the scorer stands attacks, and how little it minds another dress of the same answer: `make bench-attacks`.

Writes benchmarks/results/attacks.json. Every attack is tried on every question of the part (test: nothing was fitted to
those). Rules may be tuned on development attacks, never on the held-out ones. The same catalogue meets naive scorers,
which must fail it. `--quick` takes every eighth question and writes nothing; `--check` ends with 1 when a demand is not
met, or when a naive scorer meets all; `--examples 3` shows the worst texts of each development attack that fails.
"""

import argparse
import dataclasses
import datetime
import json
import math
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.attacks.attack import GAIN, LEAST_TO_LOSE, LOW, MOST_KEPT
from benchmarks.attacks.catalogue import Case, make_cases
from benchmarks.attacks.measuring import AttackRow, attack_table
from benchmarks.attacks.scorers import naive_scorers, shipped_scorer
from benchmarks.attacks.table import Verdict, failed_rows, printed_attacks, printed_examples, printed_verdicts, verdict
from benchmarks.scoring_data import BANK, PROJECT, in_parts, load_answers, load_questions
from benchmarks.scoring_judges import Bench, open_bench
from benchmarks.scoring_sets import encode_ahead
from skillprep.bank.question import Question
from skillprep.scoring.values import ScoringModel

RESULTS = PROJECT / "benchmarks/results/attacks.json"
QUICK = 8
NAIVE_QUESTIONS, QUICK_NAIVE_QUESTIONS = 4, 1
"""Whole answers are dear to encode, and few questions show that a naive scorer fails."""


def main() -> None:
    """Make the texts, judge, print, write or check."""
    options = read_options()
    everything = load_questions()
    questions = everything if options.questions == "all" else in_parts(everything, options.questions)
    questions = questions[::QUICK] if options.quick else questions
    bench = open_bench(options.cache, rounds=1, thinning=1)
    cases = make_cases(questions, everything, load_answers(BANK / "answers"))
    encode_ahead([text for case in cases for text in (case.text, case.start) if text], bench.model.embed)
    pass_mark = bench.model.head.thresholds.passed
    rows = attack_table(cases, shipped_scorer(bench.model), pass_mark)
    print(printed_attacks(rows), end="\n\n")
    if options.examples:
        print(printed_examples(rows, options.examples), end="\n\n")
    few = questions[: QUICK_NAIVE_QUESTIONS if options.quick else NAIVE_QUESTIONS]
    naive = naive_verdicts(cases, few, bench, pass_mark)
    bench.stock.save()
    print(f"SkillPrep meets {met(rows)}. The same catalogue for scorers that must not stand it:")
    print(printed_verdicts(naive))
    if not options.quick:
        RESULTS.write_text(
            json.dumps(plain(rows, naive, options.questions, len(questions), bench.model), indent=1) + "\n"
        )
        print(f"\nwrote {RESULTS.relative_to(PROJECT)}")
    if options.check:
        sys.exit(1 if failed_rows(rows) or not all(one.failed for one in naive) else 0)


def read_options() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--questions", choices=("test", "dev", "train", "all"), default="test")
    parser.add_argument("--quick", action="store_true", help="every eighth question; writes nothing")
    parser.add_argument("--check", action="store_true", help="end with 1 when a demand is not met")
    parser.add_argument("--examples", type=int, default=0, help="worst texts to show of each failing attack")
    parser.add_argument("--cache", type=Path, help="file (.npz) that keeps encoded texts between runs")
    return parser.parse_args()


def naive_verdicts(
    cases: Sequence[Case], questions: Sequence[Question], bench: Bench, pass_mark: float
) -> list[Verdict]:
    """How scorers that know nothing fare on a few of the questions."""
    chosen = {question.id for question in questions}
    few = [case for case in cases if case.question.id in chosen]
    return [
        verdict(name, len(chosen), attack_table(few, scorer, pass_mark))
        for name, scorer in naive_scorers(bench.stock).items()
    ]


def met(rows: Sequence[AttackRow]) -> str:
    """How many demands are met, by half."""
    parts = []
    for half in dict.fromkeys(row.half for row in rows):
        asked = [row for row in rows if row.half == half and row.passed is not None]
        parts.append(f"{sum(row.passed is True for row in asked)} of {len(asked)} {half} demands")
    return " and ".join(parts)


def plain(
    rows: Sequence[AttackRow], naive: Sequence[Verdict], part: str, questions: int, model: ScoringModel
) -> dict[str, Any]:
    """The run as JSON; figures that nothing determined are null."""
    return {
        "head_sha256": model.head.sha256,
        "model": model.name,
        "model_sha256": model.sha256,
        "measured_on": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "questions": part,
        "n_questions": questions,
        "low": LOW,
        "least_to_lose": LEAST_TO_LOSE,
        "most_kept": round(MOST_KEPT, 3),
        "gain": GAIN,
        "rows": [without_nan(row) for row in rows],
        "naive": [dataclasses.asdict(one) for one in naive],
    }


def without_nan(row: AttackRow) -> dict[str, Any]:
    """The row without its texts."""
    found = dataclasses.asdict(dataclasses.replace(row, failing=()))
    del found["failing"]
    return {name: rounded(value) for name, value in found.items()}


def rounded(value: object) -> object:
    """Four decimals; NaN becomes None, in nested figures as well."""
    if isinstance(value, dict):
        return {name: rounded(part) for name, part in value.items()}
    if isinstance(value, float):
        return None if math.isnan(value) else round(value, 4)
    return value


if __name__ == "__main__":
    main()
