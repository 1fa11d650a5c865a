"""The nearest blueprint that has a set: the elastic programme's least giving way, written back as wishes."""

from collections.abc import Callable
from itertools import combinations
from typing import Any

import numpy as np
from pydantic import ValidationError

from skillprep.sets.amount import Amount
from skillprep.sets.blueprint import Blueprint
from skillprep.sets.check import violations, within
from skillprep.sets.pool import Item, Pool
from skillprep.sets.programme import Limits, Problem, State, nearest
from skillprep.sets.rules import Row, Rule

Chosen = list[list[Item]]
"""The items of each form of the nearest set."""


def relaxed(blueprint: Blueprint, pool: Pool, problem: Problem, limits: Limits) -> tuple[Blueprint | None, bool]:
    """The blueprint changed as little as possible so that it has a set, and whether it is shown that no change is less.

    Giving way costs as `rules` says. The set that proves the result is checked by counting before it is offered; None
    when no such set was found in time.
    """
    one_at_least = Rule(("a question",), "", (everything(problem.size),))
    found = nearest(problem.only((*problem.rules, one_at_least)), problem.rules, Limits(limits.seconds, 0.0))
    chosen = [[pool.items[place] for place in form] for form in found.forms]
    if not chosen:
        return None, False
    try:
        offered = Blueprint.model_validate_json(changed(blueprint, pool, chosen).model_dump_json())
    except ValidationError:
        return None, False
    broken = violations(offered, pool, [[item.id for item in form] for form in chosen])
    return (None, False) if broken else (offered, found.state is State.SOLVED)


def everything(size: int) -> Row:
    """At least one question, whatever it is."""
    return Row(np.arange(size), np.ones(size), 1, np.inf)


def changed(blueprint: Blueprint, pool: Pool, chosen: Chosen) -> Blueprint:
    """The blueprint with every wish that the chosen items break put as they have it."""
    groups: tuple[tuple[str, Callable[[Item], Any]], ...] = (
        ("skills", lambda item: item.skill),
        ("levels", lambda item: item.level),
        ("kinds", lambda item: item.kind),
    )
    update: dict[str, Any] = {name: groups_as(getattr(blueprint, name), chosen, group) for name, group in groups}
    if blueprint.questions:
        update["questions"] = amount_as(blueprint.questions, [(len(form), len(form)) for form in chosen])
    if blueprint.minutes:
        minutes = [sum(item.minutes for item in form) for form in chosen]
        update["minutes"] = amount_as(blueprint.minutes, [(one, one) for one in minutes])
    return blueprint.model_copy(update=update | names_as(blueprint, chosen) | pairs_as(blueprint, pool, chosen))


def groups_as(wishes: Any, chosen: Chosen, group: Callable[[Item], Any]) -> dict[Any, Amount]:
    """Amounts by group as the chosen items have them; a group that was ruled out comes in as any amount."""
    counts = [[group(item) for item in form] for form in chosen]
    found = {
        name: amount_as(amount, [(form.count(name), len(form)) for form in counts]) for name, amount in wishes.items()
    }
    new = {name for form in counts for name in form if wishes and name not in wishes}
    return found | {name: Amount.model_validate("any") for name in sorted(new)}


def amount_as(amount: Amount, counts: list[tuple[int, int]]) -> Amount:
    """The amount, or the nearest one that holds for every (number, total)."""
    if all(within(amount, number, total) for number, total in counts):
        return amount
    least, most = min(number for number, _ in counts), max(number for number, _ in counts)
    if amount.share is not None or amount.low == amount.high:
        return amount.model_copy(update={"low": least, "high": most, "share": None})
    low = amount.low if amount.low is None else min(amount.low, least)
    high = amount.high if amount.high is None else max(amount.high, most)
    return amount.model_copy(update={"low": low, "high": high})


def names_as(blueprint: Blueprint, chosen: Chosen) -> dict[str, Any]:
    """Names, topics and uses as the chosen items have them."""
    present = [{item.id for item in form} for form in chosen]
    touched = [{tag for item in form for tag in item.tags} for form in chosen]
    topics = []
    for wish in blueprint.topics:
        met = min(len(tags & set(wish.tags)) for tags in touched)
        if met:
            topics.append(wish.model_copy(update={"at_least": min(met, wish.at_least)}))
    most_used = max((item.used for form in chosen for item in form), default=0)
    return {
        "must_have": tuple(name for name in blueprint.must_have if all(name in form for form in present)),
        "must_not": tuple(name for name in blueprint.must_not if not any(name in form for form in present)),
        "topics": tuple(topics),
        "max_uses": None if blueprint.max_uses is None else max(blueprint.max_uses, most_used),
    }


def pairs_as(blueprint: Blueprint, pool: Pool, chosen: Chosen) -> dict[str, Any]:
    """Likeness and overlap as the chosen items have them."""
    update: dict[str, Any] = {}
    if blueprint.similarity_below is not None and pool.similarity is not None:
        places = {item.id: place for place, item in enumerate(pool.items)}
        pairs = [pair for form in chosen for pair in combinations(form, 2)]
        nearest_pair = max((float(pool.similarity[places[a.id], places[b.id]]) for a, b in pairs), default=0.0)
        if nearest_pair >= blueprint.similarity_below:
            # The limit is open: it must lie above the nearest pair, and is written with two decimals.
            update["similarity_below"] = np.floor(nearest_pair * 100 + 1) / 100
    if len(chosen) > 1:
        pairs_of_forms = combinations([{item.id for item in form} for form in chosen], 2)
        shared = max(len(first & second) for first, second in pairs_of_forms)
        wish = blueprint.forms
        update["forms"] = wish.model_copy(update={"overlap": max(wish.overlap, shared)})
    return update
