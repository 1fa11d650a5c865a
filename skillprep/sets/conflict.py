"""Why a blueprint has no set: the smallest wishes that clash, and the nearest blueprint that has one."""

from dataclasses import dataclass
from itertools import accumulate, combinations
from math import comb

import numpy as np

from skillprep.sets.programme import Forms, Limits, Problem, feasible, nearest
from skillprep.sets.rules import Rule
from skillprep.sets.wording import listed, singular

CHEAP_COLUMNS, CHEAP_SETS = 1200, 200
"""How large a problem may be, and how many subsets are tried, to look for a smaller conflict."""


@dataclass(frozen=True)
class Clash:
    """Wishes that no set satisfies together. `irreducible`: without any one of them some set does.

    `smallest`: every smaller group of wishes was tried, and none clashes.
    """

    rules: tuple[Rule, ...]
    irreducible: bool
    smallest: bool


def clash(problem: Problem, limits: Limits) -> Clash:
    """An irreducible infeasible subset by the deletion filter (Chinneck 2008), then a smaller one where that is cheap.

    Wishes that people think of last are dropped first, so that the familiar ones are left.
    """
    kept, irreducible = list(problem.rules), True
    for rule in reversed(problem.rules):
        rest = [one for one in kept if one is not rule]
        works = feasible(problem.only(rest), limits)
        irreducible = irreducible and works is not None
        kept = rest if works is False else kept
    sizes = cheap_sizes(problem, len(kept))
    fewest = smaller(problem, sizes, limits)
    return Clash(fewest or tuple(kept), irreducible, smallest=irreducible and len(sizes) == len(kept) - 1)


def cheap_sizes(problem: Problem, size: int) -> range:
    """The sizes below `size` of which every group of wishes can be tried, without a gap from 1 upwards."""
    if problem.size * problem.forms > CHEAP_COLUMNS:
        return range(1, 1)
    tries = accumulate(comb(len(problem.rules), one) for one in range(1, size))
    return range(1, 1 + sum(one <= CHEAP_SETS for one in tries))


def smaller(problem: Problem, sizes: range, limits: Limits) -> tuple[Rule, ...] | None:
    """The first group of these sizes that clashes, fewest wishes first."""
    for size in sizes:
        for group in combinations(problem.rules, size):
            if feasible(problem.only(group), limits) is False:
                return group
    return None


def explained(problem: Problem, found: Clash, limits: Limits) -> str:
    """The clash in words: what is asked for, and how much of it there can be."""
    asked = f"You ask for {listed(rule.words for rule in found.rules)}."
    head = next((rule for rule in found.rules if rule.noun and len(rule.rows) == 1), None)
    if head is None:
        return f"{asked} No set can satisfy {'this' if len(found.rules) == 1 else 'them together'}."
    limit = attainable(problem.only(found.rules), head, limits)
    rest = [rule for rule in found.rules if rule is not head]
    if limit is None:
        return f"{asked} No set can satisfy {'this' if not rest else 'them together'}."
    at_most, number = limit
    if at_most and all(rule.bars for rule in rest):
        return f"{asked} The bank has {singular(number, head.noun) if not rest else number or 'none'}."
    how = "at most" if at_most else "at least"
    return f"{asked} Together they {'leave room for' if at_most else 'need'} {how} {singular(number, head.noun)}" + (
        " in each form." if problem.forms > 1 else "."
    )


def attainable(problem: Problem, head: Rule, limits: Limits) -> tuple[bool, int] | None:
    """How near one wish can come to what it asks when the others hold: (whether from below, the number)."""
    row = head.rows[0]
    if not np.all(row.weights == np.round(row.weights)):
        return None
    forms = nearest(problem, [head], Limits(limits.seconds, 0.0)).forms
    if not forms:
        return None
    counts = amounts(head, forms)
    if min(counts) < row.low:
        return True, min(counts)
    return (False, max(counts)) if max(counts) > row.high else None


def amounts(rule: Rule, forms: Forms) -> list[int]:
    """What a rule's first row counts in each form."""
    row = rule.rows[0]
    weights = dict(zip(row.places.tolist(), row.weights.tolist(), strict=True))
    return [round(sum(weights.get(place, 0.0) for place in form)) for form in forms]
