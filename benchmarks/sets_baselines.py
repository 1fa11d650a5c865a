"""What a set would be without a programme: the best question at each step, or any questions at all."""

import random
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from skillprep.sets.programme import Problem
from skillprep.sets.swaps import Exchange

Picked = list[list[int]]


def greedy(problem: Problem, size: int) -> Picked:
    """Disjoint forms filled in turn: what most unmet minimums lack first, then what lifts the weakest target most.

    No maximum is exceeded as long as any question allows that; what cannot be filled stays short.
    """
    rules = Exchange(problem)
    forms: Picked = [[] for _ in range(problem.forms)]
    free = np.ones(problem.size, dtype=bool)
    for _ in range(size):
        for form in forms:
            activity = rules.matrix[:, form].sum(axis=1)
            fits = free & (activity[:, None] + rules.matrix <= rules.high[:, None]).all(axis=0)
            if fits.any():
                serves = (rules.matrix[activity < rules.low] > 0).sum(axis=0)
                lifts = (problem.information[form].sum(axis=0) + problem.information).min(axis=1)
                place = int(max(np.flatnonzero(fits), key=lambda one, s=serves, v=lifts: (s[one], v[one])))
                form.append(place)
                free[place] = False
    return forms


def at_random(problem: Problem, size: int, seed: int) -> Picked:
    """So many questions for each form, drawn without looking."""
    drawn = random.Random(seed).sample(range(problem.size), size * problem.forms)
    return [drawn[form * size : (form + 1) * size] for form in range(problem.forms)]


def least(information: NDArray[np.float64], forms: Sequence[Sequence[int]]) -> float:
    """The least information of any form at any target."""
    return min(float(information[list(form)].sum(axis=0).min()) if form else 0.0 for form in forms)
