"""Measures against values worked out by hand, and against sklearn and scipy on anything hypothesis thinks of."""

import math
import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from sklearn import metrics

from skillprep.validity.measures import (
    Bin,
    accuracy_at,
    accuracy_at_coverage,
    auc,
    average_precision,
    best_threshold,
    brier,
    calibration_error,
    f1_at,
    macro_f1,
    pearson,
    quadratic_weighted_kappa,
    reliability,
    risk_coverage,
    rmse,
    standardised_mean_difference,
)

SCORES = np.array([0.1, 0.4, 0.35, 0.8])
LABELS = np.array([0, 0, 1, 1])

probabilities = st.one_of(st.sampled_from([0.0, 0.25, 0.5, 1.0]), st.floats(0, 1, width=32))
judged = st.lists(st.tuples(probabilities, st.integers(0, 1)), min_size=2, max_size=60).map(
    lambda rows: (np.array([row[0] for row in rows]), np.array([row[1] for row in rows]))
)
both = judged.filter(lambda rows: 0 < rows[1].mean() < 1)
ratings = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=60).map(np.array)
pairs = st.lists(st.tuples(st.floats(-1e3, 1e3), st.floats(-1e3, 1e3)), min_size=3, max_size=60).map(np.array)


def test_auc_counts_pairs_in_the_right_order() -> None:
    assert auc(SCORES, LABELS) == 0.75


def test_auc_counts_a_tie_half() -> None:
    assert auc(np.array([0.5, 0.5, 0.9]), np.array([0, 1, 0])) == 0.25


def test_average_precision_of_four_rows() -> None:
    # Ranked 0.8 (1), 0.4 (0), 0.35 (1), 0.1 (0): 1/2 x 1/1 + 1/2 x 2/3.
    assert average_precision(SCORES, LABELS) == pytest.approx(5 / 6)


def test_average_precision_takes_tied_scores_as_one_step() -> None:
    assert average_precision(np.array([0.5, 0.5]), np.array([0, 1])) == average_precision(
        np.array([0.5, 0.5]), np.array([1, 0])
    )


def test_f1_and_accuracy_at_a_threshold() -> None:
    assert f1_at(0.4)(SCORES, LABELS) == 0.5
    assert accuracy_at(0.4)(SCORES, LABELS) == 0.5
    assert f1_at(0.9)(SCORES, np.zeros(4)) == 0.0


def test_macro_f1_is_the_mean_over_classes() -> None:
    assert macro_f1(np.array([0, 0, 1]), np.array([0, 1, 1])) == pytest.approx(2 / 3)


def test_calibration_error_of_two_bins() -> None:
    # Bin 0.1: 2 of 4 rows, said 0.15, true 0.5. Bin 0.9: said 0.95, true 0.5. 0.5 x 0.35 + 0.5 x 0.45.
    assert calibration_error(np.array([0.1, 0.2 - 1e-12, 0.9, 1.0]), np.array([0, 1, 0, 1])) == pytest.approx(0.4)


def test_reliability_leaves_out_empty_bins_and_puts_one_into_the_last() -> None:
    assert reliability(np.array([0.0, 1.0, 0.95]), np.array([0, 1, 0])) == (
        Bin(0.0, 0.1, 1, 0.0, 0.0),
        Bin(0.9, 1.0, 2, 0.975, 0.5),
    )


def test_brier_of_always_saying_one_half_is_a_quarter() -> None:
    assert brier(np.full(4, 0.5), LABELS) == 0.25


def test_rmse_is_in_the_unit_of_its_sides() -> None:
    assert rmse(np.array([1.0, 5.0]), np.array([1, 2])) == pytest.approx(3 / math.sqrt(2))


def test_kappa_is_one_for_agreement_nought_for_chance_and_negative_for_opposites() -> None:
    assert quadratic_weighted_kappa(np.array([0, 1, 2]), np.array([0, 1, 2]), 3) == 1.0
    assert quadratic_weighted_kappa(np.array([0, 0, 2, 2]), np.array([0, 2, 0, 2]), 3) == 0.0
    assert quadratic_weighted_kappa(np.array([0, 2]), np.array([2, 0]), 3) == -1.0


def test_kappa_refuses_a_rating_outside_its_categories() -> None:
    with pytest.raises(ValueError, match=r"0 \.\. 2"):
        quadratic_weighted_kappa(np.array([0, 3]), np.array([0, 1]), 3)


