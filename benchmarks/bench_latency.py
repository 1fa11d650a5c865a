"""What scoring costs beside its models: one answer, 32 candidates at once, memory, and the first score after a start.

usage: python -m benchmarks.bench_latency [--runs N]     prints tables and writes results/latency.json

Every figure that has a goal is a ratio of two measurements taken one after the other in this process, because how fast
the machine is, and what else runs on it, is not ours to choose. Goals: a score takes at most 1.25 times what the
encoder takes for its sentences (and the polarity model for its pairs); 32 candidates get at least 85 % of the
sentences a second that the encoder reaches when it is handed all of them as one batch. Exit code 1 when one is missed.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import numpy as np
from rich.console import Console
from rich.table import Table

from benchmarks.latency_texts import Case, long, many_points, sentences, typical
from benchmarks.latency_worker import load
from skillprep.bank.load import load_bank
from skillprep.config import ROOT, Settings
from skillprep.factory import build_scorer, build_services
from skillprep.scoring.values import ScoringModel
from skillprep.services import Services

RESULTS = Path(__file__).parent / "results" / "latency.json"
CANDIDATES = 32
MOST_RATIO = 1.25
LEAST_SHARE = 0.85
Figures = dict[str, float]

numbers = count()
"""Every wording is used once in a run."""


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


class Watched:
    """The scorer with a stop-watch around each of its models."""

    def __init__(self, services: Services) -> None:
        self.services = services
        self.spent = {"encoder": 0.0, "polarity": 0.0}
        self.score = build_scorer(self.model)

    def model(self) -> ScoringModel:
        found = self.services.scoring_model()
        infer = found.infer and self.timed("polarity", found.infer)
        return replace(found, embed=self.timed("encoder", found.embed), infer=infer)

    def timed(self, name: str, work: Callable[[Any], Any]) -> Callable[[Any], Any]:
        def run(items: Any) -> Any:
            start = time.perf_counter()
            try:
                return work(items)
            finally:
                self.spent[name] += time.perf_counter() - start

        return run

    def one(self, case: Case) -> Figures:
        """A score's seconds by part, and the encoder alone on the same sentences in other words, in either order."""
        own, other = case.wording(next(numbers)), sentences(case.wording(next(numbers)))
        alone = seconds(lambda: self.services.encoder(other))
        self.spent = dict.fromkeys(self.spent, 0.0)
        total = seconds(lambda: self.score(case.question, own, case.question.level, "bench"))
        alone = statistics.mean((alone, seconds(lambda: self.services.encoder(sentences(case.wording(next(numbers)))))))
        models = alone + self.spent["polarity"]
        rest = total - sum(self.spent.values())
        return {"total": total, "alone": alone, "polarity": self.spent["polarity"], "rest": rest, "models": models}


def single(watched: Watched, cases: Sequence[Case], runs: int) -> Figures:
    """Medians and 95th percentiles over runs, of ratios taken within each run."""
    for case in cases:
        watched.one(case)
    found = [watched.one(cases[run % len(cases)]) for run in range(runs)]

    def spread(name: str, values: Sequence[float], digits: int) -> Figures:
        low, high = np.percentile(values, (50, 95))
        return {name: round(float(low), digits), f"{name}_p95": round(float(high), digits)}

    return {
        "sentences": round(statistics.mean(len(sentences(case.text)) for case in cases), 1),
        **spread("score_ms", [1000 * one["total"] for one in found], 1),
        **spread("rest_ms", [1000 * one["rest"] for one in found], 1),
        **spread("polarity_ms", [1000 * one["polarity"] for one in found], 1),
        **spread("of_encoder", [one["total"] / one["alone"] for one in found], 3),
        **spread("of_models", [one["total"] / one["models"] for one in found], 3),
    }


def crowd(services: Services, cases: Sequence[Case], rounds: int) -> Figures:
    """32 candidates hand in at once; beside it, all their sentences and pairs as one batch for the models alone."""
    shares, rates, waits = [], [], []
    for _ in range(rounds):
        texts = [case.wording(next(numbers)) for case in cases]
        batch = list(dict.fromkeys(text for case in cases for text in sentences(case.wording(next(numbers)))))
        pairs: list[tuple[str, str]] = []
        alone = seconds(lambda batch=batch: services.encoder(batch))
        taken, each = hand_in(services, cases, texts, pairs)
        alone += seconds(lambda pairs=pairs: judge_again(services, pairs))
        shares.append(alone / taken)
        rates.append(len(batch) / taken)
        waits += each
    return {
        "candidates": len(cases),
        "share_of_batch": round(statistics.median(shares), 3),
        "sentences_per_second": round(statistics.median(rates), 1),
        "wait_ms": round(1000 * statistics.median(waits), 1),
        "wait_ms_p95": round(1000 * float(np.percentile(waits, 95)), 1),
    }


