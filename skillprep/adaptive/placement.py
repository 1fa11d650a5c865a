"""'Find my level': which level an ability belongs to, how surely, and which answers moved it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from skillprep.adaptive.ability import Ability, moments, posterior_of
from skillprep.adaptive.grid import THETA, Floats
from skillprep.adaptive.response import difficulty_mean
from skillprep.bank.vocabulary import Level

CUTS: Final = tuple(
    (difficulty_mean(low) + difficulty_mean(high)) / 2
    for low, high in zip(list(Level)[:-1], list(Level)[1:], strict=True)
)
"""Halfway between the levels' usual difficulties: -.6 and .6. Above a cut the higher level's questions suit better."""
SURE_FROM: Final = 0.80


@dataclass(frozen=True)
class Influence:
    """How far one answer moved the ability: EAP with it less EAP without it. `place` counts the answers from 0."""

    place: int
    shift: float


@dataclass(frozen=True, eq=False)
class Placement:
    """The most probable level, the probability of each, the cuts between them, and the answers, strongest first."""

    level: Level
    probability: float
    probabilities: Mapping[Level, float]
    sure: bool
    ability: Ability
    cuts: tuple[float, ...]
    influences: tuple[Influence, ...]


def placed(ability: Ability, prior: Floats, likelihoods: Floats) -> Placement:
    """The placement that `ability` means. `prior` [theta] and `likelihoods` [answer, theta] are what made it."""
    return judged(ability, influences(ability, prior, likelihoods))


def judged(ability: Ability, moved: Sequence[Influence]) -> Placement:
    """The placement that `ability` means, given what each answer did."""
    shares = level_probabilities(ability.posterior)
    level = max(shares, key=lambda one: shares[one])
    strongest = tuple(sorted(moved, key=lambda one: -abs(one.shift)))
    return Placement(level, shares[level], shares, shares[level] >= SURE_FROM, ability, CUTS, strongest)


def level_at(theta: float) -> Level:
    """The level in whose range an ability lies."""
    return list(Level)[sum(theta > cut for cut in CUTS)]


def level_probabilities(posterior: Floats) -> dict[Level, float]:
    """Posterior mass between the cuts; the cell of a grid point that a cut divides is divided too."""
    step = float(THETA[1] - THETA[0])
    cumulative = np.concatenate([[0.0], np.cumsum(posterior)])
    borders = np.append(THETA - step / 2, THETA[-1] + step / 2)
    at_cuts = np.interp(CUTS, borders, cumulative)
    shares = np.diff(np.concatenate([[0.0], at_cuts, [1.0]]))
    return dict(zip(Level, shares.tolist(), strict=True))


def influences(ability: Ability, prior: Floats, likelihoods: Floats) -> list[Influence]:
    """What each answer did."""
    return [
        Influence(place, ability.mean - float(moments(posterior_of(prior, np.delete(likelihoods, place, axis=0)))[0]))
        for place in range(len(likelihoods))
    ]
