"""A candidate answers a question of the sitting once more."""

from sqlalchemy import func, select

from skillprep.actions.ask_next import locked_sitting
from skillprep.actions.save_draft import TurnPath, locked_turn
from skillprep.adaptive.choose import Reason
from skillprep.errors import ConflictError
from skillprep.services import Services
from skillprep.store.queries import turns_of
from skillprep.store.tables import Answer, Turn

ATTEMPTS_MAX = 20


def retry_question(services: Services, path: TurnPath) -> int:
    """Put the same question again, beginning with the earlier text, and return its new position.

    Works in a finished sitting too, which it opens again. Raises ConflictError while another question is open.
    """
    with services.db.writing() as session:
        sitting = locked_sitting(session, path.owner_id, path.sitting_id)
        turns = turns_of(session, [sitting.id])[sitting.id]
        if any(turn.is_open for turn in turns):
            raise ConflictError("Another question of this sitting is open. Answer or skip it first.")
        earlier = locked_turn(session, path)
        if sum(turn.question_id == earlier.question_id for turn in turns) >= ATTEMPTS_MAX:
            raise ConflictError(f"A question can be tried {ATTEMPTS_MAX} times in one sitting.")
        text = session.scalar(select(Answer.text).where(Answer.turn_id == earlier.id)) or earlier.draft
        position = (session.scalar(select(func.max(Turn.position)).where(Turn.sitting_id == sitting.id)) or 0) + 1
        session.add(
            Turn(
                sitting_id=sitting.id,
                position=position,
                question_id=earlier.question_id,
                question_version=services.bank.question(earlier.question_id).version,
                level=earlier.level,
                reason=Reason.RETRY.value,
                asked_at=services.clock(),
                draft=text,
            )
        )
        sitting.finished_at = sitting.ended_by = None
        return position
