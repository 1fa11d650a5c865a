"""The graded model fitted by marginal maximum likelihood agrees with R's mirt."""

import numpy as np
import pytest

from skillprep.adaptive.marginal import fit_graded
from skillprep.errors import InvalidInputError
from tests.adaptive.golden import expected, golden


def test_the_two_parameter_fit_of_lsat7_agrees_with_mirt() -> None:
    rows = np.loadtxt(golden("mirt/LSAT7.csv"), delimiter=",", skiprows=1, dtype=np.int64)
    published = expected("mirt_LSAT7_2PL")
    fit = fit_graded(rows[:, :-1], rows[:, -1].astype(float))
    assert fit.settled
    assert np.abs(fit.a - published["a"]).max() < 0.015
    assert np.abs(fit.d[:, 0] - published["d"]).max() < 0.015


def test_the_graded_fit_of_science_agrees_with_mirt() -> None:
    rows = np.loadtxt(golden("mirt/Science.csv"), delimiter=",", skiprows=1, dtype=np.int64)
    published = expected("mirt_Science_GRM")
    patterns, frequencies = np.unique(rows - 1, axis=0, return_counts=True)
    fit = fit_graded(patterns, frequencies.astype(float))
    assert fit.settled
    assert np.abs(fit.a - published["a"]).max() < 0.015
    assert np.abs(fit.d - published["d"]).max() < 0.015


def test_a_category_that_nobody_chose_is_refused() -> None:
    with pytest.raises(InvalidInputError, match="every category"):
        fit_graded(np.array([[0, 0], [2, 2]]), np.array([3.0, 4.0]))
