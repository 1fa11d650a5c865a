"""What authors see of each question."""

import numpy as np
import pytest

from skillprep.adaptive.response import CENTRES
from skillprep.adaptive.statistics import correlation, statistics_of
from tests.adaptive.test_calibrate import priors
from tests.adaptive.test_drift import BELIEFS, RESPONSES, TRUTH

NAMES = tuple("abcdef")


def test_every_question_is_described() -> None:
    found = statistics_of(NAMES, RESPONSES, BELIEFS)
    assert [one.item_id for one in found] == list(NAMES)
    for row, one in enumerate(found):
        assert one.n == 200
        assert one.mean == pytest.approx(CENTRES[RESPONSES.bins[RESPONSES.items == row]].mean())
        assert one.item_rest is not None
        assert 0.3 < one.item_rest < 0.9
        assert abs(one.estimate.b - TRUTH[row]) < 4 * one.estimate.b_se


def test_a_question_that_nobody_was_asked_has_its_prior_and_nothing_else() -> None:
    found = statistics_of((*NAMES, "g"), RESPONSES, np.vstack([BELIEFS, priors(1)]))[6]
    assert (found.n, found.mean, found.item_rest, found.drift.shift) == (0, None, None, None)
    assert found.estimate.b == pytest.approx(0.0, abs=1e-3)


def test_a_correlation_needs_ten_answers_and_some_spread() -> None:
    rest = np.arange(10.0)
    assert correlation(rest, rest) == pytest.approx(1.0)
    assert correlation(rest[:9], rest[:9]) is None
    assert correlation(np.ones(10), rest) is None
