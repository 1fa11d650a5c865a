"""Sittings that end when they know enough: the shipped selection with the shipped stopping rule."""

from dataclasses import dataclass, replace

import numpy as np

from benchmarks.adaptive.baselines import Trial
from benchmarks.adaptive.measures import outcome_of, rmse
from benchmarks.adaptive.ours import ours
from skillprep.adaptive.stop import StopRule


@dataclass(frozen=True)
class Variable:
    """Mean number of questions, RMSE of the estimates at the end, and the share of people stopped for precision."""

    questions: float
    rmse: float
    precise: float


def variable_length(trial: Trial, rng: np.random.Generator, rule: StopRule) -> Variable:
    """Ask up to the most and stop each person where the rule says."""
    longest = replace(trial, length=rule.most)
    outcome = outcome_of(longest, ours(longest, rng))
    precise = outcome.errors[rule.least - 1 :] <= rule.se
    stops = np.where(precise.any(axis=0), precise.argmax(axis=0) + rule.least, rule.most)
    ends = outcome.estimates[stops - 1, np.arange(len(stops))]
    return Variable(float(stops.mean()), float(rmse(ends, trial.people.theta)), float(precise.any(axis=0).mean()))
