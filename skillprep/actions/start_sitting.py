"""A candidate starts a run of questions on one skill."""

from dataclasses import dataclass

from skillprep.actions.ask_next import next_turn
from skillprep.bank.vocabulary import Level
from skillprep.errors import InvalidInputError
from skillprep.services import Services
from skillprep.store.tables import Sitting
from skillprep.text import checked

PURPOSES = ("practice", "education", "hiring")
LENGTH_MAX = 20


@dataclass(frozen=True)
class SittingWish:
    """What the candidate, or the system that sends them, asked for."""

    skill_id: str
    level: Level
    length: int = 5
    adaptive: bool = True
    purpose: str = "practice"
    candidate: str | None = None


def start_sitting(services: Services, owner_id: str, wish: SittingWish) -> str:
    """Create the sitting with its first question and return its id. Raises NotFoundError, InvalidInputError."""
    bank = services.bank
    skill = bank.skill(wish.skill_id)
    if not 1 <= wish.length <= LENGTH_MAX:
        raise InvalidInputError(f"A sitting has 1 to {LENGTH_MAX} questions.", "length")
    if wish.purpose not in PURPOSES:
        raise InvalidInputError(f"The purpose is one of {', '.join(PURPOSES)}.", "purpose")
    candidate = checked(wish.candidate, "candidate", 200) if wish.candidate else None
    with services.db.writing() as session:
        sitting = Sitting(
            owner_id=owner_id,
            candidate=candidate,
            skill_id=skill.id,
            level=wish.level.value,
            adaptive=wish.adaptive,
            purpose=wish.purpose,
            length=wish.length,
            started_at=services.clock(),
        )
        session.add(sitting)
        session.flush()
        if next_turn(session, services, bank, sitting) is None:
            raise InvalidInputError(f"There is no question on {skill.title} yet. Choose another skill.", "skill_id")
        return sitting.id
