"""Held-out log odds made into calibrated ones."""

from dataclasses import replace

import numpy as np
import pytest

from benchmarks.scoring_fit import Fit, Pair, platt

FIT = Fit(np.array([0.5, 0.5]), np.array([2.0, 1.0]), np.array([1.0, -2.0]), 0.3)


def test_overconfident_log_odds_are_brought_back_to_the_odds_that_labels_were_drawn_by() -> None:
    random = np.random.default_rng(0)
    true = random.normal(0.0, 2.0, 20_000)
    labels = (random.random(len(true)) < 1 / (1 + np.exp(-true))).astype(np.int64)
    slope, level = platt(3.0 * true + 1.5, labels)
    assert (slope, level) == (pytest.approx(1 / 3, abs=0.02), pytest.approx(-0.5, abs=0.05))


def test_a_rescaled_fit_says_the_rescaled_log_odds_of_every_row() -> None:
    rows = np.array([[1.0, 2.0], [0.0, 0.0], [-3.0, 0.5]])
    assert FIT.rescaled(0.5, -1.0).logits(rows) == pytest.approx(0.5 * FIT.logits(rows) - 1.0)


def test_the_best_window_of_a_pair_decides() -> None:
    pair = Pair("labelled", "q", 1, False, np.array([[1.0, 2.0], [4.0, 0.0], [0.0, 3.0]]))
    alone = replace(pair, windows=pair.windows[1:2])
    assert FIT.logit(pair) == FIT.logit(alone)
