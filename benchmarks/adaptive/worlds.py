"""Simulated banks and people. No world is the analysis model: qualities are Beta, sums of points, or sometimes lapses.

`beta` is the plain one, with parameters somewhat less varied than the analyst's priors; `wide` varies as much as those;
`points` sums weighted points that a candidate makes or not, with what they happen to know of a subject shared by its
points; `lapses` is `beta` with one answer in twenty far below what its writer can do.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.special import expit

from skillprep.adaptive.belief import prior_belief, tables_of
from skillprep.adaptive.calibrate import Responses, weighed
from skillprep.adaptive.grid import THETA, Floats, Ints, Singles
from skillprep.adaptive.response import ABILITY_SD, SIGMA, bins_of, score_tables
from skillprep.bank.vocabulary import Level

ITEMS: Final = 120
WORLDS: Final = ("beta", "wide", "points", "lapses")
LAPSE: Final = 0.05
MOST_POINTS: Final = 7
FITTED_ON: Final = 1500


@dataclass(frozen=True, eq=False)
class Bank:
    """True parameters [item]; `weights` and `places` [item, point] describe the points of the 'points' world."""

    world: str
    ranks: Ints
    a: Floats
    b: Floats
    c: Floats
    weights: Floats
    places: Floats


@dataclass(frozen=True, eq=False)
class People:
    """True abilities and the level that each person says."""

    theta: Floats
    ranks: Ints

    @property
    def prior_means(self) -> Floats:
        """Where each is expected."""
        return 0.75 * (self.ranks - 1.0)


def make_bank(world: str, rng: np.random.Generator, items: int = ITEMS) -> Bank:
    """A bank with as many questions of each level."""
    ranks = np.arange(items) % 3
    weights = rng.uniform(0.5, 3.0, (items, MOST_POINTS)) * (
        np.arange(MOST_POINTS) < rng.integers(4, MOST_POINTS + 1, (items, 1))
    )
    slope_sd, place_sd = (0.3, 0.6) if world == "wide" else (0.2, 0.5)
    return Bank(
        world,
        ranks,
        0.86 * np.exp(rng.normal(0, slope_sd, items)),
        rng.normal(1.2 * (ranks - 1), place_sd),
        rng.uniform(0.10, 0.30, items),
        weights / weights.sum(axis=1, keepdims=True),
        rng.normal(0, 0.8, (items, MOST_POINTS)),
    )


def make_people(count: int, rng: np.random.Generator) -> People:
    """As many of each level, shuffled."""
    ranks = rng.permutation(np.arange(count) % 3)
    return People(rng.normal(0.75 * (ranks - 1), ABILITY_SD), ranks)


def answer(bank: Bank, theta: Floats, rng: np.random.Generator, *, sigma: float = SIGMA, bias: float = 0.0) -> Floats:
    """Scores [person, item] that a scorer with noise `sigma` and `bias` gives."""
    quality = QUALITIES[bank.world](bank, theta, rng)
    return np.clip(quality + bias + rng.normal(0, sigma, quality.shape), 0, 1)


def beta_quality(bank: Bank, theta: Floats, rng: np.random.Generator) -> Floats:
    """Quality ~ Beta with mean sigmoid(a (theta - b)) and variance c mean (1 - mean)."""
    mean = np.clip(expit(bank.a * (theta[:, None] - bank.b)), 1e-3, 1 - 1e-3)
    size = 1 / bank.c - 1
    return rng.beta(mean * size, (1 - mean) * size)


def points_quality(bank: Bank, theta: Floats, rng: np.random.Generator) -> Floats:
    """Each point is made or not; what a person happens to know of a question's subject is shared by its points."""
    known = bank.a * (theta[:, None] - bank.b) * 1.3 + rng.normal(0, 0.8, (len(theta), len(bank.b)))
    made = rng.random((*known.shape, MOST_POINTS)) < expit(known[:, :, None] - bank.places)
    return np.einsum("pik,ik->pi", made, bank.weights)


def lapsing_quality(bank: Bank, theta: Floats, rng: np.random.Generator) -> Floats:
    """As Beta, but one answer in twenty is far below what its writer can do."""
    quality = beta_quality(bank, theta, rng)
    return np.where(rng.random(quality.shape) < LAPSE, quality * rng.uniform(0, 0.6, quality.shape), quality)


QUALITIES: Final = {"beta": beta_quality, "wide": beta_quality, "points": points_quality, "lapses": lapsing_quality}


def known_tables(bank: Bank, rng: np.random.Generator) -> Singles:
    """Tables of a bank whose parameters are known: the true ones, or for points those that fit 1500 known people."""
    if bank.world != "points":
        return score_tables(bank.a, bank.b, bank.c, SIGMA).astype(np.float32)
    return tables_of(fitted_beliefs(bank, rng))


def fitted_beliefs(bank: Bank, rng: np.random.Generator) -> Floats:
    """Beliefs from people whose abilities are known exactly."""
    theta = rng.uniform(-3, 3, FITTED_ON)
    scores = answer(bank, theta, rng)
    people, items = (one.ravel() for one in np.indices(scores.shape))
    nearest = np.eye(len(THETA))[np.abs(theta[:, None] - THETA).argmin(axis=1)]
    responses = Responses(people, items, bins_of(scores.ravel()), np.full(scores.size, SIGMA), np.zeros(len(theta)))
    return weighed(responses, cold_beliefs(bank), nearest[people])


def cold_beliefs(bank: Bank) -> Floats:
    """What is known of the bank on the first day: the levels' priors."""
    priors = [prior_belief(level) for level in Level]
    return np.stack([priors[rank] for rank in bank.ranks])


def true_difficulty(bank: Bank, rng: np.random.Generator) -> Floats:
    """The ability at which half the points are expected, from the world's own answers where no formula gives it."""
    if bank.world != "points":
        return bank.b
    theta = np.linspace(-4, 4, 81)
    mean = np.mean([points_quality(bank, theta, rng) for _ in range(100)], axis=0)
    slopes = [np.polyfit(theta, np.log(np.clip(m, 0.02, 0.98) / np.clip(1 - m, 0.02, 0.98)), 1) for m in mean.T]
    return np.array([-intercept / slope for slope, intercept in slopes])