def test_the_mean_difference_is_in_standard_deviations_and_positive_for_the_generous_side() -> None:
    assert standardised_mean_difference(np.array([2.0, 4.0]), np.array([1.0, 3.0])) == pytest.approx(1 / math.sqrt(2))


def test_leaving_out_the_least_certain_rows_shows_in_the_curve() -> None:
    curve = risk_coverage(np.array([0.95, 0.05, 0.6, 0.55]), np.array([1, 0, 1, 0]), 0.5)
    assert curve.coverage.tolist() == [0.5, 0.75, 1.0]
    assert curve.accuracy.tolist() == [1.0, 1.0, 0.75]
    assert (curve.at(0.5), curve.at(0.6), curve.at(1.0)) == (1.0, 1.0, 0.75)


def test_the_best_threshold_separates_what_can_be_separated() -> None:
    scores = np.linspace(0, 1, 11)
    assert f1_at(best_threshold(scores, scores > 0.55))(scores, scores > 0.55) == 1.0


@pytest.mark.parametrize("measure", [auc, average_precision, accuracy_at(0.5), calibration_error, brier, pearson, rmse])
def test_no_rows_give_no_number(measure: object) -> None:
    assert math.isnan(measure(np.zeros(0), np.zeros(0)))  # type: ignore[operator]


def test_data_that_do_not_determine_a_measure_give_no_number() -> None:
    assert math.isnan(auc(SCORES, np.ones(4)))
    assert math.isnan(average_precision(SCORES, np.zeros(4)))
    assert math.isnan(pearson(SCORES, np.full(4, 0.1)))
    assert math.isnan(quadratic_weighted_kappa(np.ones(3), np.ones(3), 3))
    assert math.isnan(standardised_mean_difference(np.ones(3), np.zeros(3)))
    assert math.isnan(standardised_mean_difference(np.ones(1), np.zeros(3)))
    assert math.isnan(risk_coverage(np.zeros(0), np.zeros(0)).at(0.8))


@given(both)
def test_ranking_measures_agree_with_sklearn(rows: tuple[np.ndarray, np.ndarray]) -> None:
    scores, labels = rows
    assert auc(scores, labels) == pytest.approx(metrics.roc_auc_score(labels, scores))
    assert average_precision(scores, labels) == pytest.approx(metrics.average_precision_score(labels, scores))


@given(judged, probabilities)
def test_decision_measures_agree_with_sklearn(rows: tuple[np.ndarray, np.ndarray], threshold: float) -> None:
    scores, labels = rows
    said = scores >= threshold
    assert f1_at(threshold)(scores, labels) == pytest.approx(metrics.f1_score(labels, said, zero_division=0))
    assert accuracy_at(threshold)(scores, labels) == pytest.approx(metrics.accuracy_score(labels, said))
    assert brier(scores, labels) == pytest.approx(metrics.mean_squared_error(labels, scores))


@given(ratings)
def test_kappa_and_macro_f1_agree_with_sklearn(rows: np.ndarray) -> None:
    a, b = rows[:, 0], rows[:, 1]
    assert macro_f1(a, b) == pytest.approx(metrics.f1_score(b, a, average="macro", zero_division=0))
    if len(np.union1d(a, b)) > 1:
        with warnings.catch_warnings(action="ignore"):
            theirs = metrics.cohen_kappa_score(a, b, labels=range(5), weights="quadratic")
        assert quadratic_weighted_kappa(a, b, 5) == pytest.approx(theirs)


@given(pairs)
def test_pearson_agrees_with_scipy(rows: np.ndarray) -> None:
    a, b = np.round(rows[:, 0], 2), np.round(rows[:, 1], 2)
    if np.ptp(a) == 0 or np.ptp(b) == 0:
        assert math.isnan(pearson(a, b))
    else:
        assert pearson(a, b) == pytest.approx(stats.pearsonr(a, b).statistic, abs=1e-9)


@given(judged)
def test_a_calibration_error_never_exceeds_the_mean_distance(rows: tuple[np.ndarray, np.ndarray]) -> None:
    scores, labels = rows
    assert 0 <= calibration_error(scores, labels) <= np.abs(scores - labels).mean() + 1e-9


@given(judged)
def test_full_coverage_is_plain_accuracy(rows: tuple[np.ndarray, np.ndarray]) -> None:
    assert accuracy_at_coverage(1.0, 0.5)(*rows) == pytest.approx(accuracy_at(0.5)(*rows))


@given(judged)
def test_reliability_keeps_every_row(rows: tuple[np.ndarray, np.ndarray]) -> None:
    assert sum(one.n for one in reliability(*rows)) == len(rows[0])
