"""A candidate passes on a question."""

from skillprep.actions.save_draft import TurnPath, open_turn
from skillprep.services import Services


def skip_question(services: Services, path: TurnPath) -> None:
    """Mark the question skipped; its draft stays. Raises ConflictError when it is already answered or skipped."""
    with services.db.writing() as session:
        open_turn(session, path).skipped_at = services.clock()
