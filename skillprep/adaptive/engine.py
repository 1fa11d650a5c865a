"""What actions call: seven functions about a sitting or a bank, over values that the database keeps.

Abilities and beliefs are derived: each can be computed again from the answers. Beliefs alone are worth storing, to save
the fit from being repeated for every question.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from skillprep.adaptive.ability import Ability, posterior_of, summarised
from skillprep.adaptive.belief import prior_belief
from skillprep.adaptive.calibrate import Responses, refitted
from skillprep.adaptive.exposure import Exposure
from skillprep.adaptive.grid import THETA, Floats, normal_prior
from skillprep.adaptive.joint import joint_posteriors
from skillprep.adaptive.placement import Influence, Placement, judged, placed
from skillprep.adaptive.pool import Item, Pool, pool_of
from skillprep.adaptive.reasons import Why
from skillprep.adaptive.response import ABILITY_SD, SIGMA, ability_mean, bins_of
from skillprep.adaptive.select import Rules, State, select
from skillprep.adaptive.statistics import ItemStatistics, statistics_of
from skillprep.adaptive.stop import StopReason, StopRule, stop_reason
from skillprep.bank.vocabulary import Level


@dataclass(frozen=True)
class Asked:
    """An item that was asked: its score in [0, 1], or None while it is skipped, waiting or not scorable, and the
    scorer's standard deviation for this answer (`response.sigma_of_score` takes it from the score's interval)."""

    item_id: str
    value: float | None
    sigma: float = SIGMA


@dataclass(frozen=True)
class Progress:
    """A sitting so far, or a finished one: the level the candidate said, and what was asked, in order."""

    level: Level
    asked: tuple[Asked, ...] = ()

    @property
    def scored(self) -> tuple[Asked, ...]:
        """The answers that say something about ability: the first scored one to each item.

        A second attempt, made after feedback, measures the feedback.
        """
        first: dict[str, Asked] = {}
        for one in self.asked:
            if one.value is not None:
                first.setdefault(one.item_id, one)
        return tuple(first.values())


@dataclass(frozen=True)
class NextQuestion:
    """What to ask and why."""

    item_id: str
    why: Why


def abilities_of(pool: Pool, progress: Progress) -> dict[str, Ability]:
    """The ability in each skill of the pool; skills borrow from one another (joint.py). Unscored answers say nothing.

    Raises NotFoundError for an answer to a question that the pool lacks.
    """
    skills = list(pool.skill_rows)
    logs = dict.fromkeys(skills, np.zeros(len(THETA)))
    for answer, likelihood in zip(progress.scored, likelihoods_of(pool, progress.scored), strict=True):
        skill = pool.skill_ids[pool.place(answer.item_id)]
        logs[skill] = logs[skill] + np.log(likelihood)
    products = np.array([np.exp(logs[skill] - logs[skill].max()) for skill in skills])
    means = np.full(len(skills), ability_mean(progress.level))
    return {skill: summarised(row) for skill, row in zip(skills, joint_posteriors(means, products), strict=True)}


def next_question(
    pool: Pool, progress: Progress, rules: Rules, seed: str, exposure: Exposure | None = None
) -> NextQuestion | None:
    """The next question, or None when all were asked. The same arguments give the same question.

    `seed` names the sitting; chance depends on it and on how many questions were asked. Counts of `exposure` are in the
    pool's order.
    """
    posteriors = {skill: ability.posterior for skill, ability in abilities_of(pool, progress).items()}
    asked = tuple(pool.place(one.item_id) for one in progress.asked)
    selection = select(pool, State(posteriors, asked), rules, generator(f"{seed}:{len(asked)}"), exposure)
    return None if selection is None else NextQuestion(pool.item_ids[selection.place], selection.why)


def should_stop(
    abilities: Mapping[str, Ability], progress: Progress, seconds_used: float, rule: StopRule
) -> StopReason | None:
    """Why the sitting should end now, or None. `abilities` are those of the skills that it is about."""
    return stop_reason(list(abilities.values()), len(progress.asked), seconds_used, rule)


def placement(pool: Pool, progress: Progress) -> Placement:
    """The level that the answers mean, in one skill: give a pool of that skill alone. Influences number `scored`."""
    prior = normal_prior(ability_mean(progress.level), ABILITY_SD)
    likelihoods = likelihoods_of(pool, progress.scored)
    return placed(summarised(posterior_of(prior, likelihoods)), prior, likelihoods)


def placements(pool: Pool, progress: Progress) -> dict[str, Placement]:
    """The level in each skill of the pool. Influences number `scored`, whatever skill an answer was in."""
    scored = progress.scored
    without = [
        abilities_of(pool, replace(progress, asked=(*scored[:place], *scored[place + 1 :])))
        for place in range(len(scored))
    ]
    return {
        skill: judged(
            ability, [Influence(place, ability.mean - less[skill].mean) for place, less in enumerate(without)]
        )
        for skill, ability in abilities_of(pool, progress).items()
    }


def refit(items: Sequence[Item], history: Sequence[Progress]) -> dict[str, Floats]:
    """The belief about every item from all sittings: what a fit stores. Beliefs in `items` are not used."""
    priors = np.stack([prior_belief(item.level) for item in items])
    beliefs = refitted(responses_of(pool_of(items), history), priors)
    return {item.item_id: belief for item, belief in zip(items, beliefs, strict=True)}


def item_statistics(items: Sequence[Item], history: Sequence[Progress]) -> list[ItemStatistics]:
    """What authors see of every item under its present belief. `history` in the order in which it happened."""
    pool = pool_of(items)
    beliefs = np.stack([prior_belief(item.level) if item.belief is None else item.belief for item in items])
    return statistics_of(pool.item_ids, responses_of(pool, history), beliefs)


def likelihoods_of(pool: Pool, scored: Sequence[Asked]) -> Floats:
    """Likelihoods [answer, theta]; raises InvalidInputError for a score outside [0, 1]."""
    rows = [
        pool.likelihood(pool.place(one.item_id), score_bin, one.sigma)
        for one, score_bin in zip(scored, bins_of([one.value or 0.0 for one in scored]).tolist(), strict=True)
    ]
    return np.array(rows).reshape(-1, len(THETA))


def responses_of(pool: Pool, history: Sequence[Progress]) -> Responses:
    """The scored answers of all sittings as columns. A sitting counts as one person for each skill it asked about."""
    people: dict[tuple[int, str], int] = {}
    means: list[float] = []
    owners, places = [], []
    answers = [(number, progress.level, one) for number, progress in enumerate(history) for one in progress.scored]
    for number, level, one in answers:
        places.append(pool.place(one.item_id))
        owners.append(people.setdefault((number, pool.skill_ids[places[-1]]), len(people)))
        if len(people) > len(means):
            means.append(ability_mean(level))
    return Responses(
        np.array(owners, dtype=np.int64),
        np.array(places, dtype=np.int64),
        bins_of([one.value or 0.0 for *_, one in answers]),
        np.array([one.sigma for *_, one in answers], dtype=np.float64),
        np.array(means),
    )


def generator(seed: str) -> np.random.Generator:
    """A generator that a text decides."""
    return np.random.default_rng(int.from_bytes(hashlib.sha256(seed.encode()).digest()[:8], "big"))
