"""The questions that may be asked, as arrays: built once a bank and fit, then shared by every sitting."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from skillprep.adaptive.belief import difficulty_deviations, drawn_tables, likelihood_of, prior_belief, tables_of
from skillprep.adaptive.grid import THETA, Floats, Ints, Singles
from skillprep.adaptive.response import SIGMA
from skillprep.bank.vocabulary import Level
from skillprep.errors import InvalidInputError, NotFoundError

CHUNK: Final = 5000


@dataclass(frozen=True, eq=False)
class Item:
    """One question as it is judged at one level. `belief` is None until answers have been learned from.

    `item_id` is the caller's: whatever names the question, its version and its level for good. A question that is no
    longer asked (`askable` false) stays as long as answers to it still measure somebody.
    """

    item_id: str
    skill_id: str
    level: Level
    belief: Floats | None = None
    askable: bool = True


@dataclass(frozen=True, eq=False)
class Pool:
    """Items in a fixed order. tables [item, bin, theta]; beliefs [item, parameter], or None when tables come from
    another model; vectors [item, dimension], unit rows that show near-duplicates, or None; closed: rows never asked."""

    item_ids: tuple[str, ...]
    skill_ids: tuple[str, ...]
    tables: Singles
    beliefs: Singles | None = None
    vectors: Singles | None = None
    closed: tuple[int, ...] = ()

    @cached_property
    def places(self) -> dict[str, int]:
        """Row of each item."""
        return {item_id: place for place, item_id in enumerate(self.item_ids)}

    @cached_property
    def skill_rows(self) -> dict[str, np.ndarray[tuple[int], np.dtype[np.bool_]]]:
        """For each skill, which rows are its items."""
        names = np.array(self.skill_ids)
        return {skill: names == skill for skill in dict.fromkeys(self.skill_ids)}

    @cached_property
    def doubt(self) -> Floats:
        """Standard deviation of each item's difficulty; 0 for tables that were brought along."""
        return np.zeros(len(self.item_ids)) if self.beliefs is None else difficulty_deviations(self.beliefs)

    @cached_property
    def information(self) -> Singles:
        """Fisher information [item, theta] of the tables, by differences: what a large pool is thinned by."""
        step = float(THETA[1] - THETA[0])
        parts = [self.tables[start : start + CHUNK] for start in range(0, len(self.tables), CHUNK)]
        return np.asarray(np.concatenate([(np.gradient(part, step, axis=2) ** 2 / part).sum(axis=1) for part in parts]))

    def place(self, item_id: str) -> int:
        """Row of an item; raises NotFoundError."""
        if item_id not in self.places:
            raise NotFoundError(f"The pool has no question {item_id!r}.")
        return self.places[item_id]

    def likelihood(self, place: int, score_bin: int, sigma: float = SIGMA) -> Floats:
        """Likelihood [theta] of an answer. `sigma` counts only where the items are beliefs."""
        if self.beliefs is None:
            return np.asarray(self.tables[place, score_bin], dtype=np.float64)
        return likelihood_of(self.beliefs[place], score_bin, sigma)

    def drawn_tables(self, rows: Ints, rng: np.random.Generator) -> Singles:
        """Tables [row, bin, theta] of parameters drawn from each row's belief; tables brought along are sure."""
        if self.beliefs is None:
            return self.tables[rows]
        return drawn_tables(self.beliefs[rows], rng)


def pool_of(items: Sequence[Item], vectors: Singles | None = None) -> Pool:
    """The pool of `items`, of any number of skills. `vectors`: their encoded prompts, unit rows in that order."""
    if not items:
        raise InvalidInputError("There are no questions to choose from.", "items")
    if len({item.item_id for item in items}) < len(items):
        raise InvalidInputError("Two questions of the pool have the same id.", "items")
    if vectors is not None and len(vectors) != len(items):
        raise InvalidInputError("There must be one vector for each question.", "vectors")
    priors = {level: prior_belief(level) for level in Level}
    beliefs = np.stack([priors[item.level] if item.belief is None else item.belief for item in items])
    return Pool(
        tuple(item.item_id for item in items),
        tuple(item.skill_id for item in items),
        tables_of(beliefs),
        beliefs.astype(np.float32),
        vectors,
        tuple(row for row, item in enumerate(items) if not item.askable),
    )
