"""One worker process for bench_latency: it starts, scores one answer, says so, and waits to be told to end.

usage: python -m benchmarks.latency_worker QUESTION
Three lines of input: the answer, then "measure", then "end". Settings come from the environment.
"""

import json
import sys
from pathlib import Path

from skillprep.config import Settings
from skillprep.factory import build_services
from skillprep.services import Services

KIBIBYTE = 1024


def memory_mib() -> dict[str, float]:
    """Resident memory, and the part of it that this process shares with nobody (both MiB)."""
    lines = Path("/proc/self/smaps_rollup").read_text("utf-8").splitlines()[1:]
    found = {name: int(value.split()[0]) for name, _, value in (line.partition(":") for line in lines)}
    own = found["Private_Clean"] + found["Private_Dirty"]
    return {"resident": round(found["Rss"] / KIBIBYTE, 1), "own": round(own / KIBIBYTE, 1)}


def load(services: Services) -> None:
    """The models a worker of the service holds; the bank's vectors come from disk, as after `skillprep index`."""
    for encoder, vectors in ((services.encoder, services.vectors), (services.search_encoder, services.passages)):
        encoder.load()
        vectors.read(encoder.sha256)


def main() -> None:
    services = build_services(Settings.from_env())
    load(services)
    question = services.bank.question(sys.argv[1])
    score = services.scorer(question, sys.stdin.readline(), question.level, services.bank.version)
    print(json.dumps({"value": score.value}), flush=True)
    sys.stdin.readline()
    print(json.dumps(memory_mib()), flush=True)
    sys.stdin.readline()
    services.background.shutdown()


if __name__ == "__main__":
    main()