def judge_again(services: Services, pairs: Sequence[tuple[str, str]]) -> None:
    """The polarity model alone on the same pairs, each with a number more, so that none is remembered."""
    judge = services.scoring_model().infer
    if judge and pairs:
        judge([(f"{said} {number}", point) for number, (said, point) in enumerate(pairs)])


def hand_in(
    services: Services, cases: Sequence[Case], texts: Sequence[str], pairs: list[tuple[str, str]]
) -> tuple[float, list[float]]:
    """Seconds until the last score is there, and until each is. The pairs that were judged are added to `pairs`."""
    model = services.scoring_model()

    def judge(asked: Sequence[tuple[str, str]]) -> Any:
        pairs.extend(asked)
        return model.infer(asked) if model.infer else None

    score = build_scorer(lambda: replace(model, infer=judge if model.infer else None))

    def scored(case: Case, text: str) -> float:
        return seconds(lambda: score(case.question, text, case.question.level, "bench"))

    with ThreadPoolExecutor(len(cases)) as pool:
        each: list[float] = []
        taken = seconds(lambda: each.extend(pool.map(scored, cases, texts)))
    return taken, each


def workers(case: Case, data_dir: Path, number: int) -> Figures:
    """So many worker processes at once: seconds from start to the first score, and memory of each (MiB)."""
    environment = {**os.environ, "DATA_DIR": str(data_dir)}
    command = [sys.executable, "-m", "benchmarks.latency_worker", case.question.id]
    answer = " ".join(case.wording(next(numbers)).split())
    start = time.perf_counter()
    running = [
        subprocess.Popen(command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(number)
    ]
    first = []
    for process in running:
        tell(process, answer)
    for process in running:
        hear(process)
        first.append(time.perf_counter() - start)
    for process in running:
        tell(process, "measure")
    memory = [json.loads(hear(process)) for process in running]
    for process in running:
        process.communicate("end\n", timeout=60)
    means = {name: round(statistics.mean(one[name] for one in memory), 1) for name in ("resident", "own")}
    return {"workers": number, "first_score_s": round(max(first), 2)} | {f"{k}_mib": v for k, v in means.items()}


def tell(process: "subprocess.Popen[str]", line: str) -> None:
    assert process.stdin is not None
    process.stdin.write(line + "\n")
    process.stdin.flush()


def hear(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    line = process.stdout.readline()
    if not line:
        raise SystemExit("a worker ended before it had scored anything; its error is above")
    return line


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--runs", type=int, default=20, help="measurements of one answer; a quarter as many of the rest"
    )
    options = parser.parse_args()
    loaded = load_bank(ROOT / "question_bank")
    cases = typical(loaded, CANDIDATES)
    few = max(options.runs // 4, 2)
    with tempfile.TemporaryDirectory() as folder:
        services = build_services(Settings.from_env({**os.environ, "DATA_DIR": folder}))
        load(services)
        watched = Watched(services)
        found: dict[str, Any] = {"cores": os.cpu_count(), "runs": options.runs}
        found["one_answer"] = {
            "typical": single(watched, cases[:10], options.runs),
            "2,000 words": single(watched, [long(loaded)], few),
            "20 points": single(watched, [many_points(loaded, cases[0])], options.runs),
        }
        found["at_once"] = crowd(services, cases, few)
        services.vectors.write(services.encoder.sha256)
        found["workers"] = [workers(cases[0], Path(folder), number) for number in (1, 2)]
        services.background.shutdown()
        services.db.close()
    found["goals"] = goals(found)
    show(found)
    RESULTS.write_text(json.dumps(found, indent=2) + "\n", "utf-8")
    if not all(goal["met"] for goal in found["goals"]):
        raise SystemExit(1)


def goals(found: dict[str, Any]) -> list[dict[str, Any]]:
    """Each goal with what was measured."""
    rows = [(f"{name}: score / models <=", row["of_models"], MOST_RATIO) for name, row in found["one_answer"].items()]
    share = found["at_once"]["share_of_batch"]
    met = [{"goal": name, "bound": most, "found": value, "met": value <= most} for name, value, most in rows]
    return [*met, {"goal": "32 at once: share >=", "bound": LEAST_SHARE, "found": share, "met": share >= LEAST_SHARE}]


def show(found: dict[str, Any]) -> None:
    console = Console()
    columns = list(found["one_answer"]["typical"])
    table = Table("answer", *columns, title="one answer (medians and 95th percentiles)")
    for name, row in found["one_answer"].items():
        table.add_row(name, *(str(row[column]) for column in columns))
    console.print(table)
    for name in ("at_once", "workers"):
        for row in [found[name]] if isinstance(found[name], dict) else found[name]:
            console.print(name, *(f"{key} {value}" for key, value in row.items()), sep="  ", highlight=False)
    for goal in found["goals"]:
        console.print("pass" if goal["met"] else "FAIL", goal["goal"], goal["bound"], "found", goal["found"])


if __name__ == "__main__":
    main()
