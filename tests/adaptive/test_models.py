"""Other response models give the values that TestDesign, catR and adaptivetesting publish."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillprep.adaptive.ability import moments, posterior_of
from skillprep.adaptive.grid import normal_prior, points
from skillprep.adaptive.models import Curves, dichotomous, graded, partial_credit
from tests.adaptive.golden import fatigue_bank, records

THETA = np.arange(-3.0, 4.0)
CASES = {
    "graded": (graded(0.9, [-1, 0, 1], THETA), -52.22233, -12.44241, 0.8290602),
    "generalised partial credit": (partial_credit(1.2, [-0.8, -1.0, 0.5], THETA), -91.78112, -7.756598, 0.03717596),
    "partial credit": (partial_credit(1.0, [-1, 0, 1], THETA), -76.95776, -7.791232, -0.1421625),
    "one parameter": (dichotomous(1.0, 0.5, theta=THETA), -15.57702, -15.57702, None),
    "two parameters": (dichotomous(1.5, 0.5, theta=THETA), -20.80176, -15.12525, None),
    "three parameters": (dichotomous(1.0, 0.5, 0.2, theta=THETA), -12.77404, -21.50401, None),
}


@pytest.mark.parametrize("name", CASES)
def test_the_item_functions_agree_with_testdesign(name: str) -> None:
    curves, probability, information, score = CASES[name]
    assert np.log(curves.probability).sum() == pytest.approx(probability, abs=1e-5)
    assert np.log(curves.information).sum() == pytest.approx(information, abs=1e-5)
    if score is not None:
        assert np.log(curves.expected).sum() == pytest.approx(score, abs=1e-6)


def three_parameters(name: str) -> Curves:
    rows = [row for row in records(f"testdesign/itempool_{name}.csv") if row["MODEL"] == "3PL"]
    return dichotomous(*(np.array([float(row[key]) for row in rows]) for key in ("PAR1", "PAR2", "PAR3")), theta=THETA)


def test_the_fatigue_bank_agrees_with_testdesign() -> None:
    curves = graded(*fatigue_bank(), THETA)
    assert np.log(curves.information).mean() == pytest.approx(-0.9209093, abs=1e-6)
    assert np.log(curves.probability).mean() == pytest.approx(-5.295978, abs=1e-6)


def test_an_estimate_agrees_with_catr() -> None:
    theta = points(33)
    curves = dichotomous([1.0, 1.2, 0.8], [-1, 0, 1], theta=theta)
    mean, _ = moments(posterior_of(normal_prior(0, 1, theta), curves.probability[range(3), [1, 0, 1]]), theta)
    assert float(mean) == pytest.approx(0.1446946, abs=1e-6)


def test_the_standard_error_of_a_mode_agrees_with_catr() -> None:
    at_mode = dichotomous([1.0, 1.2, 0.8], [-1, 0, 1], theta=np.array([0.1307695]))
    assert float(1 / np.sqrt(1 + at_mode.information.sum())) == pytest.approx(0.7705124, abs=1e-6)


def test_an_estimate_with_guessing_and_slipping_agrees_with_adaptivetesting() -> None:
    theta = points(33)
    curves = dichotomous([1.32, 1.07, 0.84], [-0.63, 0.18, -0.84], [0.17, 0.1, 0.19], [0.87, 0.93, 1.0], theta)
    mean, _ = moments(posterior_of(normal_prior(0, 1, theta), curves.probability[range(3), [0, 1, 0]]), theta)
    assert float(mean) == pytest.approx(-0.4565068, abs=1e-6)


thresholds = st.lists(st.floats(-3, 3), min_size=1, max_size=5, unique=True).map(sorted)


@given(st.floats(0.2, 3), thresholds)
def test_probabilities_sum_to_one_and_slopes_are_their_derivatives(a: float, places: list[float]) -> None:
    theta, step = np.linspace(-4, 4, 81), 1e-5
    for build in (graded, partial_credit):
        curves = build(a, places, theta)
        assert np.allclose(curves.probability.sum(axis=1), 1)
        rise = (build(a, places, theta + step).probability - build(a, places, theta - step).probability) / (2 * step)
        assert np.allclose(curves.slope, rise, atol=1e-6)
