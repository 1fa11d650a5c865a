"""The questions that a sitting may ask are laid out for the adaptive engine, with all that is known of each."""

import datetime
from dataclasses import dataclass

import numpy as np
from sqlalchemy.orm import Session

from skillprep.adaptive.engine import Asked, Progress
from skillprep.adaptive.exposure import Exposure
from skillprep.adaptive.grid import Singles
from skillprep.adaptive.pool import Item, Pool, pool_of
from skillprep.adaptive.response import SIGMA, sigma_of_score
from skillprep.bank.bank import Bank
from skillprep.scoring.values import GuardName, Score
from skillprep.services import Services
from skillprep.store.beliefs import ItemKey, beliefs_of
from skillprep.store.exposure import asked_lately
from skillprep.store.queries import SittingView, TurnView

EXPOSURE_TIME = datetime.timedelta(days=60)
"""What somebody was asked longer ago is no longer passed on."""


@dataclass(frozen=True, eq=False)
class SittingPool:
    """A sitting's pool with the key of each row. `fitted` counts the rows whose difficulty was learned from answers."""

    pool: Pool
    keys: tuple[ItemKey, ...]
    fitted: int


def build_pool(session: Session, services: Services, bank: Bank, sitting: SittingView) -> SittingPool | None:
    """The ready questions of the sitting's skills; None when there are none.

    What was asked stays, never to be asked again, when the bank has a newer version of it or lost it: its answer still
    measures. Beliefs are those of the sitting's purpose alone.
    """
    ready = [one for skill in sitting.skill_ids for one in bank.ready_questions(skill=skill)]
    skills = {ItemKey(one.id, one.version, one.level): one.skill for one in ready}
    for turn in sitting.turns:
        known = bank.questions.get(turn.question_id)
        skill = known.skill if known and known.skill in sitting.skill_ids else sitting.skill_id
        skills.setdefault(key_of(turn), skill)
    if not skills:
        return None
    open_keys = {ItemKey(one.id, one.version, one.level) for one in ready}
    beliefs = beliefs_of(session, sitting.purpose)
    items = [
        Item(key.item_id, skill, key.level, beliefs.get(key.item_id), askable=key in open_keys)
        for key, skill in skills.items()
    ]
    fitted = sum(item.belief is not None for item in items)
    return SittingPool(pool_of(items, vectors_of(services, bank, list(skills))), tuple(skills), fitted)


def key_of(turn: TurnView) -> ItemKey:
    """The item that a turn put to the candidate."""
    return ItemKey(turn.question_id, turn.question_version, turn.level)


def vectors_of(services: Services, bank: Bank, keys: list[ItemKey]) -> Singles | None:
    """The encoded prompts, by which near-duplicates are told; None while they are not at hand. They are not waited for.

    A question that the bank has lost gets a row of zeros, which is like nothing.
    """
    known = {key: question for key in keys if (question := bank.questions.get(key.question_id))}
    prompts = [question.prompt for question in known.values()]
    if not prompts or not services.vectors.knows(prompts):
        return None
    rows = dict(zip(known, services.vectors(prompts), strict=True))
    nothing = np.zeros_like(next(iter(rows.values())))
    return np.stack([rows.get(key, nothing) for key in keys])


def exposure_of(session: Session, services: Services, held: SittingPool, purpose: str) -> Exposure:
    """How often each question of the pool was asked lately in sittings with this purpose."""
    lately = asked_lately(session, purpose, services.clock() - EXPOSURE_TIME)
    counts = [lately.counts.get(key.question_id, 0) for key in held.keys]
    return Exposure(np.array(counts, dtype=np.int64), lately.sittings)


def progress_of(sitting: SittingView) -> Progress:
    """What was asked, each question once: its first scored attempt, because a later one measures the feedback."""
    return Progress(sitting.level, tuple(asked_as(turn) for turn in counted_turns(sitting)))


def counted_turns(sitting: SittingView) -> tuple[TurnView, ...]:
    """The attempt at each question that counts, in the order of the questions."""
    first: dict[str, TurnView] = {}
    for turn in sitting.turns:
        kept = first.setdefault(turn.question_id, turn)
        if value_of(kept) is None and value_of(turn) is not None:
            first[turn.question_id] = turn
    return tuple(first.values())


def scored_turns(sitting: SittingView) -> tuple[TurnView, ...]:
    """The attempts that say something about ability, as `Progress.scored` counts them."""
    return tuple(turn for turn in counted_turns(sitting) if value_of(turn) is not None)


def asked_as(turn: TurnView) -> Asked:
    """A turn as the engine takes it, with the scorer's own uncertainty about this answer."""
    value, score = value_of(turn), turn.answer.score if turn.answer else None
    if value is None or score is None:
        return Asked(key_of(turn).item_id, None, SIGMA)
    return Asked(key_of(turn).item_id, value, sigma_of_score(value, score.low, score.high))


def value_of(turn: TurnView) -> float | None:
    """The score of a turn, or None when it says nothing about ability: skipped, waiting, a person's to judge, or copied
    from the model answer, which anybody can do."""
    score: Score | None = turn.answer.score if turn.answer else None
    if score is None or any(guard.name is GuardName.MODEL_ANSWER_PASTED for guard in score.guards):
        return None
    return score.value
