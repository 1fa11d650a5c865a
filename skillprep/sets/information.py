"""How much a question tells about a candidate, before anybody has answered it."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from skillprep.bank.vocabulary import Level
from skillprep.sets.blueprint import Blueprint
from skillprep.sets.pool import Item

DIFFICULTY = {Level.BEGINNER: -1.2, Level.INTERMEDIATE: 0.0, Level.ADVANCED: 1.2}
DIFFICULTY_SD = 0.6
SLOPE = 0.86
SCORER_SD = 0.15
NOISE_LEAST, NOISE_MOST = 0.12, 0.32
ABILITY = {Level.BEGINNER: -0.75, Level.INTERMEDIATE: 0.0, Level.ADVANCED: 0.75}
ABILITY_SD = 0.9

NODES, WEIGHTS = np.polynomial.hermite_e.hermegauss(15)
WEIGHTS = WEIGHTS / WEIGHTS.sum()


def information(items: Sequence[Item], thetas: Sequence[float]) -> NDArray[np.float64]:
    """Expected Fisher information of each item at each ability: (items, thetas), at least 0.

    A score in [0, 1] is Normal(mu, s^2 + c mu (1 - mu)) with mu = sigmoid(a (theta - b)), so that
    I = E_b[(a mu (1 - mu))^2 / (s^2 + c mu (1 - mu))], b ~ N(level's difficulty, .6^2), a = .86, s = .15 for the
    scorer. c is 1 / (effective number of points), kept in [.12, .32]: a score is a weighted share of points, and
    judging more points of equal weight leaves less to chance.
    """
    difficulty = np.array([DIFFICULTY[item.level] for item in items]).reshape(-1, 1, 1) + DIFFICULTY_SD * NODES
    noise = np.clip([1 / max(item.points, 1.0) for item in items], NOISE_LEAST, NOISE_MOST).reshape(-1, 1, 1)
    mu = 1 / (1 + np.exp(-SLOPE * (np.asarray(thetas, dtype=float).reshape(1, -1, 1) - difficulty)))
    spread = mu * (1 - mu)
    return np.asarray(((SLOPE * spread) ** 2 / (SCORER_SD**2 + noise * spread)) @ WEIGHTS)


def targets(blueprint: Blueprint) -> tuple[float, ...]:
    """The abilities at which the set should measure well.

    A level stands for the middle of its candidates and one standard deviation to either side. Without a target the
    middles of the levels asked for count, or of all three.
    """
    if isinstance(blueprint.target, Level):
        middle = ABILITY[blueprint.target]
        return (middle - ABILITY_SD, middle, middle + ABILITY_SD)
    if blueprint.target is not None:
        return blueprint.target
    return tuple(ABILITY[level] for level in Level if level in blueprint.levels or not blueprint.levels)
