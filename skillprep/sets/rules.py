"""A blueprint's wishes as linear rules over the questions of a pool."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from skillprep.sets.amount import Amount
from skillprep.sets.blueprint import Blueprint, TopicWish
from skillprep.sets.pool import Pool
from skillprep.sets.wording import counted, listed, only, shared_words, topic_words

MINUTE, QUESTION, NAMED, BARRED = 0.15, 1.0, 3.0, 2.5
"""What giving way costs: a minute, a question of a count, a question asked for by name, one that was ruled out."""

ALMOST_ONE = 1 - 1e-4
"""A share is met when the count is less than one question off; the solver itself is exact to 1e-6."""
Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Row:
    """low <= sum of weights over the chosen places <= high, in each form."""

    places: NDArray[np.intp]
    weights: NDArray[np.float64]
    low: float
    high: float


@dataclass(frozen=True)
class Rule:
    """A wish: where it stands in the blueprint, in words, and as rows that hold in each form.

    `noun` names what is counted, empty when nothing is. `bars` says that the rule only rules questions out. `overlap`
    is set for the one rule across forms. `cost` is the price of one unit of giving way.
    """

    path: Path
    words: str
    rows: tuple[Row, ...]
    cost: float = QUESTION
    noun: str = ""
    bars: bool = False
    overlap: int | None = None


def rules_of(blueprint: Blueprint, pool: Pool) -> tuple[Rule, ...]:
    """Every wish as a rule, those that people think of first in front."""
    return (
        *length_rules(blueprint, pool),
        *group_rules(blueprint, pool),
        *named_rules(blueprint, pool),
        *(topic_rule(number, wish, pool) for number, wish in enumerate(blueprint.topics)),
        *history_rules(blueprint, pool),
        *likeness_rules(blueprint, pool),
        *form_rules(blueprint),
    )


def length_rules(blueprint: Blueprint, pool: Pool) -> Iterator[Rule]:
    """How many questions, and how long."""
    if blueprint.questions:
        yield amount_rule(("questions",), blueprint.questions, [True] * len(pool.items), "questions in all")
    if blueprint.minutes:
        row = weighted([item.minutes for item in pool.items], *bounds(blueprint.minutes))
        yield Rule(("minutes",), counted(blueprint.minutes, "minutes"), (row,), MINUTE, "minutes")


def group_rules(blueprint: Blueprint, pool: Pool) -> Iterator[Rule]:
    """How many of each skill, level and kind, and nothing else where some are listed."""
    titles = {skill: pool.skill_names.get(skill, skill) for skill in blueprint.skills}
    for skill, amount in blueprint.skills.items():
        members = [item.skill == skill for item in pool.items]
        yield from wanted(("skills", skill), amount, members, f"questions on {titles[skill]}")
    for level, amount in blueprint.levels.items():
        members = [item.level == level for item in pool.items]
        yield from wanted(("levels", level.value), amount, members, f"{level} questions")
    for kind, amount in blueprint.kinds.items():
        members = [item.kind == kind for item in pool.items]
        yield from wanted(("kinds", kind.value), amount, members, f"{kind} questions")
    if titles:
        others = [item.skill not in titles for item in pool.items]
        yield barred(("only", "skills"), only(titles.values(), "on"), others)
    if blueprint.levels:
        others = [item.level not in blueprint.levels for item in pool.items]
        yield barred(("only", "levels"), only(blueprint.levels), others)
    if blueprint.kinds:
        others = [item.kind not in blueprint.kinds for item in pool.items]
        yield barred(("only", "kinds"), only(blueprint.kinds), others)


def named_rules(blueprint: Blueprint, pool: Pool) -> Iterator[Rule]:
    """Questions asked for, and ruled out, by name."""
    for name in blueprint.must_have:
        row = weighted([item.id == name for item in pool.items], 1, np.inf)
        yield Rule(("must_have", name), f"the question “{name}”", (row,), NAMED)
    if blueprint.must_not:
        words = f"none of {listed(f'“{name}”' for name in blueprint.must_not)}"
        yield barred(("must_not",), words, [item.id in blueprint.must_not for item in pool.items])


def topic_rule(number: int, wish: TopicWish, pool: Pool) -> Rule:
    """At least n of m topics come up. It holds exactly when each m - n + 1 of them have a question between them."""
    groups = combinations(wish.tags, len(wish.tags) - wish.at_least + 1)
    rows = [weighted([not item.tags.isdisjoint(group) for item in pool.items], 1, np.inf) for group in groups]
    return Rule(("topics", number), topic_words(wish), tuple(rows), noun="topics")


def history_rules(blueprint: Blueprint, pool: Pool) -> Iterator[Rule]:
    """Nothing that was asked too often."""
    limit = blueprint.max_uses
    if limit is not None:
        times = f"more than {limit} times" if limit > 1 else "more than once" if limit else "before"
        words = f"no question that you used {times}"
        yield barred(("max_uses",), words, [item.used > limit for item in pool.items])


def likeness_rules(blueprint: Blueprint, pool: Pool) -> Iterator[Rule]:
    """No two that ask nearly the same: of each clique of questions too much alike, one at most."""
    if blueprint.similarity_below is None or pool.similarity is None:
        return
    alike = pool.similarity >= blueprint.similarity_below
    np.fill_diagonal(alike, val=False)
    rows = tuple(Row(clique, np.ones(len(clique)), -np.inf, 1) for clique in cliques(alike))
    if rows:
        words = f"no two questions as alike as {blueprint.similarity_below:.2f}"
        yield Rule(("similarity_below",), words, rows)


def form_rules(blueprint: Blueprint) -> Iterator[Rule]:
    """How many questions two forms may share."""
    if blueprint.forms.count > 1:
        wish = blueprint.forms
        yield Rule(("forms",), shared_words(wish.count, wish.overlap), (), overlap=wish.overlap)


def wanted(path: Path, amount: Amount, members: Sequence[bool], noun: str) -> Iterator[Rule]:
    """The rule of an amount, unless any amount will do."""
    if not amount.is_any:
        yield amount_rule(path, amount, members, noun)


def amount_rule(path: Path, amount: Amount, members: Sequence[bool], noun: str) -> Rule:
    """So many of the members. A share of n questions is met by n times it, rounded up or down."""
    words = counted(amount, noun)
    if amount.share is None:
        return Rule(path, words, (weighted(members, *bounds(amount)),), noun=noun)
    weights = [float(one) - amount.share for one in members]
    return Rule(path, words, (weighted(weights, -ALMOST_ONE, ALMOST_ONE),), noun=noun)


def barred(path: Path, words: str, members: Sequence[bool]) -> Rule:
    """None of the members."""
    return Rule(path, words, (weighted(members, -np.inf, 0),), BARRED, bars=True)


def weighted(weights: Sequence[float], low: float, high: float) -> Row:
    """A row over the items whose weight is not 0."""
    found = np.array(weights, dtype=float)
    places = np.flatnonzero(found)
    return Row(places, found[places], low, high)


def bounds(amount: Amount) -> tuple[float, float]:
    """Both ends of a range, infinite where it is open."""
    return (
        -np.inf if amount.low is None else float(amount.low),
        np.inf if amount.high is None else float(amount.high),
    )


def cliques(alike: NDArray[np.bool_]) -> list[NDArray[np.intp]]:
    """Cliques that cover every pair, grown greedily: fewer and tighter rows than one for each pair."""
    open_pairs = np.triu(alike, k=1)
    found = []
    for first in np.flatnonzero(open_pairs.any(axis=1)):
        while open_pairs[first].any():
            members = [int(first), int(np.argmax(open_pairs[first]))]
            candidates = alike[members].all(axis=0)
            while candidates.any():
                members.append(int(np.argmax(candidates)))
                candidates &= alike[members[-1]]
            clique = np.array(sorted(members))
            open_pairs[np.ix_(clique, clique)] = False
            found.append(clique)
    return found
