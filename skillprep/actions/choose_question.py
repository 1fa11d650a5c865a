"""The engine chooses a sitting's next question, or says that enough was asked."""

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy.orm import Session

from skillprep.actions.build_pool import SittingPool, build_pool, exposure_of, progress_of
from skillprep.adaptive.choose import Choice, Reason
from skillprep.adaptive.engine import abilities_of, next_question, should_stop
from skillprep.adaptive.select import Rules
from skillprep.adaptive.stop import StopReason, StopRule
from skillprep.bank.bank import Bank
from skillprep.bank.vocabulary import Level
from skillprep.services import Services
from skillprep.store.queries import SittingView

PLACEMENT_LEAST = 4


def choose_question(
    session: Session, services: Services, bank: Bank, sitting: SittingView
) -> Choice | StopReason | None:
    """The next question, why the sitting is over, or None when every question of its skills was asked."""
    held = build_pool(session, services, bank, sitting)
    if held is None:
        return None
    progress = progress_of(sitting)
    used = (services.clock() - sitting.started_at).total_seconds()
    if reason := should_stop(abilities_of(held.pool, progress), progress, used, stop_rule(sitting)):
        return reason
    rules, exposure = Rules(length=sitting.length), exposure_of(session, services, held, sitting.purpose)
    for pool, stand_in in pools_to_try(held, sitting):
        if found := next_question(pool.pool, progress, rules, sitting.id, exposure):
            key = pool.keys[pool.pool.place(found.item_id)]
            return Choice(key.question_id, key.level, stand_in or found.why.motive, found.why)
    return None


def stop_rule(sitting: SittingView) -> StopRule:
    """A placement ends as soon as the level is known well enough; who practises gets the questions that they wished."""
    least = PLACEMENT_LEAST if sitting.mode == "placement" else sitting.length
    seconds = sitting.minutes * 60.0 if sitting.minutes else None
    return StopRule(least=min(least, sitting.length), most=sitting.length, seconds=seconds)


def pools_to_try(held: SittingPool, sitting: SittingView) -> Iterator[tuple[SittingPool, Reason | None]]:
    """The pool as it is when the sitting adapts, its first question at the level that was wished; else the questions of
    that one level, then those of the nearest."""
    if sitting.adaptive:
        if not sitting.turns:
            yield at_level(held, sitting.level), None
        yield held, None
        return
    for level in sorted(Level, key=lambda one: abs(one.rank - sitting.level.rank)):
        yield at_level(held, level), Reason.FIXED_LEVEL if level is sitting.level else Reason.LEVEL_USED_UP


def at_level(held: SittingPool, level: Level) -> SittingPool:
    """The pool with the questions of other levels closed."""
    others = {row for row, key in enumerate(held.keys) if key.level is not level}
    return replace(held, pool=replace(held.pool, closed=tuple(sorted(others | set(held.pool.closed)))))
