"""Expected gains."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillprep.adaptive import gain
from skillprep.adaptive.ability import moments, posterior_of
from skillprep.adaptive.gain import expected_gains, expected_scores, gains_of
from skillprep.adaptive.grid import normal_prior
from tests.adaptive.pools import known_pool

POOL = known_pool(40)


@settings(max_examples=20)
@given(st.floats(-2, 2), st.floats(0.2, 1.0))
def test_the_gain_is_the_variance_that_an_answer_is_expected_to_take_off(mean: float, sd: float) -> None:
    posterior = normal_prior(mean, sd)
    tables = POOL.tables.astype(float)
    chances = tables @ posterior
    after = moments(posterior_of(posterior, tables[:, :, None, :]))[1] ** 2
    wanted = float(moments(posterior)[1]) ** 2 - (chances * after).sum(axis=1)
    assert expected_gains(POOL.tables, posterior) == pytest.approx(wanted, rel=1e-3, abs=1e-6)


def test_many_posteriors_give_what_each_gives_alone() -> None:
    posteriors = np.stack([normal_prior(mean, 0.7) for mean in (-1.0, 0.0, 1.5)])
    together = expected_gains(POOL.tables, posteriors)
    assert together.shape == (3, 40)
    assert np.allclose(together, [expected_gains(POOL.tables, one) for one in posteriors], rtol=1e-4)


def test_expected_scores_rise_with_ability() -> None:
    low, high = (expected_scores(POOL.tables, normal_prior(mean, 0.5)) for mean in (-1.0, 1.0))
    assert (low < high).all()
    assert low.min() >= 0
    assert high.max() <= 1


def test_thinning_a_large_pool_keeps_the_best(monkeypatch: pytest.MonkeyPatch) -> None:
    posterior = normal_prior(0.4, 0.5)
    whole = gains_of(POOL, posterior)
    monkeypatch.setattr(gain, "PREFILTER_FROM", 10)
    monkeypatch.setattr(gain, "PREFILTER_TO", 8)
    thinned = gains_of(POOL, posterior)
    assert (thinned > 0).sum() == 8
    assert thinned.argmax() == whole.argmax()
