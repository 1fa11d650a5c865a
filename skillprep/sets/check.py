"""A second opinion: does a set satisfy its blueprint, counted plainly and not by the programme's own rows?"""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from skillprep.sets.amount import Amount
from skillprep.sets.blueprint import Blueprint
from skillprep.sets.pool import Item, Pool


def violations(blueprint: Blueprint, pool: Pool, forms: Sequence[Sequence[str]]) -> list[str]:
    """Everything about the forms (lists of ids) that the blueprint does not permit; empty when all is well."""
    items = {item.id: item for item in pool.items}
    if unknown := [one for form in forms for one in form if one not in items]:
        return [f"{one} is not in the pool" for one in unknown]
    found = [] if len(forms) == blueprint.forms.count else [f"{len(forms)} forms"]
    for first, second in combinations(forms, 2):
        if len(set(first) & set(second)) > blueprint.forms.overlap:
            found.append("two forms share too many questions")
    for form in forms:
        chosen = [items[one] for one in form]
        found += [] if len(set(form)) == len(form) else ["a question is there twice"]
        found += [*amounts(blueprint, chosen), *names(blueprint, chosen), *topics(blueprint, chosen)]
        found += alike(blueprint, pool, form)
    return found


def amounts(blueprint: Blueprint, chosen: Sequence[Item]) -> Iterator[str]:
    """Counts, shares and minutes that are off, and groups that were not asked for."""
    if blueprint.questions and not within(blueprint.questions, len(chosen)):
        yield f"{len(chosen)} questions"
    if blueprint.minutes and not within(blueprint.minutes, sum(item.minutes for item in chosen)):
        yield f"{sum(item.minutes for item in chosen)} minutes"
    groups: tuple[tuple[dict[str, Amount], Callable[[Item], str]], ...] = (
        ({str(name): amount for name, amount in blueprint.skills.items()}, lambda item: item.skill),
        ({level.value: amount for level, amount in blueprint.levels.items()}, lambda item: item.level.value),
        ({kind.value: amount for kind, amount in blueprint.kinds.items()}, lambda item: item.kind.value),
    )
    for wishes, group in groups:
        present = [group(item) for item in chosen]
        for name, amount in wishes.items():
            if not within(amount, present.count(name), len(chosen)):
                yield f"{present.count(name)} of {name}"
        yield from (f"{name} was not asked for" for name in present if wishes and name not in wishes)


def names(blueprint: Blueprint, chosen: Sequence[Item]) -> Iterator[str]:
    """Questions that are missing, unwanted or used too often."""
    present = {item.id for item in chosen}
    yield from (f"{name} is missing" for name in blueprint.must_have if name not in present)
    yield from (f"{name} is unwanted" for name in blueprint.must_not if name in present)
    for item in chosen:
        if blueprint.max_uses is not None and item.used > blueprint.max_uses:
            yield f"{item.id} was used {item.used} times"


def topics(blueprint: Blueprint, chosen: Sequence[Item]) -> Iterator[str]:
    """Topics that do not come up."""
    touched = {tag for item in chosen for tag in item.tags}
    for wish in blueprint.topics:
        if len(touched & set(wish.tags)) < wish.at_least:
            yield f"{len(touched & set(wish.tags))} of {', '.join(wish.tags)}"


def alike(blueprint: Blueprint, pool: Pool, form: Sequence[str]) -> Iterator[str]:
    """Pairs that ask nearly the same."""
    if blueprint.similarity_below is None or pool.similarity is None:
        return
    for first, second in combinations(form, 2):
        place, other = pool.place(first), pool.place(second)
        if pool.similarity[place, other] >= blueprint.similarity_below:
            yield f"{first} and {second} are alike"


def within(amount: Amount, number: int, total: int = 0) -> bool:
    """Whether a count meets an amount; a share of a total is met by the whole number below or above it."""
    if amount.share is not None:
        return abs(number - amount.share * total) < 1
    return (amount.low is None or number >= amount.low) and (amount.high is None or number <= amount.high)
