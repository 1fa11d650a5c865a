"""A candidate ends a sitting."""

from skillprep.actions.ask_next import locked_sitting
from skillprep.services import Services

BY_HAND = "candidate"
"""The candidate, or the system that sent them, ended the sitting."""


def finish_sitting(services: Services, owner_id: str, sitting_id: str) -> None:
    """Mark the sitting finished; doing it twice changes nothing. Drafts stay. Raises NotFoundError."""
    with services.db.writing() as session:
        sitting = locked_sitting(session, owner_id, sitting_id)
        if sitting.finished_at is None:
            sitting.finished_at, sitting.ended_by = services.clock(), BY_HAND
