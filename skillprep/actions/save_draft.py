"""The answer in progress is kept on the server."""

import datetime
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from skillprep.errors import ConflictError, NotFoundError
from skillprep.services import Services
from skillprep.store.tables import Answer, Sitting, Turn
from skillprep.text import checked

ANSWER_CHARACTERS = 20_000


@dataclass(frozen=True)
class Draft:
    """What the server holds after saving; send `revision` with the next save."""

    revision: int
    saved_at: datetime.datetime


@dataclass(frozen=True)
class TurnPath:
    """Which turn, asked with its owner."""

    owner_id: str
    sitting_id: str
    position: int


def save_draft(services: Services, path: TurnPath, unverified_text: str, revision: int) -> Draft:
    """Keep the draft if nobody saved a newer one since `revision`.

    Raises ConflictError when another tab did, or when the question is answered or skipped; the sender keeps its text.
    """
    text = checked(unverified_text, "text", ANSWER_CHARACTERS)
    with services.db.writing() as session:
        turn = open_turn(session, path)
        if turn.draft_revision != revision:
            raise ConflictError(
                "This answer was changed in another window. Reload to see that version; copy yours first."
            )
        turn.draft, turn.draft_revision, turn.draft_saved_at = text, revision + 1, services.clock()
        return Draft(turn.draft_revision, turn.draft_saved_at)


def locked_turn(session: Session, path: TurnPath) -> Turn:
    """The owner's turn, locked. Raises NotFoundError."""
    turn = session.scalar(
        select(Turn)
        .join(Sitting, Sitting.id == Turn.sitting_id)
        .where(Sitting.id == path.sitting_id, Sitting.owner_id == path.owner_id, Turn.position == path.position)
        .with_for_update(of=Turn)
    )
    if turn is None:
        raise NotFoundError("There is no such question in this sitting.")
    return turn


def open_turn(session: Session, path: TurnPath) -> Turn:
    """A turn that still takes an answer. Raises NotFoundError, ConflictError."""
    turn = locked_turn(session, path)
    if turn.skipped_at:
        raise ConflictError("This question was skipped. Try it again from the summary.")
    if session.scalar(select(Answer.id).where(Answer.turn_id == turn.id)):
        raise ConflictError("This question is already answered. Look at the result, or try it again.")
    return turn
