"""Ways of choosing to compare with, for many people at once: each returns the rows asked, [person, question]."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from benchmarks.adaptive.up_down import Askable, Asked, choose_next
from benchmarks.adaptive.worlds import Bank, People
from skillprep.adaptive.ability import posterior_of
from skillprep.adaptive.gain import expected_gains
from skillprep.adaptive.grid import THETA, Floats, Ints, Singles, normal_prior
from skillprep.adaptive.response import ABILITY_SD, CENTRES
from skillprep.bank.vocabulary import Level

LENGTH: Final = 8


@dataclass(frozen=True, eq=False)
class Trial:
    """One bank, the analyst's tables of it, people, and the bin of every answer they would give [person, item]."""

    bank: Bank
    tables: Singles
    people: People
    bins: Ints
    length: int = LENGTH

    @property
    def priors(self) -> Floats:
        """The prior [person, theta] of each level."""
        return np.stack([normal_prior(mean, ABILITY_SD) for mean in (-0.75, 0.0, 0.75)])[self.people.ranks]


def at_random(trial: Trial, rng: np.random.Generator) -> Ints:
    """Any questions."""
    return rng.permuted(np.tile(np.arange(len(trial.bank.b)), (len(trial.bins), 1)), axis=1)[:, : trial.length]


def fixed_by_level(trial: Trial, rng: np.random.Generator) -> Ints:
    """Any questions of the level that the person says."""
    own = [np.flatnonzero(trial.bank.ranks == rank) for rank in range(3)]
    return np.stack([rng.permutation(own[rank])[: trial.length] for rank in trial.people.ranks])


def up_down(trial: Trial, rng: np.random.Generator) -> Ints:
    """The rule that needs no model: up_down.py."""
    levels = list(Level)
    pool = [Askable(str(row), levels[rank]) for row, rank in enumerate(trial.bank.ranks)]
    seeds = rng.integers(1 << 60, size=len(trial.bins))
    return np.array([up_down_sitting(trial, pool, person, str(seeds[person])) for person in range(len(trial.bins))])


def up_down_sitting(trial: Trial, pool: list[Askable], person: int, seed: str) -> list[int]:
    """One person's questions."""
    start = list(Level)[trial.people.ranks[person]]
    asked: list[Asked] = []
    for _ in range(trial.length):
        choice = choose_next(pool, asked, start, seed)
        assert choice is not None
        value = float(CENTRES[trial.bins[person, int(choice.question_id)]])
        asked.append(Asked(choice.question_id, choice.level, value))
    return [int(one.question_id) for one in asked]


def best_fixed_form(trial: Trial, _rng: np.random.Generator) -> Ints:
    """The same questions for everybody of a level: those with the least mean posterior variance, taken greedily."""
    step = float(THETA[1] - THETA[0])
    information = (np.gradient(trial.tables, step, axis=2) ** 2 / trial.tables).sum(axis=1)
    forms = [best_form(information, normal_prior(mean, ABILITY_SD), trial.length) for mean in (-0.75, 0.0, 0.75)]
    return np.array(forms)[trial.people.ranks]


def best_form(information: Floats, prior: Floats, length: int) -> list[int]:
    """Greedy: each question lowers the expected 1 / (1 / sd^2 + information) most."""
    form: list[int] = []
    total = np.full(len(THETA), ABILITY_SD**-2)
    for _ in range(length):
        expected = (1 / (total + information)) @ prior
        expected[form] = np.inf
        form.append(int(expected.argmin()))
        total = total + information[form[-1]]
    return form


def most_information(trial: Trial, rng: np.random.Generator) -> Ints:
    """The most Fisher information at the estimate."""
    step = float(THETA[1] - THETA[0])
    information = (np.gradient(trial.tables, step, axis=2) ** 2 / trial.tables).sum(axis=1)
    return stepwise(trial, lambda ps: information[:, nearest(ps @ THETA)].T * jitter(rng, ps, trial))


def least_variance(trial: Trial, rng: np.random.Generator) -> Ints:
    """MEPV, greedy, without caps or chance."""
    return stepwise(trial, lambda posteriors: expected_gains(trial.tables, posteriors) * jitter(rng, posteriors, trial))


def jitter(rng: np.random.Generator, posteriors: Floats, trial: Trial) -> Floats:
    """Chance between questions that are worth the same to a thousandth: on day one all of a level are."""
    return 1 + 1e-3 * rng.random((len(posteriors), len(trial.tables)))


def stepwise(trial: Trial, criterion: Callable[[Floats], Floats]) -> Ints:
    """The best unused question by `criterion` (posteriors [person, theta] -> [person, item]), again and again."""
    rows = np.arange(len(trial.bins))
    posteriors, asked = trial.priors, np.empty((len(rows), 0), dtype=np.int64)
    for _ in range(trial.length):
        worth = criterion(posteriors)
        np.put_along_axis(worth, asked, -np.inf, axis=1)
        chosen = worth.argmax(axis=1)
        asked = np.column_stack([asked, chosen])
        posteriors = posterior_of(posteriors, trial.tables[chosen, trial.bins[rows, chosen]][:, None, :])
    return asked


def nearest(theta: Floats) -> Ints:
    """Grid place of each ability."""
    return np.abs(theta[:, None] - THETA).argmin(axis=1)


BASELINES: Final[dict[str, Callable[[Trial, np.random.Generator], Ints]]] = {
    "random": at_random,
    "fixed by level": fixed_by_level,
    "up-down rule": up_down,
    "best fixed form": best_fixed_form,
    "max information": most_information,
    "MEPV": least_variance,
}
