"""The next question: the one expected to tell most, with enough chance that the whole bank is used and learned.

1. The skill furthest below its target (candidates.py), without repeats, near-duplicates or worn-out questions.
2. In two places of eight, while difficulties are still in doubt: a question of which little is known and which may turn
   out to tell much, by gains under parameters drawn from what is believed (Thompson 1933). Greedy choice never learns.
3. Once in a while: a question that fewer than one sitting in 500 asked.
4. Else by expected gain (gain.py), less for worn questions (exposure.py), with chance that fades: question i with
   probability proportional to gain_i^h among the best hundred, h rising through the sitting (after the progressive and
   proportional methods of Barrada et al. 2008).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from skillprep.adaptive.ability import moments
from skillprep.adaptive.candidates import Candidates, candidates_of, counts_of, target_shares
from skillprep.adaptive.exposure import Exposure, discounts
from skillprep.adaptive.gain import expected_gains, expected_scores, gains_of
from skillprep.adaptive.grid import Floats, Ints
from skillprep.adaptive.pool import Pool
from skillprep.adaptive.reasons import Motive, Why
from skillprep.errors import InvalidInputError

LEARNING_PLACES: Final = (2, 5)
LEARNING_CYCLE: Final = 8
SELDOM: Final = 1 / 500
TINY: Final = 1e-12


@dataclass(frozen=True)
class Rules:
    """How questions are chosen.

    length: questions over which chance fades. targets: each skill's share; empty means alike. cap: the largest share of
    sittings in which a question may be asked. similar_from: the cosine from which two questions are near-duplicates.
    first_power, last_power: h of the proportional choice at the first and last question; infinity means no chance.
    doubt_from: the standard deviation of a difficulty from which learning it is worth a place; infinity means never.
    seldom_share: how often the least asked question is taken while there are some that hardly anybody was asked.
    """

    length: int = 8
    targets: Mapping[str, float] = field(default_factory=dict)
    cap: float = 0.45
    similar_from: float = 0.85
    first_power: float = 40.0
    last_power: float = 150.0
    doubt_from: float = 0.30
    seldom_share: float = 0.05
    among: int = 100

    def __post_init__(self) -> None:
        if self.length < 1 or self.among < 1 or not 0 < self.cap <= 1 or min(self.first_power, self.last_power) <= 0:
            raise InvalidInputError("Selection needs a length, a cap within (0, 1] and powers above 0.", "rules")


@dataclass(frozen=True, eq=False)
class State:
    """Where a sitting stands: the posterior [theta] of each skill, and the rows asked, in order."""

    posteriors: Mapping[str, Floats]
    asked: tuple[int, ...] = ()


@dataclass(frozen=True)
class Selection:
    """The row to ask next and why."""

    place: int
    why: Why


@dataclass(frozen=True, eq=False)
class Offer:
    """The candidates in figures, all [candidate]: pool rows, expected gains, the discounts and rates of their exposure
    (1 and None where it is not counted)."""

    rows: Ints
    gains: Floats
    discounts: Floats
    rates: Floats | None


def select(
    pool: Pool, state: State, rules: Rules, rng: np.random.Generator, exposure: Exposure | None = None
) -> Selection | None:
    """The next question, or None when every question was asked. The same generator state gives the same choice."""
    shares = target_shares(pool, rules.targets)
    count = len(pool.item_ids)
    discount = np.ones(count) if exposure is None else discounts(exposure, rules.cap, rules.length)
    found = candidates_of(pool, state.asked, shares, discount > 0, rules.similar_from)
    if found is None:
        return None
    rows = np.flatnonzero(found.mask)
    posterior = state.posteriors[found.skill_id]
    gains = gains_of(pool, posterior)[rows]
    rates = None if exposure is None else exposure.rates[rows]
    offer = Offer(rows, gains, np.maximum(discount[rows], TINY), rates)
    if is_learning_place(pool, rows, state, rules):
        motive, at = learned_from(pool, posterior, offer, rules, rng)
    else:
        motive, at = picked(offer, len(state.asked), rules, rng)
    return Selection(int(rows[at]), explained(pool, state, found, offer, (motive, at), shares[found.skill_id]))


def is_learning_place(pool: Pool, rows: Ints, state: State, rules: Rules) -> bool:
    """Whether this question is kept for learning about questions, and some candidate is still in doubt."""
    return len(state.asked) % LEARNING_CYCLE in LEARNING_PLACES and float(pool.doubt[rows].max()) >= rules.doubt_from


def picked(offer: Offer, asked: int, rules: Rules, rng: np.random.Generator) -> tuple[Motive, int]:
    """The chosen candidate's index and what it is for."""
    if offer.rates is not None and offer.rates.min() < SELDOM and rng.random() < rules.seldom_share:
        least = np.flatnonzero(offer.rates == offer.rates.min())
        return Motive.SELDOM_ASKED, int(least[np.argmax(offer.gains[least])])
    return Motive.MEASURE, drawn(offer.gains * offer.discounts, asked, rules, rng)


def learned_from(
    pool: Pool, posterior: Floats, offer: Offer, rules: Rules, rng: np.random.Generator
) -> tuple[Motive, int]:
    """The candidate with the largest gain times squared doubt, its table drawn from its belief; best hundred only."""
    worth = offer.gains * offer.discounts * pool.doubt[offer.rows] ** 2
    best = np.argsort(-worth)[: rules.among]
    rows = offer.rows[best]
    gains = expected_gains(pool.drawn_tables(rows, rng), posterior) * offer.discounts[best]
    return Motive.LEARN_QUESTION, int(best[np.argmax(gains * pool.doubt[rows] ** 2)])


def drawn(worth: Floats, asked: int, rules: Rules, rng: np.random.Generator) -> int:
    """One of the best hundred, with probability proportional to worth^h: the largest of h log(worth) + Gumbel noise."""
    best = np.argpartition(-worth, rules.among)[: rules.among] if len(worth) > rules.among else np.arange(len(worth))
    progress = min(asked / max(rules.length - 1, 1), 1.0)
    power = rules.first_power + (rules.last_power - rules.first_power) * progress
    if not np.isfinite(power):
        return int(best[np.argmax(worth[best])])
    return int(best[np.argmax(power * np.log(worth[best] + TINY) + rng.gumbel(size=len(best)))])


def explained(
    pool: Pool, state: State, found: Candidates, offer: Offer, choice: tuple[Motive, int], target: float
) -> Why:
    """The choice in figures."""
    motive, at = choice
    posterior, place = state.posteriors[found.skill_id], int(offer.rows[at])
    _, se = moments(posterior)
    return Why(
        motive=motive,
        skill_id=found.skill_id,
        skill_asked=counts_of(pool, state.asked)[found.skill_id],
        skill_target=target,
        expected_score=float(expected_scores(pool.tables[place : place + 1], posterior)[0]),
        se_before=float(se),
        se_expected=float(np.sqrt(max(float(se) ** 2 - float(offer.gains[at]), 0.0))),
        rank=int((offer.gains > offer.gains[at]).sum()) + 1,
        candidates=len(offer.rows),
        exposure=None if offer.rates is None else float(offer.rates[at]),
        held_back_exposure=found.held_back_exposure,
        held_back_similar=found.held_back_similar,
        relaxed=found.relaxed,
    )
