"""A candidate starts a run of questions on one skill or several."""

import datetime
from dataclasses import dataclass

from skillprep.actions.ask_next import next_turn
from skillprep.actions.choose_question import PLACEMENT_LEAST
from skillprep.bank.bank import Bank
from skillprep.bank.vocabulary import Level
from skillprep.errors import InvalidInputError
from skillprep.services import Services
from skillprep.store.tables import Sitting
from skillprep.text import checked

PURPOSES = ("practice", "education", "hiring")
MODES = ("practice", "placement", "timed")
LENGTH_MAX = 20
SKILLS_MAX = 6
MINUTES_MAX = 240


@dataclass(frozen=True)
class SittingWish:
    """What the candidate, or the system that sends them, asked for."""

    skill_id: str
    level: Level
    length: int = 5
    adaptive: bool = True
    purpose: str = "practice"
    candidate: str | None = None
    mode: str = "practice"
    more_skill_ids: tuple[str, ...] = ()
    minutes: int | None = None


def start_sitting(services: Services, owner_id: str, wish: SittingWish) -> str:
    """Create the sitting with its first question and return its id. Raises NotFoundError, InvalidInputError."""
    bank = services.bank
    check_wish(wish)
    check_skills(bank, wish)
    candidate = checked(wish.candidate, "candidate", 200) if wish.candidate else None
    now = services.clock()
    with services.db.writing() as session:
        sitting = Sitting(
            owner_id=owner_id,
            candidate=candidate,
            skill_id=wish.skill_id,
            more_skill_ids=list(wish.more_skill_ids),
            level=wish.level.value,
            adaptive=wish.adaptive,
            purpose=wish.purpose,
            mode=wish.mode,
            length=wish.length,
            started_at=now,
            ends_at=now + datetime.timedelta(minutes=wish.minutes) if wish.minutes else None,
        )
        session.add(sitting)
        session.flush()
        next_turn(session, services, bank, sitting)
        return sitting.id


def check_wish(wish: SittingWish) -> None:
    """Raise InvalidInputError for a wish that contradicts itself or asks for too much."""
    if not 1 <= wish.length <= LENGTH_MAX:
        raise InvalidInputError(f"A sitting has 1 to {LENGTH_MAX} questions.", "length")
    if wish.purpose not in PURPOSES:
        raise InvalidInputError(f"The purpose is one of {', '.join(PURPOSES)}.", "purpose")
    if wish.mode not in MODES:
        raise InvalidInputError(f"The mode is one of {', '.join(MODES)}.", "mode")
    if wish.mode == "placement" and wish.length < PLACEMENT_LEAST:
        raise InvalidInputError(f"Finding a level takes {PLACEMENT_LEAST} to {LENGTH_MAX} questions.", "length")
    if wish.mode == "placement" and not wish.adaptive:
        raise InvalidInputError("Finding a level has to adapt to the answers.", "adaptive")
    check_minutes(wish)


def check_minutes(wish: SittingWish) -> None:
    """Raise InvalidInputError for a limit that is missing, out of place or out of range."""
    if wish.mode != "timed" and wish.minutes is not None:
        raise InvalidInputError("Only a timed sitting has a limit in minutes.", "minutes")
    if wish.mode == "timed" and not 1 <= (wish.minutes or 0) <= MINUTES_MAX:
        raise InvalidInputError(f"Say how many minutes the sitting may take, 1 to {MINUTES_MAX}.", "minutes")


def check_skills(bank: Bank, wish: SittingWish) -> None:
    """Raise NotFoundError for the main skill, InvalidInputError for a further one that cannot be asked about."""
    if not bank.ready_questions(skill=bank.skill(wish.skill_id).id):
        title = bank.skill(wish.skill_id).title
        raise InvalidInputError(f"There is no question on {title} yet. Choose another skill.", "skill_id")
    if len(wish.more_skill_ids) >= SKILLS_MAX:
        raise InvalidInputError(f"A sitting covers at most {SKILLS_MAX} skills.", "more_skill_ids")
    if len({wish.skill_id, *wish.more_skill_ids}) <= len(wish.more_skill_ids):
        raise InvalidInputError("Name each skill once.", "more_skill_ids")
    for one in wish.more_skill_ids:
        if not bank.ready_questions(skill=one):
            raise InvalidInputError(f"There is no question on a skill {one!r}.", "more_skill_ids")
