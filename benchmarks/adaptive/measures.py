"""Figures of a way of choosing, from the rows it asked."""

from dataclasses import dataclass

import numpy as np

from benchmarks.adaptive.baselines import Trial
from skillprep.adaptive.ability import SHARE, moments, posterior_of, quantiles
from skillprep.adaptive.grid import Floats, Ints


@dataclass(frozen=True, eq=False)
class Outcome:
    """Per question count 1..length: estimates and standard errors [question, person]; intervals after the last."""

    estimates: Floats
    errors: Floats
    lows: Floats
    highs: Floats


def outcome_of(trial: Trial, asked: Ints) -> Outcome:
    """What the analyst concludes from the answers to `asked`."""
    rows = np.arange(len(trial.bins))
    return outcome_from(trial.priors, trial.tables[asked.T, trial.bins[rows, asked.T]])


def outcome_from(priors: Floats, likelihoods: Floats) -> Outcome:
    """The same from priors [person, theta] and likelihoods [question, person, theta]."""
    posteriors, means, errors = priors, [], []
    for likelihood in likelihoods:
        posteriors = posterior_of(posteriors, likelihood[:, None, :])
        mean, se = moments(posteriors)
        means.append(mean)
        errors.append(se)
    ends = np.array([quantiles(row, np.array([(1 - SHARE) / 2, (1 + SHARE) / 2])) for row in posteriors])
    return Outcome(np.array(means), np.array(errors), ends[:, 0], ends[:, 1])


def rmse(estimates: Floats, theta: Floats) -> Floats:
    """Root mean squared error over people, along the last axis."""
    return np.sqrt(((estimates - theta) ** 2).mean(axis=-1))


def coverage(outcome: Outcome, theta: Floats) -> float:
    """Share of people whose true ability lies within their 95 % interval."""
    return float(((outcome.lows <= theta) & (theta <= outcome.highs)).mean())


def questions_to_reach(by_question: Floats, target: float) -> float:
    """How many questions bring the RMSE to `target`, straight between counts; infinity when none does."""
    reached = np.flatnonzero(by_question <= target)
    if not len(reached):
        return float("inf")
    first = int(reached[0])
    if first == 0:
        return 1.0
    before, after = by_question[first - 1], by_question[first]
    return float(first + (before - target) / (before - after))


@dataclass(frozen=True)
class Use:
    """max_exposure: the largest share of sittings that asked one item; overlap: the mean share of items that two
    sittings have in common; bank_use: the share of items asked at all."""

    max_exposure: float
    overlap: float
    bank_use: float


def use_of(asked: Ints, items: int) -> Use:
    """How a way of choosing used the bank."""
    people, length = asked.shape
    counts = np.bincount(asked.ravel(), minlength=items)
    pairs = (counts * (counts - 1.0)).sum() / (people * (people - 1.0))
    return Use(float(counts.max() / people), float(pairs / length), float((counts > 0).mean()))
