"""Find my level."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm

from skillprep.adaptive.ability import posterior_of, summarised
from skillprep.adaptive.grid import THETA, normal_prior
from skillprep.adaptive.placement import CUTS, level_probabilities, placed
from skillprep.adaptive.response import score_tables
from skillprep.bank.vocabulary import Level

TABLE = score_tables(0.86, 0.0, 0.2, 0.15)[0]
PRIOR = normal_prior(0.0, 0.9)


def test_the_cuts_lie_halfway_between_the_levels() -> None:
    assert pytest.approx((-0.6, 0.6)) == CUTS


@given(st.floats(-2, 2), st.floats(0.3, 1.0))
def test_probabilities_are_the_posteriors_mass_between_the_cuts(mean: float, sd: float) -> None:
    found = level_probabilities(normal_prior(mean, sd))
    below, above = norm.cdf(CUTS, mean, sd)
    assert list(found) == list(Level)
    assert list(found.values()) == pytest.approx([below, above - below, 1 - above], abs=0.02)
    assert sum(found.values()) == pytest.approx(1.0)


def test_good_answers_place_high_and_poor_ones_low() -> None:
    for score_bin, level in [(0, Level.BEGINNER), (5, Level.INTERMEDIATE), (10, Level.ADVANCED)]:
        likelihoods = TABLE[[score_bin] * 6]
        found = placed(summarised(posterior_of(PRIOR, likelihoods)), PRIOR, likelihoods)
        assert found.level is level
        assert found.probability == max(found.probabilities.values())
        assert found.sure == (found.probability >= 0.8)


def test_the_answer_that_moved_most_is_named_first() -> None:
    likelihoods = TABLE[[5, 10, 5]]
    found = placed(summarised(posterior_of(PRIOR, likelihoods)), PRIOR, likelihoods)
    assert found.influences[0].place == 1
    assert found.influences[0].shift > 0.2


def test_without_answers_the_prior_places() -> None:
    found = placed(summarised(PRIOR), PRIOR, np.empty((0, len(THETA))))
    assert (found.level, found.sure, found.influences) == (Level.INTERMEDIATE, False, ())
