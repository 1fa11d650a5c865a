"""Pools and blueprints for tests."""

from collections.abc import Mapping
from itertools import product
from typing import Any

from skillprep.bank.vocabulary import Kind, Level
from skillprep.sets.blueprint import Blueprint
from skillprep.sets.pool import Item, Pool, pool_of
from skillprep.sets.question_set import QuestionSet

NAMES = {"alpha": "Alpha", "beta": "Beta"}
TAGS = ("bias", "drift", "hiring", "privacy", "audit")


def item(item_id: str, **more: Any) -> Item:
    """A question of four minutes."""
    usual = {
        "skill": "alpha",
        "level": Level.BEGINNER,
        "kind": Kind.TECHNICAL,
        "minutes": 4,
        "tags": frozenset({"bias"}),
    }
    return Item(item_id, **(usual | more))


def grid(each: int = 2, similarity: Mapping[tuple[str, str], float] | None = None) -> Pool:
    """`each` questions of every skill, level and kind; tags and points vary along the way."""
    cells = list(product(NAMES, Level, Kind, range(each)))
    items = [
        item(
            f"{skill}-{level}-{kind}-{number}",
            skill=skill,
            level=level,
            kind=kind,
            minutes=3 + place % 5,
            tags=frozenset({TAGS[place % 5]}),
            points=4 + place % 4,
        )
        for place, (skill, level, kind, number) in enumerate(cells)
    ]
    return pool_of(items, similarity, NAMES)


def blueprint(**wishes: Any) -> Blueprint:
    """A blueprint; without a length it asks for four questions."""
    return Blueprint.model_validate({"title": "A test", **({} if "minutes" in wishes else {"questions": 4}), **wishes})


def ids(built: QuestionSet) -> list[list[str]]:
    """The questions of each form."""
    return [[question.question_id for question in form.questions] for form in built.forms]
