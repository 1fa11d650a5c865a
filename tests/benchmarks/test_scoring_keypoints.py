import csv
import json
from pathlib import Path

import numpy as np
import pytest

from benchmarks.scoring_judges import JUDGES, OURS, Judged
from benchmarks.scoring_keypoints import (
    RELAXED,
    STRICT,
    argument_cases,
    group_precision,
    map_figures,
    top_half_precision,
    training_cases,
)
from skillprep.semantic.hashing import HashingEncoder

TOPIC = "We should abandon the use of school uniform"
KEY_POINTS = {"kp_0": "Uniforms reduce bullying", "kp_1": "Uniforms save costs"}
ARGUMENTS = ("uniforms cut bullying", "uniforms are cheap", "no teasing about clothes", "a blue skirt is nice")
LABELS = {("arg_0", "kp_0"): 1, ("arg_0", "kp_1"): 0, ("arg_1", "kp_1"): 1, ("arg_2", "kp_1"): 0}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A development part of one topic and stance, in the shared task's own files."""
    write(tmp_path / "key_points_dev.csv", ("key_point_id", "key_point"), KEY_POINTS.items())
    write(tmp_path / "arguments_dev.csv", ("arg_id", "argument"), ((f"arg_{i}", a) for i, a in enumerate(ARGUMENTS)))
    with (tmp_path / "labels_dev.csv").open("w", newline="") as file:
        csv.writer(file).writerows([("arg_id", "key_point_id", "label"), *((*key, one) for key, one in LABELS.items())])
    return tmp_path


def write(path: Path, names: tuple[str, str], rows: object) -> None:
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([(*names, "topic", "stance"), *((*row, TOPIC, "1") for row in rows)])  # type: ignore[attr-defined]


def test_half_of_the_arguments_are_kept_and_the_better_half() -> None:
    """By hand: of five, two are kept (.9 right, .8 wrong): precision 1 at the only hit. The right one at .1 is gone."""
    assert top_half_precision(np.array([0.1, 0.9, 0.8, 0.3, 0.2]), [1, 1, 0, 0, 0], STRICT) == 1.0


def test_undecided_pairs_are_wrong_when_strict_and_right_when_relaxed() -> None:
    """By hand, kept: .9 undecided, .8 right, .7 wrong, .6 right. Strict: hits at ranks 2 and 4, (1/2 + 2/4) / 2 = .5.
    Relaxed: hits at ranks 1, 2 and 4, (1 + 1 + 3/4) / 3 = .9167."""
    scores = np.array([0.9, 0.8, 0.7, 0.6, 0.1, 0.1, 0.1, 0.1])
    labels = [None, 1, 0, 1, 1, 1, 1, 1]
    assert top_half_precision(scores, labels, STRICT) == pytest.approx(0.5)
    assert top_half_precision(scores, labels, RELAXED) == pytest.approx(11 / 12)


def test_a_group_in_which_nothing_kept_is_right_counts_as_zero() -> None:
    assert top_half_precision(np.array([0.9, 0.8]), [0, 1], STRICT) == 0.0


def test_every_argument_is_a_case_and_undecided_pairs_have_no_label(folder: Path) -> None:
    cases = argument_cases(HashingEncoder(), folder=folder)
    assert [case.text for case in cases] == list(ARGUMENTS)
    assert [case.labels for case in cases] == [{0: 1, 1: 0}, {1: 1}, {1: 0}, {}]
    assert [target.id for target in cases[0].reference.targets] == list(KEY_POINTS)


def test_thresholds_come_from_training_topics_alone(tmp_path: Path) -> None:
    rows = [
        {"split": split, "topic": split, "stance": 1, "arg_id": f"arg_{place}", "argument": f"argument {place}"}
        | {"kp_id": "kp_0", "key_point": "Uniforms reduce bullying", "label": place % 2}
        for place, split in enumerate(("train", "train", "train", "train", "dev"))
    ]
    path = tmp_path / "argkp.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    cases = training_cases(HashingEncoder(), every=2, path=path)
    assert [(case.group, case.text) for case in cases] == [("train", "argument 0"), ("train", "argument 2")]
    assert [case.labels for case in cases] == [{0: 0}, {0: 0}]


def test_each_argument_stands_for_the_key_point_the_judge_likes_best(folder: Path) -> None:
    """By hand: the four arguments' best key points are 0, 1, 0, 1 with .9, .8, .7, .6. Kept: the first two, both right.
    Had the first been matched with key point 1, which it does not express, the only hit would come second: 1/2."""
    cases = argument_cases(HashingEncoder(), folder=folder)
    ours = [[0.9, 0.1], [0.2, 0.8], [0.7, 0.3], [0.1, 0.6]]
    column = JUDGES.index(OURS)
    assert group_precision(judged(cases, ours), column, STRICT) == 1.0
    assert group_precision(judged(cases, [[0.1, 0.9], *ours[1:]]), column, STRICT) == 0.5


def test_the_figures_are_means_over_topics_and_stances(folder: Path) -> None:
    cases = argument_cases(HashingEncoder(), folder=folder)
    found = map_figures(judged(cases, [[0.1, 0.9], [0.2, 0.8], [0.7, 0.3], [0.1, 0.6]]), OURS, rounds=5)
    assert {name: (figure.value, figure.n) for name, figure in found.items()} == {
        "strict mAP": (0.5, 1),
        "relaxed mAP": (0.5, 1),
    }


def judged(cases: list[object], ours: list[list[float]]) -> list[Judged]:
    """The cases with the scorer's probabilities; the other judges said nothing."""
    tables = (np.column_stack([np.zeros((2, len(JUDGES) - 1)), row]) for row in ours)
    return [Judged(case, table) for case, table in zip(cases, tables, strict=True)]  # type: ignore[arg-type]
