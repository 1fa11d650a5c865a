import numpy as np
import pytest

from benchmarks.scoring_judges import JUDGES, OURS, Pairs
from benchmarks.scoring_table import OURS_REFITTED, best_cut, cuts_from, decided, left_out, printed, rows_for
from skillprep.validity.measures import f1_at, macro_f1

RIGHT = np.array([0.9, 0.8, 0.2, 0.1])
WRONG = RIGHT[::-1]


def pairs(groups: tuple[str, ...] = ("a", "a", "b", "b"), ours: np.ndarray = RIGHT) -> Pairs:
    scores = dict.fromkeys(JUDGES, WRONG) | {OURS: ours}
    return Pairs(np.array([1, 1, 0, 0]), np.array(groups), scores)


def test_the_best_cut_parts_what_can_be_parted() -> None:
    cut = best_cut(RIGHT, np.array([1, 1, 0, 0]), f1_at(0.5))
    assert 0.2 < cut <= 0.8
    assert macro_f1((cut <= RIGHT).astype(float), np.array([1, 1, 0, 0])) == 1.0


def test_the_scorer_decides_by_its_own_threshold_and_beside_that_by_a_refitted_one() -> None:
    found = decided(pairs(), cuts_from(pairs(), f1_at(0.5)), shipped=0.85)
    assert found[OURS].tolist() == [True, False, False, False]
    assert found[OURS_REFITTED].tolist() == [True, True, False, False]


def test_a_group_is_decided_by_the_others_threshold() -> None:
    """Group b's scores lie higher than a's: a's best threshold calls all of b covered."""
    both = Pairs(np.array([1, 0, 1, 0]), np.array(["a", "a", "b", "b"]), {OURS: np.array([0.4, 0.1, 0.9, 0.6])})
    assert left_out(both, OURS, f1_at(0.5)).tolist() == [False, False, True, True]


def test_rows_hold_ranking_for_judges_and_decisions_for_the_refitted_one() -> None:
    rows = {
        row.judge: row
        for row in rows_for("set", pairs(("a", "b", "c", "d")), {OURS: RIGHT >= 0.5, OURS_REFITTED: RIGHT >= 0.5}, 20)
    }
    assert set(rows[OURS].figures) == {"AUC", "AP", "F1", "macro-F1", "accuracy", "ECE"}
    assert set(rows[OURS_REFITTED].figures) == {"F1", "macro-F1", "accuracy"}
    assert rows[OURS].figures["AUC"].value == 1.0
    assert rows[OURS].figures["ECE"].value == pytest.approx(0.15)
    assert (rows[OURS].n, rows[OURS].positive) == (4, 0.5)


def test_the_table_has_a_line_for_each_measure_and_a_column_for_each_judge() -> None:
    lines = printed(
        rows_for("set", pairs(("a", "b", "c", "d")), decided(pairs(), dict.fromkeys(JUDGES, 0.5), 0.5), 20)
    ).splitlines()
    assert all(name in lines[0] for name in (*JUDGES, OURS_REFITTED))
    assert lines[1].startswith("set (50 % positive)")
    assert [line.split()[-1] for line in lines[1:3]] == ["-", "-"], "the refitted scorer ranks as the scorer does"
