"""Calibration while running: what a bank known by its labels alone has become after some hundred sittings."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from benchmarks.adaptive.baselines import Trial, least_variance
from benchmarks.adaptive.measures import Outcome, outcome_from, outcome_of, rmse
from benchmarks.adaptive.ours import one_sitting, pool_from
from benchmarks.adaptive.worlds import Bank, answer, cold_beliefs, known_tables, make_people, true_difficulty
from skillprep.adaptive.belief import B, tables_of
from skillprep.adaptive.calibrate import Responses, fit_is_due, refitted
from skillprep.adaptive.exposure import Exposure
from skillprep.adaptive.grid import Floats, Ints
from skillprep.adaptive.pool import Pool
from skillprep.adaptive.response import SIGMA
from skillprep.adaptive.select import Rules


@dataclass(frozen=True)
class Learned:
    """After `sittings`: RMSE of MEPV on fresh people as a multiple of that with known parameters, and RMSE of b.

    `foreseen_ratio` is the first figure for a bank that learned from as many sittings, had the best questions been
    known and asked from the start; `exhaustive_ratio` where each of those people answered the whole bank.
    """

    sittings: int
    rmse_ratio: float
    foreseen_ratio: float
    exhaustive_ratio: float
    difficulty_rmse: float


def learning_curve(
    bank: Bank, checkpoints: tuple[int, ...], fresh: int, rng: np.random.Generator, rules: Rules
) -> list[Learned]:
    """Run sittings under `rules`, fitted again whenever the worker would; measure at the checkpoints."""
    people = make_people(max(checkpoints), rng)
    trial = Trial(bank, tables_of(cold_beliefs(bank)), people, binned(bank, people.theta, rng))
    known, truth = known_tables(bank, rng), true_difficulty(bank, rng)
    test_people = make_people(fresh, rng)
    test = Trial(bank, known, test_people, binned(bank, test_people.theta, rng))
    best = mepv_rmse(test, rng)
    asked = [rows for _, rows in sittings_while_learning(trial, rng, rules)]
    foreseen = least_variance(replace(trial, tables=known), rng).tolist()
    everything = [list(range(len(bank.b)))] * len(asked)

    def beliefs_from(questions: list[list[int]], count: int) -> Floats:
        return refitted(as_responses(trial, questions[:count]), cold_beliefs(bank))

    def ratio(beliefs: Floats) -> float:
        return mepv_rmse(replace(test, tables=tables_of(beliefs)), rng) / best

    return [
        Learned(
            count,
            ratio(learned := beliefs_from(asked, count)),
            ratio(beliefs_from(foreseen, count)),
            ratio(beliefs_from(everything, count)),
            float(rmse(learned @ B, truth)),
        )
        for count in checkpoints
    ]


def sittings_while_learning(trial: Trial, rng: np.random.Generator, rules: Rules) -> Iterator[tuple[Pool, list[int]]]:
    """Each person's questions and the pool that they came from, the first of which knows the labels alone."""
    cold = cold_beliefs(trial.bank)
    pool, asked, fitted = pool_from(trial.tables, cold), [], 0
    counts = np.zeros(len(trial.tables), dtype=np.int64)
    for person, prior in enumerate(trial.priors):
        asked.append(one_sitting(pool, prior, trial.bins[person], rules, Exposure(counts, person), rng))
        counts[asked[-1]] += 1
        yield pool, asked[-1]
        answers = len(asked) * rules.length
        if fit_is_due(answers - fitted, fitted):
            beliefs, fitted = refitted(as_responses(trial, asked), cold), answers
            pool = pool_from(tables_of(beliefs), beliefs)


def ours_learning(trial: Trial, rng: np.random.Generator) -> tuple[Ints, Outcome]:
    """The questions of the shipped service from its first day on, [person, question], and what it concluded."""
    asked, likelihoods = [], []
    for person, (pool, rows) in enumerate(sittings_while_learning(trial, rng, Rules(length=trial.length))):
        asked.append(rows)
        likelihoods.append(pool.tables[rows, trial.bins[person, rows]])
    return np.array(asked), outcome_from(trial.priors, np.array(likelihoods).transpose(1, 0, 2))


def binned(bank: Bank, theta: Floats, rng: np.random.Generator) -> Ints:
    """The bin of every answer."""
    return np.rint(answer(bank, theta, rng) * 10).astype(np.int64)


def mepv_rmse(trial: Trial, rng: np.random.Generator) -> float:
    """RMSE after the last question."""
    return float(rmse(outcome_of(trial, least_variance(trial, rng)).estimates, trial.people.theta)[-1])


def as_responses(trial: Trial, asked: list[list[int]]) -> Responses:
    """All answers so far as columns."""
    rows = np.array(asked)
    people = np.repeat(np.arange(len(rows)), rows.shape[1])
    items = rows.ravel()
    bins = trial.bins[people, items]
    return Responses(people, items, bins, np.full(len(items), SIGMA), trial.people.prior_means[: len(rows)])
