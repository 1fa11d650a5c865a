"""Rules and information as a mixed-integer programme, solved by HiGHS through scipy."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, OptimizeResult, milp
from scipy.sparse import csr_array

from skillprep.sets.rules import Rule

Forms = tuple[tuple[int, ...], ...]
"""The places of the chosen items, form by form."""


class Goal(StrEnum):
    """What is made as large as possible: the least information at any target, or the sum over targets."""

    LEAST = "least"
    TOTAL = "total"


class State(StrEnum):
    """How far the solver came."""

    SOLVED = "solved"
    TIME_LIMIT = "time-limit"
    INFEASIBLE = "infeasible"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Limits:
    """When the solver may stop: seconds for one programme, and the relative gap to the best that is possible."""

    seconds: float = 20.0
    gap: float = 0.005


@dataclass(frozen=True)
class Problem:
    """Rules that hold in each of `forms` forms over the items of `information`, (items, targets)."""

    information: NDArray[np.float64]
    rules: tuple[Rule, ...]
    forms: int = 1
    goal: Goal = Goal.LEAST

    @property
    def size(self) -> int:
        """How many items there are."""
        return len(self.information)

    def only(self, rules: Sequence[Rule]) -> "Problem":
        """The same with other rules."""
        return Problem(self.information, tuple(rules), self.forms, self.goal)


@dataclass(frozen=True)
class Solution:
    """What was found. `bound` is what no set can exceed; both are in the goal's unit. No forms: nothing was found."""

    state: State
    forms: Forms = ()
    value: float = 0.0
    bound: float = 0.0


class Matrix:
    """Rows and columns, collected one by one. The first columns are the items of each form."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.cost = [0.0] * (problem.forms * problem.size)
        self.lines: list[NDArray[np.intp]] = []
        self.columns: list[NDArray[np.intp]] = []
        self.weights: list[NDArray[np.float64]] = []
        self.low: list[float] = []
        self.high: list[float] = []

    def column(self, cost: float, how_many: int = 1) -> int:
        """Add columns from 0 upwards; the place of the first."""
        self.cost.extend([cost] * how_many)
        return len(self.cost) - how_many

    def add(
        self,
        columns: NDArray[np.intp],
        weights: NDArray[np.float64] | Sequence[float],
        low: float = -np.inf,
        high: float = np.inf,
    ) -> None:
        """Add low <= weights . columns <= high, one row for each row of `columns`, (rows, n) or (n,)."""
        block = np.atleast_2d(columns)
        rows, width = block.shape
        self.lines.append(np.repeat(np.arange(len(self.low), len(self.low) + rows), width))
        self.columns.append(block.ravel())
        self.weights.append(np.tile(np.asarray(weights, dtype=float), rows))
        self.low.extend([low] * rows)
        self.high.extend([high] * rows)

    def add_rule(self, rule: Rule, soft: bool) -> None:
        """A rule in each form; a soft one may be broken at its cost, in all forms alike."""
        if rule.overlap is not None:
            self.add_overlap(rule, soft)
        for row in rule.rows:
            under = self.column(rule.cost) if soft and np.isfinite(row.low) else None
            over = self.column(rule.cost) if soft and np.isfinite(row.high) else None
            for form in range(self.problem.forms):
                places = row.places + form * self.problem.size
                slack = [one for one in (under, over) if one is not None]
                signs = [1.0] * (under is not None) + [-1.0] * (over is not None)
                self.add(np.r_[places, slack].astype(np.intp), np.r_[row.weights, signs], row.low, row.high)

    def add_overlap(self, rule: Rule, soft: bool) -> None:
        """No two forms share more than so many items."""
        items, forms = np.arange(self.problem.size)[:, None], range(self.problem.forms)
        if not rule.overlap and not soft:
            self.add(items + self.problem.size * np.arange(self.problem.forms), np.ones(self.problem.forms), high=1)
            return
        slack = [self.column(rule.cost)] if soft else []
        for first, second in combinations(forms, 2):
            shared = self.column(0.0, self.problem.size)
            starts = np.array([first * self.problem.size, second * self.problem.size, shared])
            self.add(items + starts, [1, 1, -1], high=1)
            columns = np.r_[items.ravel() + shared, slack].astype(np.intp)
            weights = np.r_[np.ones(self.problem.size), [-1.0] * len(slack)]
            self.add(columns, weights, high=float(rule.overlap or 0))

    def solve(self, limits: Limits) -> OptimizeResult:
        """The cheapest point."""
        places = (np.concatenate(self.lines), np.concatenate(self.columns))
        matrix = csr_array((np.concatenate(self.weights), places), shape=(len(self.low), len(self.cost)))
        items = self.problem.forms * self.problem.size
        upper, whole = np.full(len(self.cost), np.inf), np.zeros(len(self.cost))
        upper[:items], whole[:items] = 1, 1
        return milp(
            np.array(self.cost),
            integrality=whole,
            bounds=Bounds(0, upper),
            constraints=LinearConstraint(matrix, self.low, self.high),
            options={"time_limit": limits.seconds, "mip_rel_gap": limits.gap},
        )


def best(problem: Problem, limits: Limits) -> Solution:
    """The forms that measure best, or that there are none."""
    matrix = hard(problem)
    if problem.goal is Goal.LEAST:
        least = matrix.column(-1.0)
        for form in range(problem.forms):
            columns = np.r_[np.arange(problem.size) + form * problem.size, least].astype(np.intp)
            for target in problem.information.T:
                matrix.add(columns, np.r_[target, -1.0], low=0)
    else:
        matrix.cost = list(np.tile(-problem.information.sum(axis=1), problem.forms)) + matrix.cost[items_of(problem) :]
    return read(matrix.solve(limits), problem)


def feasible(problem: Problem, limits: Limits) -> bool | None:
    """Whether any set keeps the rules; None when time ran out before that was known."""
    if not any(rule.rows for rule in problem.rules):
        return True  # Forms that share little, and nothing else asked: empty forms will do.
    found = read(hard(problem).solve(limits), problem)
    return None if found.state is State.UNKNOWN else bool(found.forms)


def nearest(problem: Problem, soft: Collection[Rule], limits: Limits) -> Solution:
    """The forms that break the soft rules least (elastic programme); `value` is minus what that costs."""
    soft_paths = {rule.path for rule in soft}
    matrix = Matrix(problem)
    for rule in problem.rules:
        matrix.add_rule(rule, soft=rule.path in soft_paths)
    return read(matrix.solve(limits), problem)


def hard(problem: Problem) -> Matrix:
    """Every rule as it is."""
    matrix = Matrix(problem)
    for rule in problem.rules:
        matrix.add_rule(rule, soft=False)
    return matrix


def items_of(problem: Problem) -> int:
    """How many columns stand for items."""
    return problem.forms * problem.size


def read(result: OptimizeResult, problem: Problem) -> Solution:
    """The solver's result as a value. Status 0 is solved, 1 out of time, 2 infeasible."""
    if result.status == 2:
        return Solution(State.INFEASIBLE)
    if result.x is None:
        return Solution(State.UNKNOWN)
    chosen = result.x[: items_of(problem)].reshape(problem.forms, problem.size) > 0.5
    forms = tuple(tuple(np.flatnonzero(form).tolist()) for form in chosen)
    state = State.SOLVED if result.status == 0 else State.TIME_LIMIT
    return Solution(state, forms, -float(result.fun), -float(result.mip_dual_bound))
