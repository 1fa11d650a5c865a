"""Bootstrap intervals over groups."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillprep.validity.interval import drawn_rows, with_interval
from skillprep.validity.measures import accuracy_at, auc, mean

RANDOM = np.random.default_rng(7)
LABELS = RANDOM.integers(0, 2, 400)
SCORES = np.clip(0.5 * LABELS + RANDOM.random(400) * 0.6, 0, 1)
GROUPS = [str(place // 4) for place in range(400)]


def test_the_figure_lies_in_its_interval_and_says_how_many_rows() -> None:
    figure = with_interval(auc, SCORES, LABELS, GROUPS, rounds=200)
    assert figure.low < figure.value < figure.high
    assert figure.n == 400
    assert str(figure).startswith(f"{figure.value:.3f} [")


def test_the_same_seed_gives_the_same_interval_and_another_does_not() -> None:
    first = with_interval(auc, SCORES, LABELS, GROUPS, 50, seed=1)
    assert first == with_interval(auc, SCORES, LABELS, GROUPS, 50, seed=1)
    assert first.low != with_interval(auc, SCORES, LABELS, GROUPS, 50, seed=2).low


def test_groups_may_be_numbers_as_well_as_names() -> None:
    codes = np.arange(400) // 4 + 1000
    names = [str(code) for code in codes]
    assert with_interval(auc, SCORES, LABELS, codes, 50) == with_interval(auc, SCORES, LABELS, names, 50)


def test_an_interval_over_rows_that_repeat_each_other_is_wider_than_one_that_takes_them_for_independent() -> None:
    right = np.repeat(RANDOM.integers(0, 2, 40), 10)
    scores, labels = right.astype(float), np.ones(400)
    clustered = with_interval(accuracy_at(0.5), scores, labels, np.arange(400) // 10, 400)
    naive = with_interval(accuracy_at(0.5), scores, labels, np.arange(400), 400)
    assert clustered.high - clustered.low > 2 * (naive.high - naive.low)


def test_a_ninety_per_cent_interval_holds_the_truth_about_that_often() -> None:
    held = 0
    for seed in range(200):
        rows = np.random.default_rng(seed).random(100)
        figure = with_interval(lambda scores, _: mean(scores), rows, np.arange(100), np.arange(100), 100, seed)
        held += figure.low <= 0.5 <= figure.high
    assert 0.82 <= held / 200 <= 0.96


def test_rounds_of_one_class_are_drawn_again() -> None:
    scores, labels = np.array([0.2, 0.9, 0.4]), np.array([0, 1, 0])
    figure = with_interval(auc, scores, labels, ["a", "b", "c"], 50)
    assert (figure.value, figure.low, figure.high) == (1.0, 1.0, 1.0)


def test_what_no_round_determines_ends_without_an_interval() -> None:
    rows = np.arange(20.0)
    whole_only = with_interval(lambda some, _: 1.0 if len(set(some)) == 20 else math.nan, rows, rows, rows, 3)
    assert (whole_only.value, math.isnan(whole_only.low)) == (1.0, True)
    undetermined = with_interval(auc, SCORES[:3], np.ones(3), ["a", "b", "c"], 10)
    assert all(map(math.isnan, (undetermined.value, undetermined.low, undetermined.high)))
    empty = with_interval(auc, np.zeros(0), np.zeros(0), [], 10)
    assert (math.isnan(empty.value), empty.n) == (True, 0)


@given(st.lists(st.integers(0, 5), min_size=1, max_size=30), st.integers(0, 99))
def test_a_round_takes_every_row_of_a_drawn_group_and_as_many_groups_as_there_are(codes: list[int], seed: int) -> None:
    groups = np.array(codes)
    (rows,) = drawn_rows(groups, 1, seed)
    times = {int(code): np.bincount(rows, minlength=len(groups))[groups == code] for code in np.unique(groups)}
    assert all(np.ptp(found) == 0 for found in times.values())
    assert sum(int(found[0]) for found in times.values()) == len(times)


def test_it_repeats_the_draws_of_the_measures_it_replaces() -> None:
    names = sorted(set(GROUPS))
    random = np.random.default_rng(3)
    rows = {name: np.flatnonzero(np.array(GROUPS) == name) for name in names}
    theirs = np.concatenate([rows[names[place]] for place in random.integers(len(names), size=len(names))])
    (ours,) = drawn_rows(GROUPS, 1, 3)
    assert ours.tolist() == pytest.approx(theirs.tolist())
