"""ArgKP's development topics with the shared task's own measure, which needs the undecided pairs too."""

import csv
import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.scoring_data import ARGKP, Case, plain_windows, topic_cases
from benchmarks.scoring_judges import JUDGES, Judged
from benchmarks.scoring_sets import SETS, encode_ahead, rows_of
from skillprep.scoring.reference import Target, make_reference
from skillprep.scoring.values import Embed
from skillprep.validity.interval import Figure, with_interval
from skillprep.validity.measures import average_precision, mean

KEPT_SHARE = 0.5
STRICT, RELAXED = 0, 1


@dataclass(frozen=True)
class ArgumentCase(Case):
    """An argument against the key points of its topic and stance. A pair that is in no row of the labels is undecided:
    annotators did not agree on it."""

    stance: str


def argument_cases(embed: Embed, folder: Path = SETS) -> list[ArgumentCase]:
    """The arguments of the development part, also those without a decided pair. Empty when the files are absent."""
    key_points: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for row in table(folder / "key_points_dev.csv"):
        key_points[row["topic"], row["stance"]][row["key_point_id"]] = row["key_point"]
    labels: dict[str, dict[str, int]] = defaultdict(dict)
    for row in table(folder / "labels_dev.csv"):
        labels[row["arg_id"]][row["key_point_id"]] = int(row["label"])
    arguments = table(folder / "arguments_dev.csv")
    encode_ahead((row["argument"] for row in arguments), embed)
    references = {
        key: make_reference(key[0], tuple(Target(name, (text,)) for name, text in found.items()), embed)
        for key, found in key_points.items()
    }
    found = []
    for row in arguments:
        reference, text = references[row["topic"], row["stance"]], row["argument"]
        decided = {
            place: labels[row["arg_id"]][target.id]
            for place, target in enumerate(reference.targets)
            if target.id in labels[row["arg_id"]]
        }
        windows, points = plain_windows(text, embed), len(reference.targets)
        found.append(ArgumentCase("argkp", row["topic"], text, reference, windows, decided, points, row["stance"]))
    return found


def training_cases(embed: Embed, every: int, path: Path = ARGKP) -> list[Case]:
    """Each `every`-th argument of the training topics, with its decided pairs. Empty when the file is absent."""
    rows = [row for row in rows_of(path) if row["split"] == "train"]
    chosen = set(sorted({str(row["arg_id"]) for row in rows})[::every])
    groups: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        if row["arg_id"] in chosen:
            groups[str(row["topic"]), str(row["stance"])].append(row)
    encode_ahead((row["argument"] for group in groups.values() for row in group), embed)
    return [case for (topic, _), group in groups.items() for case in topic_cases(topic, group, embed)]


def table(path: Path) -> list[dict[str, str]]:
    """The rows of a file of comma-separated values; none when it is absent."""
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def map_figures(judged: Sequence[Judged], judge: str, rounds: int) -> dict[str, Figure]:
    """Strict and relaxed mean average precision of one judge, with intervals over topics."""
    groups: dict[tuple[str, str], list[Judged]] = defaultdict(list)
    for one in judged:
        assert isinstance(one.case, ArgumentCase)
        groups[one.case.group, one.case.stance].append(one)
    topics = [topic for topic, _ in groups]
    return {
        name: with_interval(
            lambda scores, _: mean(scores),
            np.array([group_precision(group, JUDGES.index(judge), undecided) for group in groups.values()]),
            np.zeros(len(groups)),
            topics,
            rounds,
        )
        for name, undecided in (("strict mAP", STRICT), ("relaxed mAP", RELAXED))
    }


def group_precision(group: Sequence[Judged], column: int, undecided: int) -> float:
    """One topic and stance: each argument with the key point that the judge likes best."""
    best = [int(np.argmax(one.table[:, column])) for one in group]
    scores = np.array([one.table[place, column] for one, place in zip(group, best, strict=True)])
    labels = [one.case.labels.get(place) for one, place in zip(group, best, strict=True)]
    return top_half_precision(scores, labels, undecided)


def top_half_precision(scores: NDArray[np.float64], labels: Sequence[int | None], undecided: int) -> float:
    """Average precision of the better half of the arguments (rounded down), undecided pairs (None) counting as
    `undecided`; 0 where no kept pair is right. KPA-2021 (Friedman et al. 2021), its track_1_kp_matching.py."""
    kept = np.argsort(-scores, kind="stable")[: int(len(scores) * KEPT_SHARE)]
    found = average_precision(scores[kept], np.array([undecided if labels[i] is None else labels[i] for i in kept]))
    return 0.0 if math.isnan(found) else found
