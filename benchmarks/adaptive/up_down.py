"""The up-down rule, to which the engine is compared: a level up after a good answer, a level down after a poor one."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from skillprep.bank.vocabulary import Level

STEP_UP_FROM = 0.70
STEP_DOWN_BELOW = 0.40


@dataclass(frozen=True)
class Askable:
    """A question that may be asked."""

    question_id: str
    level: Level


@dataclass(frozen=True)
class Asked:
    """A question that was asked at a level, with its score in [0, 1], or None when it has none."""

    question_id: str
    level: Level
    value: float | None


def choose_next(pool: Sequence[Askable], asked: Sequence[Asked], start: Level, seed: str) -> Askable | None:
    """The next question, of the nearest level that has one left; None when every question of the pool was asked.

    `seed` orders questions that are equally good, the same way every time.
    """
    level = next_level(asked, start)
    used = {one.question_id for one in asked}
    fresh = [one for one in pool if one.question_id not in used]
    if not fresh:
        return None
    return min(fresh, key=lambda one: (abs(one.level.rank - level.rank), shuffled(seed, one.question_id)))


def next_level(asked: Sequence[Asked], start: Level) -> Level:
    """One level up after a score of .70 or more, one down after less than .40, else the same."""
    scored = [one for one in asked if one.value is not None]
    if not scored:
        return asked[-1].level if asked else start
    return stepped(scored[-1].level, scored[-1].value or 0.0)


def stepped(level: Level, value: float) -> Level:
    """The level after a score at `level`."""
    levels = list(Level)
    if value >= STEP_UP_FROM:
        return levels[min(level.rank + 1, len(levels) - 1)]
    return levels[max(level.rank - 1, 0)] if value < STEP_DOWN_BELOW else level


def shuffled(seed: str, question_id: str) -> str:
    """A key that puts questions into an order of the seed's own."""
    return hashlib.sha256(f"{seed}:{question_id}".encode()).hexdigest()
