"""One question exchanged for another: settles ties, and finds what could have stood in a question's place."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_array

from skillprep.sets.programme import Forms, Goal, Problem

SAME = 9
"""Decimals to which information counts as equal."""


@dataclass(frozen=True)
class Swap:
    """The best item that may stand in for another, the form's value with it, and how many items may."""

    place: int
    value: float
    alternatives: int


class Exchange:
    """The rules of a problem as one matrix, (rows, items), to test exchanges on."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        rows = [row for rule in problem.rules for row in rule.rows]
        self.low = np.array([row.low for row in rows]) - 1e-6
        self.high = np.array([row.high for row in rows]) + 1e-6
        columns = np.concatenate([row.places for row in rows]) if rows else np.zeros(0, dtype=np.intp)
        lines = np.repeat(np.arange(len(rows)), [len(row.places) for row in rows]) if rows else columns
        weights = np.concatenate([row.weights for row in rows]) if rows else np.zeros(0)
        self.matrix = csc_array((weights, (lines, columns)), shape=(len(rows), problem.size)).toarray()

    def allowed(self, forms: Forms, form: int, leaving: int) -> NDArray[np.bool_]:
        """Which items may take the place of one in a form; items of any form are not asked twice."""
        activity = self.matrix[:, list(forms[form])].sum(axis=1) - self.matrix[:, leaving]
        after = self.matrix + activity[:, None]
        fits = ((after >= self.low[:, None]) & (after <= self.high[:, None])).all(axis=0)
        fits[[place for one in forms for place in one]] = False
        return np.asarray(fits)

    def values(self, forms: Forms, form: int, leaving: int) -> NDArray[np.float64]:
        """What a form measures with each item in the place of the one that leaves: (items,)."""
        chosen = [place for place in forms[form] if place != leaving]
        found = self.problem.information[chosen].sum(axis=0) + self.problem.information
        return np.asarray(found.min(axis=1) if self.problem.goal is Goal.LEAST else found.sum(axis=1))

    def runner_up(self, forms: Forms, form: int, leaving: int) -> Swap | None:
        """The best item that may take the place; None when none may."""
        fits, values = self.allowed(forms, form, leaving), self.values(forms, form, leaving)
        if not fits.any():
            return None
        place = int(np.flatnonzero(fits)[np.argmax(values[fits])])
        return Swap(place, float(values[place]), int(fits.sum()))


def settle(problem: Problem, forms: Forms, used: NDArray[np.int_]) -> Forms:
    """The forms after every exchange that measures more, or as much with a question less used or earlier in the list.

    Each exchange raises (information, -uses, -place) of its form, so there is an end; the result depends on nothing
    but the problem and the forms.
    """
    exchange = Exchange(problem)
    moved = True
    while moved:
        moved = False
        for form in range(len(forms)):
            for leaving in forms[form]:
                better = better_one(exchange, forms, form, leaving, used)
                if better is not None:
                    forms = exchanged(forms, form, leaving, better)
                    moved = True
    return forms


def better_one(exchange: Exchange, forms: Forms, form: int, leaving: int, used: NDArray[np.int_]) -> int | None:
    """The best item to take the place, or None when the one that holds it is best."""
    fits, values = exchange.allowed(forms, form, leaving), exchange.values(forms, form, leaving).round(SAME)
    fits[leaving] = True
    candidates = np.flatnonzero(fits)
    best = min(candidates.tolist(), key=lambda place: (-values[place], used[place], place))
    return None if best == leaving else int(best)


def exchanged(forms: Forms, form: int, leaving: int, coming: int) -> Forms:
    """The forms with one item in another's place."""
    changed = tuple(sorted({*forms[form]} - {leaving} | {coming}))
    return (*forms[:form], changed, *forms[form + 1 :])
