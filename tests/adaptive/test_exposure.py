"""How often questions were asked, and what that costs."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillprep.adaptive.exposure import Exposure, discounts, fair, overlap_of


@given(st.lists(st.integers(0, 100), min_size=30, max_size=60))
def test_a_question_asked_more_is_worth_less(counts: list[int]) -> None:
    found = discounts(Exposure(np.array(counts), 100), 0.45, 8)
    assert ((found >= 0) & (found <= 1)).all()
    assert (np.diff(found[np.argsort(counts)]) <= 1e-12).all()


def test_a_question_at_the_cap_is_worth_nothing() -> None:
    found = discounts(Exposure(np.array([500, 100, 0] + [50] * 60), 1000), 0.45, 8)
    assert found[0] == 0.0
    assert 0 < found[1] < found[2] == 1.0


def test_nothing_is_worn_before_the_first_sitting() -> None:
    assert (discounts(Exposure(np.zeros(40, dtype=np.int64), 0), 0.45, 8) == 1).all()


def test_a_small_pool_gets_a_cap_that_it_can_hold() -> None:
    assert fair(0.45, 8, 300) == 0.45
    assert fair(0.45, 8, 12) == pytest.approx(1.0)
    assert (discounts(Exposure(np.full(12, 67), 100), 0.45, 8) > 0).all()


def test_overlap_is_the_share_of_questions_that_two_sittings_have_in_common() -> None:
    assert overlap_of(np.ones(8)) == pytest.approx(1.0)
    assert overlap_of(np.full(80, 0.1)) == pytest.approx(0.1)
    assert overlap_of(np.zeros(5)) == 0.0
