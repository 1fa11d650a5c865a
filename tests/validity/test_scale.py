"""Two scales laid on each other."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillprep.validity.scale import Scale, observed_scale


def test_ours_is_laid_between_the_ends() -> None:
    assert Scale(1, 5, stated=True).of(np.array([0.0, 0.5, 1.0])).tolist() == [1.0, 3.0, 5.0]


def test_five_equal_bins_keep_a_five_point_scale_apart() -> None:
    assert Scale(1, 5, stated=False).bins(np.array([1, 2, 3, 4, 5])).tolist() == [0, 1, 2, 3, 4]


def test_a_border_belongs_to_the_upper_bin_whatever_rounding_says() -> None:
    assert Scale(0, 1, stated=True).bins(np.array([0.0, 0.2, 0.4, 0.6, 0.8, 1.0])).tolist() == [0, 1, 2, 3, 4, 4]


def test_without_a_statement_the_extremes_are_the_ends() -> None:
    assert observed_scale(np.array([2.0, np.nan, 4.5, 3.0])) == Scale(2.0, 4.5, stated=False)


@pytest.mark.parametrize("given_scores", [[], [np.nan], [3.0, 3.0]])
def test_scores_that_span_nothing_are_no_scale(given_scores: list[float]) -> None:
    assert observed_scale(np.array(given_scores)) is None


def test_the_sentence_says_how_it_was_done() -> None:
    assert "0 becoming 1 and 1 becoming 5 (the scale you stated)" in Scale(1, 5, stated=True).sentence()
    assert "the lowest and the highest score given" in Scale(1, 5, stated=False).sentence()


@given(st.lists(st.floats(0, 1), min_size=1, max_size=20), st.floats(-100, 100), st.floats(0.01, 100))
def test_perfect_agreement_is_kappa_one_on_any_scale(values: list[float], low: float, width: float) -> None:
    scale = Scale(low, low + width, stated=True)
    column = scale.of(np.array(values))
    if len(np.unique(scale.bins(column))) > 1:
        assert scale.kappa()(column, column) == 1.0
