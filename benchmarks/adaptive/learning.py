"""Calibration while running: what a bank known by its labels alone has become after some hundred sittings."""

from dataclasses import dataclass, replace

import numpy as np

from benchmarks.adaptive.baselines import Trial, least_variance
from benchmarks.adaptive.measures import outcome_of, rmse
from benchmarks.adaptive.ours import one_sitting, pool_from
from benchmarks.adaptive.worlds import Bank, answer, cold_beliefs, known_tables, make_people, true_difficulty
from skillprep.adaptive.ability import posterior_of
from skillprep.adaptive.belief import B, tables_of
from skillprep.adaptive.calibrate import Responses, learned, refitted
from skillprep.adaptive.exposure import Exposure
from skillprep.adaptive.grid import Floats, Ints
from skillprep.adaptive.pool import Pool
from skillprep.adaptive.response import SIGMA
from skillprep.adaptive.select import Rules

NIGHTLY = 100


@dataclass(frozen=True)
class Learned:
    """After `sittings`: RMSE of MEPV on fresh people as a multiple of that with known parameters, and RMSE of b."""

    sittings: int
    rmse_ratio: float
    difficulty_rmse: float


def learning_curve(
    bank: Bank, checkpoints: tuple[int, ...], fresh: int, rng: np.random.Generator, rules: Rules
) -> list[Learned]:
    """Run sittings under `rules`, learning after each and refitting every hundred; measure at the checkpoints."""
    last = max(checkpoints)
    people = make_people(last, rng)
    trial = Trial(bank, tables_of(cold_beliefs(bank)), people, binned(bank, people.theta, rng))
    known, truth = known_tables(bank, rng), true_difficulty(bank, rng)
    test_people = make_people(fresh, rng)
    test = Trial(bank, known, test_people, binned(bank, test_people.theta, rng))
    best = mepv_rmse(test, rng)
    pool, asked, found = pool_from(trial.tables, cold_beliefs(bank)), [], []
    counts = np.zeros(len(bank.b), dtype=np.int64)
    for person, prior in enumerate(trial.priors):
        asked.append(one_sitting(pool, prior, trial.bins[person], rules, Exposure(counts, person), rng))
        counts[asked[-1]] += 1
        pool = with_beliefs(pool, asked[-1], after_sitting(pool, prior, asked[-1], trial.bins[person]))
        if (person + 1) % NIGHTLY == 0 or person + 1 in checkpoints:
            beliefs = refitted(as_responses(trial, asked), cold_beliefs(bank))
            pool = pool_from(tables_of(beliefs), beliefs)
        if person + 1 in checkpoints:
            ratio = mepv_rmse(replace(test, tables=pool.tables), rng) / best
            found.append(Learned(person + 1, ratio, float(rmse(beliefs @ B, truth))))
    return found


def binned(bank: Bank, theta: Floats, rng: np.random.Generator) -> Ints:
    """The bin of every answer."""
    return np.rint(answer(bank, theta, rng) * 10).astype(np.int64)


def mepv_rmse(trial: Trial, rng: np.random.Generator) -> float:
    """RMSE after the last question."""
    return float(rmse(outcome_of(trial, least_variance(trial, rng)).estimates, trial.people.theta)[-1])


def after_sitting(pool: Pool, prior: Floats, asked: list[int], bins: Ints) -> Floats:
    """The new beliefs of the items that one person was asked."""
    assert pool.beliefs is not None
    likelihoods = np.array([pool.likelihood(row, int(bins[row])) for row in asked])
    rests = [posterior_of(prior, np.delete(likelihoods, place, axis=0)) for place in range(len(asked))]
    rows = pool.beliefs[asked].astype(np.float64)
    return np.array([learned(b, int(bins[row]), SIGMA, rest) for b, row, rest in zip(rows, asked, rests, strict=True)])


def with_beliefs(pool: Pool, asked: list[int], beliefs: Floats) -> Pool:
    """The pool with new beliefs about `asked`."""
    return pool.learned(dict(zip((pool.item_ids[row] for row in asked), beliefs, strict=True)))


def as_responses(trial: Trial, asked: list[list[int]]) -> Responses:
    """All answers so far as columns."""
    rows = np.array(asked)
    people = np.repeat(np.arange(len(rows)), rows.shape[1])
    items = rows.ravel()
    bins = trial.bins[people, items]
    return Responses(people, items, bins, np.full(len(items), SIGMA), trial.people.prior_means[: len(rows)])
