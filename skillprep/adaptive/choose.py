"""A choice and its reason; and the up-down rule, to which benchmarks compare the engine."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from skillprep.adaptive.reasons import Motive, Why
from skillprep.bank.vocabulary import Level

STEP_UP_FROM = 0.70
STEP_DOWN_BELOW = 0.40


class Reason(StrEnum):
    """Why a question was chosen, for the page to put into words."""

    FIRST = "first"
    FIXED_LEVEL = "fixed-level"
    SAME_LEVEL = "same-level"
    STEPPED_UP = "stepped-up"
    STEPPED_DOWN = "stepped-down"
    LEVEL_USED_UP = "level-used-up"
    RETRY = "retry"
    REVIEW = "review"


@dataclass(frozen=True)
class Askable:
    """A question that may be asked."""

    question_id: str
    level: Level


@dataclass(frozen=True)
class Asked:
    """A question that was asked at a level, with its score in [0, 1], or None when it was skipped or not yet scored."""

    question_id: str
    level: Level
    value: float | None


@dataclass(frozen=True)
class Choice:
    """The next question, the level at which its answer is judged, and why; in figures too where the engine chose."""

    question_id: str
    level: Level
    reason: Reason | Motive
    why: Why | None = None


@dataclass(frozen=True)
class Plan:
    """What the sitting asked for. `seed` orders questions that are equally good, the same way every time."""

    start: Level
    adaptive: bool
    seed: str


def choose_next(pool: Sequence[Askable], asked: Sequence[Asked], plan: Plan) -> Choice | None:
    """The next question, or None when every question of the pool was asked. No question is asked twice."""
    level, reason = next_level(asked, plan)
    used = {one.question_id for one in asked}
    fresh = [one for one in pool if one.question_id not in used]
    if not fresh:
        return None
    best = min(fresh, key=lambda one: (abs(one.level.rank - level.rank), shuffled(plan.seed, one.question_id)))
    return Choice(best.question_id, best.level, reason if best.level == level else Reason.LEVEL_USED_UP)


def next_level(asked: Sequence[Asked], plan: Plan) -> tuple[Level, Reason]:
    """One level up after a score of .70 or more, one down after less than .40, else the same."""
    if not plan.adaptive:
        return plan.start, Reason.FIXED_LEVEL
    scored = [one for one in asked if one.value is not None]
    if not scored:
        return (asked[-1].level, Reason.SAME_LEVEL) if asked else (plan.start, Reason.FIRST)
    last = scored[-1]
    return stepped(last.level, last.value or 0.0)


def stepped(level: Level, value: float) -> tuple[Level, Reason]:
    """The level after a score at `level`."""
    levels = list(Level)
    if value >= STEP_UP_FROM and level is not levels[-1]:
        return levels[level.rank + 1], Reason.STEPPED_UP
    if value < STEP_DOWN_BELOW and level is not levels[0]:
        return levels[level.rank - 1], Reason.STEPPED_DOWN
    return level, Reason.SAME_LEVEL


def shuffled(seed: str, question_id: str) -> str:
    """A key that puts questions into an order of the seed's own."""
    return hashlib.sha256(f"{seed}:{question_id}".encode()).hexdigest()
