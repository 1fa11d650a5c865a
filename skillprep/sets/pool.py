"""The questions that a set is chosen from, with what the choice depends on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from skillprep.bank.question import Question
from skillprep.bank.vocabulary import Kind, Level


@dataclass(frozen=True)
class Item:
    """A question. `used` counts its owner's earlier sets; `points` is the effective number of its expected points."""

    id: str
    skill: str
    level: Level
    kind: Kind
    minutes: int
    tags: frozenset[str]
    points: float = 5.0
    used: int = 0
    version: int = 1


@dataclass(frozen=True)
class Pool:
    """Items in the order of their ids, so that the same wish over the same bank gives the same set.

    `similarity` holds cosines, (items, items), or None when nobody computed them. `skill_names` are words for pages.
    """

    items: tuple[Item, ...]
    similarity: NDArray[np.float32] | None
    skill_names: Mapping[str, str]

    def place(self, item_id: str) -> int | None:
        """Where an item stands, or None."""
        return next((place for place, item in enumerate(self.items) if item.id == item_id), None)


def item_of(question: Question, used: int) -> Item:
    """A bank's question as an item, judged at its own level."""
    return Item(
        id=question.id,
        skill=question.skill,
        level=question.level,
        kind=question.kind,
        minutes=question.minutes,
        tags=frozenset(question.tags),
        points=effective_number(point.weight for point in question.points_at(question.level)),
        used=used,
        version=question.version,
    )


def effective_number(weights: Iterable[float]) -> float:
    """(sum w)^2 / sum w^2 (Kish 1965): how many equal weights vary as little; at least 1."""
    found = list(weights)
    return sum(found) ** 2 / sum(one * one for one in found) if found else 1.0


def pool_of(
    items: Iterable[Item], similarity: Mapping[tuple[str, str], float] | None, skill_names: Mapping[str, str]
) -> Pool:
    """A pool with its items in order. `similarity` names pairs; pairs that it leaves out have nothing in common."""
    ordered = tuple(sorted(items, key=lambda item: item.id))
    if similarity is None:
        return Pool(ordered, None, skill_names)
    places = {item.id: place for place, item in enumerate(ordered)}
    matrix = np.zeros((len(ordered), len(ordered)), dtype=np.float32)
    for (first, second), cosine in similarity.items():
        matrix[places[first], places[second]] = matrix[places[second], places[first]] = cosine
    return Pool(ordered, matrix, skill_names)
