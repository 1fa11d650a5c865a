"""The report on somebody's own data."""

import json

import numpy as np
import pytest
from scipy import stats
from sklearn import metrics

from skillprep.scoring.values import PointState
from skillprep.validity.measured import Measured
from skillprep.validity.report import Report, make_report
from skillprep.validity.scale import Scale
from skillprep.validity.tally import Tally
from tests.validity.making import judged, point, tally_of

RANDOM = np.random.default_rng(11)
OURS = RANDOM.random(60).round(3)
GIVEN = np.clip(np.round(5 * OURS + RANDOM.normal(0, 1, 60)), 0, 5)
LABELS = RANDOM.integers(0, 2, (60, 3))
PROBABILITIES = np.clip(0.4 * LABELS + 0.6 * RANDOM.random((60, 3)), 0, 1).round(3)


def answers_of(group: str | None = None) -> list[object]:
    return [
        judged(
            float(OURS[row]),
            float(GIVEN[row]),
            group,
            tuple(point(float(p), int(y)) for p, y in zip(PROBABILITIES[row], LABELS[row], strict=True)),
            flagged=row % 4 == 0,
        )
        for row in range(60)
    ]


@pytest.fixture(scope="module")
def report() -> Report:
    return make_report(tally_of(*answers_of()), threshold=0.5)  # type: ignore[arg-type]


def value(found: Measured) -> float:
    assert found.figure is not None, found.lacking
    return found.figure.value


def test_point_figures_are_those_of_all_labelled_points(report: Report) -> None:
    scores, labels = PROBABILITIES.ravel(), LABELS.ravel()
    assert report.labelled_points == 180
    assert value(report.points["AUC"]) == pytest.approx(metrics.roc_auc_score(labels, scores))
    assert value(report.points["F1"]) == pytest.approx(metrics.f1_score(labels, scores >= 0.5))
    assert value(report.points["accuracy"]) == pytest.approx(metrics.accuracy_score(labels, scores >= 0.5))
    assert sum(one.n for one in report.calibration) == 180


def test_score_figures_compare_on_the_scale_of_the_scores_given(report: Report) -> None:
    assert report.scale == Scale(0.0, 5.0, stated=False)
    assert value(report.scores["Pearson correlation"]) == pytest.approx(stats.pearsonr(OURS, GIVEN).statistic)
    assert value(report.scores["root mean squared error"]) == pytest.approx(
        metrics.root_mean_squared_error(GIVEN, 5 * OURS)
    )
    bins = [np.minimum(np.floor(side / 5 * 5), 4).astype(int) for side in (5 * OURS, GIVEN)]
    assert value(report.scores["quadratic weighted kappa"]) == pytest.approx(
        metrics.cohen_kappa_score(*bins, labels=range(5), weights="quadratic")
    )


def test_a_stated_scale_moves_the_error_but_not_the_correlation(report: Report) -> None:
    stated = make_report(tally_of(*answers_of()), 0.5, Scale(-5, 10, stated=True))  # type: ignore[arg-type]
    name = "Pearson correlation"
    assert value(stated.scores[name]) == pytest.approx(value(report.scores[name]))
    assert value(stated.scores["root mean squared error"]) > value(report.scores["root mean squared error"])


def test_what_is_left_to_a_person_is_counted_over_all_answers(report: Report) -> None:
    assert value(report.asked["answers left to a person"]) == 0.25
    assert value(report.asked["share of an answer's points left to a person"]) == 0.0
    assert report.asked["accuracy of the points decided"].n == 180


def test_unsure_points_do_not_count_as_decided() -> None:
    row = (point(0.9, 1), point(0.1, 0), point(0.45, 1, PointState.UNSURE))
    asked = make_report(tally_of(*[judged(points=row)] * 12), 0.5).asked
    assert value(asked["accuracy of the points decided"]) == 1.0
    assert asked["accuracy of the points decided"].n == 24
    assert value(asked["share of an answer's points left to a person"]) == pytest.approx(1 / 3)


def test_answers_that_cannot_be_judged_count_as_left_to_a_person_and_nowhere_else() -> None:
    unjudged = judged(None, given=5.0, points=(point(0.0, 1, PointState.UNSURE),), flagged=True)
    report = make_report(tally_of(*answers_of(), unjudged), 0.5)  # type: ignore[arg-type]
    assert (report.answers, report.judged, report.labelled_points) == (61, 60, 180)
    assert report.scores["Pearson correlation"].n == 60
    assert value(report.asked["answers left to a person"]) == pytest.approx(16 / 61)


def test_an_injected_bias_shows_in_its_group_though_the_whole_hides_it() -> None:
    pairs = [(0.5 + 0.02 * (n % 10), 0.5 + 0.02 * (n * 3 % 10)) for n in range(40)]
    north = [judged(min(ours + 0.1, 1.0), given, "north") for ours, given in pairs]
    south = [judged(ours - 0.1, given, "south") for ours, given in pairs]
    report = make_report(tally_of(*north, *south), 0.5, Scale(0, 1, stated=True))
    rows = {row.group: row for row in report.groups}
    assert value(report.scores["standardised mean difference"]) == pytest.approx(0, abs=0.05)
    assert rows["north"].difference is not None
    assert rows["south"].difference is not None
    assert value(rows["north"].difference) > 1
    assert value(rows["south"].difference) < -1


def test_groups_without_given_scores_have_our_mean_alone() -> None:
    (row,) = make_report(tally_of(*[judged(0.2, group="a"), judged(0.4, group="a")] * 6), 0.5).groups
    assert (row.n, value(row.ours), row.given, row.difference) == (12, pytest.approx(0.3), None, None)


def test_a_small_group_has_no_figures() -> None:
    rows = make_report(tally_of(*[judged(group="many")] * 12, *[judged(group="few")] * 9), 0.5).groups
    assert [(row.group, row.ours.figure is None) for row in rows] == [("many", False), ("few", True)]


def test_past_fifty_groups_the_largest_are_shown_and_the_rest_counted() -> None:
    crowd = [judged(group=f"g{place:02}") for place in range(60)] + [judged(group="g59")]
    report = make_report(tally_of(*crowd), 0.5)
    assert (len(report.groups), report.groups_left_out, report.groups[0].group) == (50, 10, "g59")


@pytest.mark.parametrize(
    "answers", [(), tuple(judged() for _ in range(12)), tuple(judged(given=3.0) for _ in range(12))]
)
def test_what_the_data_do_not_determine_is_not_a_number_but_a_reason(answers: tuple[object, ...]) -> None:
    report = make_report(tally_of(*answers), 0.5)  # type: ignore[arg-type]
    for found in (*report.points.values(), *report.scores.values()):
        assert (found.figure, bool(found.lacking)) == (None, True)
    json.dumps(report.as_json(), allow_nan=False)


def test_the_same_data_give_the_same_report_as_json(report: Report) -> None:
    again = make_report(tally_of(*answers_of()), threshold=0.5)  # type: ignore[arg-type]
    written = json.dumps(report.as_json(), allow_nan=False)
    assert json.dumps(again.as_json(), allow_nan=False) == written
    assert "straight line" in written


def test_an_empty_tally_is_a_report() -> None:
    assert make_report(Tally(), 0.5).answers == 0
