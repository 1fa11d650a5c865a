"""What the answers of one sitting say about the candidate's level, worked out afresh each time."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from skillprep.actions.build_pool import build_pool, progress_of, scored_turns
from skillprep.adaptive.engine import placements
from skillprep.adaptive.placement import Placement
from skillprep.bank.bank import Bank
from skillprep.services import Services
from skillprep.store.queries import SittingView, TurnView


@dataclass(frozen=True, eq=False)
class Standing:
    """The level in each skill, the answers it rests on, and how many of how many questions are fitted to answers.

    Influences of a placement number `turns`.
    """

    placements: Mapping[str, Placement]
    turns: tuple[TurnView, ...]
    fitted: int
    questions: int


def estimate_ability(session: Session, services: Services, bank: Bank, sitting: SittingView) -> Standing | None:
    """Where the candidate stands by this sitting alone; None before an answer is scored, and for a review, whose
    questions were met before and so measure memory."""
    if sitting.mode == "review" or not scored_turns(sitting):
        return None
    held = build_pool(session, services, bank, sitting)
    if held is None:
        return None
    found = placements(held.pool, progress_of(sitting))
    return Standing(found, scored_turns(sitting), held.fitted, len(held.keys))
