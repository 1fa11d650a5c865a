"""catR's published post-hoc adaptive tests come out the same: estimates, criteria, and every question in order."""

from collections.abc import Callable
from functools import lru_cache

import numpy as np
import pytest

from skillprep.adaptive import criteria
from skillprep.adaptive.ability import moments, posterior_of
from skillprep.adaptive.grid import Floats, points, trapezoid
from skillprep.adaptive.models import Curves, graded
from tests.adaptive.golden import fatigue_answers, fatigue_bank, records

THETA = points(33)
DENSITY = np.exp(-(THETA**2) / 2) / np.sqrt(2 * np.pi)
PRIOR = DENSITY * trapezoid(THETA)


@lru_cache
def curves() -> Curves:
    return graded(*fatigue_bank(), THETA)


def likelihoods(person: int, items: list[int]) -> Floats:
    """Likelihoods [answer, theta] of one person's answers, items and people counted from 0."""
    return curves().probability[items, fatigue_answers()[person][items]]


def estimate(person: int, items: list[int]) -> tuple[float, float]:
    mean, se = moments(posterior_of(PRIOR, likelihoods(person, items)), THETA)
    return float(mean), float(se)


@pytest.mark.parametrize(("name", "items"), [("fullbank", 95), ("first8", 8)])
def test_abilities_and_standard_errors_agree(name: str, items: int) -> None:
    for row in records(f"catR_generated/fatigue_grm_{name}_estimates.csv"):
        found = estimate(int(row["person"]) - 1, list(range(items)))
        assert found == pytest.approx((float(row["eap"]), float(row["eap_se"])), abs=1e-6)


def test_item_information_agrees() -> None:
    rows = records("catR_generated/fatigue_grm_information.csv")
    published = np.array([[float(value) for key, value in row.items() if key != "ID"] for row in rows])
    found = graded(*fatigue_bank(), np.linspace(-3, 3, 13)).information
    assert np.abs(found - published).max() < 1e-6


def quadrature(theta: float) -> criteria.Quadrature:
    return criteria.Quadrature(THETA, DENSITY, curves(), graded(*fatigue_bank(), np.array([theta])))


def test_selection_criteria_agree() -> None:
    likelihood = np.prod(likelihoods(2, [9, 39, 69]), axis=0)
    grid = quadrature(estimate(2, [9, 39, 69])[0])
    found = {
        "info": criteria.maximum_information(grid),
        "epv": criteria.expected_variance(grid, likelihood),
        "mpwi": criteria.weighted_information(grid, likelihood),
        "mlwi": criteria.weighted_information(grid, likelihood, with_prior=False),
        "kl": criteria.divergence(grid, likelihood, with_prior=False),
        "klp": criteria.divergence(grid, likelihood),
    }
    rows = records("catR_generated/fatigue_grm_selection_criteria.csv")
    assert len(rows) == 92
    for row in rows:
        for name, values in found.items():
            assert values[int(row["item"]) - 1] == pytest.approx(float(row[name]), abs=1e-6), name


def worth(criterion: str, theta: float, likelihood: Floats) -> Floats:
    """What catR maximises."""
    grid = quadrature(theta)
    ways: dict[str, Callable[[], Floats]] = {
        "MFI": lambda: criteria.maximum_information(grid),
        "MEPV": lambda: -criteria.expected_variance(grid, likelihood),
        "KLP": lambda: criteria.divergence(grid, likelihood),
        "MPWI": lambda: criteria.weighted_information(grid, likelihood),
    }
    return ways[criterion]()


@pytest.mark.parametrize(("criterion", "questions"), [("MFI", 480), ("MEPV", 24), ("KLP", 12), ("MPWI", 12)])
def test_post_hoc_sequences_are_identical(criterion: str, questions: int) -> None:
    rows = records(f"catR_generated/fatigue_grm_posthoc_cat_{criterion.lower()}.csv")
    assert len(rows) == questions
    items: list[int] = []
    theta = 0.0
    for row in rows:
        person, step = int(row["person"]) - 1, int(row["step"])
        if step == 1:
            items, theta = [], 0.0
        values = worth("MFI" if step == 1 else criterion, theta, np.prod(likelihoods(person, items), axis=0))
        values[items] = -np.inf
        items.append(int(values.argmax()))
        theta, se = estimate(person, items)
        assert items[-1] + 1 == int(row["item"])
        assert fatigue_answers()[person, items[-1]] == int(row["response"])
        assert (theta, se) == pytest.approx((float(row["theta"]), float(row["se"])), abs=1e-6)
