"""The answers of other projects: ArgKP's key points, SciEntsBank's, Beetle's and SAF's short answers."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from benchmarks.scoring_data import Case
from benchmarks.scoring_judges import JUDGES, OURS, Bench, Judged, Pairs, judge_cases, pairs_of
from benchmarks.scoring_keypoints import argument_cases, map_figures, training_cases
from benchmarks.scoring_sets import ScoredCase, ShortCase, saf_cases, short_answer_cases
from benchmarks.scoring_table import OURS_REFITTED, Row, cuts_from, decided, left_out, rows_for
from skillprep.validity.interval import with_interval
from skillprep.validity.measures import Floats, Measure, Numbers, auc, f1_at, macro_f1, pearson, rmse

ARGUMENTS = "ArgKP-2021 dev"
TRAIN_THINNING = 4
"""Thresholds and straight lines need no more than every fourth training answer."""
SHORT_SETS = (
    ("scientsbank", "SciEntsBank"),
    ("beetle", "Beetle"),
)
SHORT_PARTS = (
    ("unseen-answer", "unseen answers"),
    ("unseen-question", "unseen questions"),
    ("unseen-domain", "unseen domains"),
)


def argument_rows(bench: Bench) -> tuple[list[Row], Pairs | None]:
    """ArgKP's development topics, with the pairs themselves; nothing when the file is absent.

    Baselines decide by ArgKP train's best-F1 thresholds. The scorer, to which train was shown, decides by the one it
    ships with, and refitted by that of the other three topics.
    """
    cases = argument_cases(bench.model.embed)
    if not cases:
        return [], None
    judged = judge_cases(cases, bench)
    pairs = pairs_of(judged)
    train = training_cases(bench.model.embed, TRAIN_THINNING * bench.thinning)
    cuts = cuts_from(pairs_of(judge_cases(train, bench)), f1_at(0.5))
    said = decided(pairs, cuts, bench.model.head.thresholds.decision)
    said[OURS_REFITTED] = left_out(pairs, OURS, f1_at(0.5))
    rows = rows_for(ARGUMENTS, pairs, said, bench.rounds)
    return [with_map(row, judged, bench.rounds) for row in rows], pairs


def with_map(row: Row, judged: Sequence[Judged], rounds: int) -> Row:
    """The row with the shared task's measure, where the judge has scores of its own."""
    if row.judge not in JUDGES:
        return row
    return replace(row, figures=row.figures | map_figures(judged, row.judge, rounds))


def short_answer_rows(bench: Bench) -> list[Row]:
    """Every unseen part of SciEntsBank and Beetle. Thresholds of the baselines, and the scorer's refitted one, are
    those with the best macro-F1 on the set's dev questions."""
    found = []
    for name, title in SHORT_SETS:
        elsewhere = pairs_of(judge_cases(short_answer_cases(name, "dev", bench.model.embed, bench.thinning), bench))
        if not len(elsewhere):
            continue
        cuts = cuts_from(elsewhere, macro_f1)
        for part, words in SHORT_PARTS:
            cases = short_answer_cases(name, part, bench.model.embed)
            if cases:
                found += part_rows(f"{title}: {words}", cases, cuts, bench)
    return found


def part_rows(data: str, cases: Sequence[Case], cuts: dict[str, float], bench: Bench) -> list[Row]:
    """One part's rows, with the AUC of correct against contradictory answers."""
    judged = judge_cases(cases, bench)
    pairs = pairs_of(judged)
    opposed = pairs_of(judged, lambda case, _: isinstance(case, ShortCase) and case.label3 != "incorrect")
    rows = rows_for(data, pairs, decided(pairs, cuts, bench.model.head.thresholds.decision), bench.rounds)
    return [with_contradiction(row, opposed, bench.rounds) for row in rows]


def with_contradiction(row: Row, opposed: Pairs, rounds: int) -> Row:
    """The row with how well correct answers are told from contradictory ones."""
    if row.judge not in opposed.scores or len(np.unique(opposed.labels)) < 2:
        return row
    figure = with_interval(auc, opposed.scores[row.judge], opposed.labels, opposed.groups, rounds)
    return replace(row, figures=row.figures | {"AUC v. contradictory": figure})


def saf_rows(bench: Bench) -> list[Row]:
    """SAF's test questions. A judge's score is its mean over the pieces of the reference, which weigh alike.

    It is put on SAF's scale by a straight line through the other questions' answers before its distance is measured.
    """
    cases = saf_cases("test", bench.model.embed)
    if not cases:
        return []
    every = TRAIN_THINNING * bench.thinning
    elsewhere = [case for part in ("train", "dev") for case in saf_cases(part, bench.model.embed, every)]
    here, there = judge_cases(cases, bench), judge_cases(elsewhere, bench)
    groups = [one.case.group for one in here]
    rows = []
    for place, name in enumerate(JUDGES):
        scores, known = (np.array([one.table[:, place].mean() for one in some]) for some in (here, there))
        slope, level = np.polyfit(known, given(there), deg=1)
        measures: tuple[tuple[str, Measure, Floats], ...] = (
            ("Pearson", pearson, scores),
            ("RMSE", rmse, np.clip(slope * scores + level, 0.0, 1.0)),
        )
        figures = {
            key: with_interval(measure, values, given(here), groups, bench.rounds) for key, measure, values in measures
        }
        rows.append(Row("SAF test questions: score", name, len(here), None, figures))
    return rows


def given(judged: Sequence[Judged]) -> Numbers:
    """The teachers' scores."""
    return np.array([one.case.score for one in judged if isinstance(one.case, ScoredCase)])
