"""Which questions may come next: never one twice; the skill that is due; nothing alike or worn out if possible."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from skillprep.adaptive.pool import Pool
from skillprep.adaptive.reasons import Relaxed
from skillprep.errors import InvalidInputError

Mask = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Candidates:
    """The rows that may be asked, all of one skill; what was kept out by which rule, and which rules gave way."""

    mask: Mask
    skill_id: str
    held_back_exposure: int
    held_back_similar: int
    relaxed: tuple[Relaxed, ...]


def candidates_of(
    pool: Pool, asked: Sequence[int], shares: Mapping[str, float], open_rows: Mask, similar_from: float
) -> Candidates | None:
    """The candidates of the skill that is furthest below its share and has any, or None when every question was asked.

    A skill with fresh questions is asked even when all of them are alike or worn out: a quota outweighs both rules.
    """
    due = due_skills(pool, asked, shares)
    fresh = np.ones(len(pool.item_ids), dtype=np.bool_)
    fresh[[*asked, *pool.closed]] = False
    unlike = ~alike(pool, asked, similar_from)
    for skill in due:
        mine = fresh & pool.skill_rows[skill]
        if mine.any():
            return narrowed(mine, unlike, open_rows, skill, () if skill == due[0] else (Relaxed.SKILL,))
    return None


def narrowed(mine: Mask, unlike: Mask, open_rows: Mask, skill: str, before: tuple[Relaxed, ...]) -> Candidates:
    """`mine` under both rules if that leaves any, else without exposure, else without either."""
    worn, similar = int((mine & ~open_rows).sum()), int((mine & ~unlike).sum())
    if (both := mine & unlike & open_rows).any():
        return Candidates(both, skill, worn, similar, before)
    if (one := mine & unlike).any():
        return Candidates(one, skill, 0, similar, (Relaxed.EXPOSURE, *before))
    return Candidates(mine, skill, 0, 0, (Relaxed.EXPOSURE, Relaxed.SIMILARITY, *before))


def alike(pool: Pool, asked: Sequence[int], similar_from: float) -> Mask:
    """Rows whose cosine with anything asked in this sitting is `similar_from` or more."""
    if pool.vectors is None or not asked:
        return np.zeros(len(pool.item_ids), dtype=np.bool_)
    return np.asarray((pool.vectors @ pool.vectors[list(asked)].T).max(axis=1) >= similar_from)


def due_skills(pool: Pool, asked: Sequence[int], shares: Mapping[str, float]) -> list[str]:
    """Skills, the one furthest below its target first: share of the questions so far and next, less those asked."""
    counts = counts_of(pool, asked)
    return sorted(shares, key=lambda skill: (counts[skill] - shares[skill] * (len(asked) + 1), skill))


def counts_of(pool: Pool, asked: Sequence[int]) -> dict[str, int]:
    """Questions asked in each skill of the pool."""
    counts = dict.fromkeys(pool.skill_rows, 0)
    for place in asked:
        counts[pool.skill_ids[place]] += 1
    return counts


def target_shares(pool: Pool, targets: Mapping[str, float]) -> dict[str, float]:
    """The targets as shares that sum to 1; empty targets mean the pool's skills alike. Raises InvalidInputError."""
    wanted = dict(targets) or dict.fromkeys(pool.skill_rows, 1.0)
    unknown = sorted(set(wanted) - set(pool.skill_rows))
    if unknown:
        raise InvalidInputError(f"The pool has no questions for the skill {unknown[0]!r}.", "targets")
    if min(wanted.values()) < 0 or sum(wanted.values()) <= 0:
        raise InvalidInputError("A skill's share of the questions cannot be negative, nor all of them 0.", "targets")
    total = sum(wanted.values())
    return {skill: share / total for skill, share in wanted.items() if share > 0}
