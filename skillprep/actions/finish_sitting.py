"""A candidate ends a sitting."""

from skillprep.actions.ask_next import locked_sitting
from skillprep.services import Services


def finish_sitting(services: Services, owner_id: str, sitting_id: str) -> None:
    """Mark the sitting finished; doing it twice changes nothing. Drafts stay. Raises NotFoundError."""
    with services.db.writing() as session:
        sitting = locked_sitting(session, owner_id, sitting_id)
        sitting.finished_at = sitting.finished_at or services.clock()
