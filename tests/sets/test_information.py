"""What a question tells before anybody has answered it."""

import numpy as np
import pytest

from skillprep.bank.vocabulary import Level
from skillprep.sets.information import ABILITY, information, targets
from skillprep.sets.pool import effective_number
from tests.sets.making import blueprint, item


def test_it_is_largest_where_the_question_is_about_as_hard_as_the_candidate_is_able() -> None:
    thetas = np.linspace(-3, 3, 121)
    found = information([item(level.value, level=level) for level in Level], thetas.tolist())
    assert thetas[found.argmax(axis=1)] == pytest.approx([-1.2, 0, 1.2], abs=0.05)
    assert (found > 0).all()


def test_it_is_the_fisher_information_of_the_score_averaged_over_difficulties() -> None:
    """Against the definition, integrated plainly: the expected squared slope of the mean over the variance."""
    b = np.linspace(-3.6, 3.6, 20_001)
    weight = np.exp(-0.5 * (b / 0.6) ** 2)
    mu = 1 / (1 + np.exp(-0.86 * (0.4 - b)))
    value = (0.86 * mu * (1 - mu)) ** 2 / (0.15**2 + 0.2 * mu * (1 - mu))
    expected = (value * weight).sum() / weight.sum()
    assert information([item("x", level=Level.INTERMEDIATE, points=5)], [0.4])[0, 0] == pytest.approx(expected, 1e-6)


def test_more_points_of_equal_weight_tell_more() -> None:
    few, many = information([item("a", points=4), item("b", points=8)], [0.0])[:, 0]
    assert many > few


def test_the_effective_number_of_points_is_their_number_when_weights_are_equal() -> None:
    assert effective_number([2.0] * 6) == pytest.approx(6)
    assert 1 < effective_number([3.0, 0.5, 0.5]) < 3
    assert effective_number([]) == 1


def test_targets_are_a_levels_candidates_or_what_was_said_or_the_levels_asked_for() -> None:
    assert targets(blueprint(target="advanced")) == pytest.approx((-0.15, 0.75, 1.65))
    assert targets(blueprint(target=[0.3])) == (0.3,)
    assert targets(blueprint(levels={"beginner": 2, "advanced": 2})) == (-0.75, 0.75)
    assert targets(blueprint()) == tuple(ABILITY.values())
