"""The next question of a sitting is chosen and put to the candidate."""

import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from skillprep.actions.choose_question import choose_question
from skillprep.actions.due_reviews import agenda_now, next_due
from skillprep.adaptive.choose import Choice
from skillprep.adaptive.stop import StopReason
from skillprep.bank.bank import Bank
from skillprep.errors import NotFoundError
from skillprep.services import Services
from skillprep.store.queries import SittingView, sitting_view, turns_of
from skillprep.store.reviews import Learner
from skillprep.store.tables import Sitting, Turn

USED_UP = "used-up"
"""The bank has no further question on the sitting's skills."""


def ask_next(services: Services, owner_id: str, sitting_id: str) -> int | None:
    """The position of the question to answer now: the open one, else a new one. None ends the sitting."""
    bank = services.bank
    with services.db.writing() as session:
        sitting = locked_sitting(session, owner_id, sitting_id)
        return next_turn(session, services, bank, sitting)


def locked_sitting(session: Session, owner_id: str, sitting_id: str) -> Sitting:
    """The owner's sitting, locked so that two tabs cannot both add a question to it. Raises NotFoundError."""
    sitting = session.scalar(
        select(Sitting).where(Sitting.id == sitting_id, Sitting.owner_id == owner_id).with_for_update()
    )
    if sitting is None:
        raise NotFoundError("There is no such sitting here.")
    return sitting


def next_turn(session: Session, services: Services, bank: Bank, sitting: Sitting) -> int | None:
    """The open turn's position, or that of a new turn. None when the sitting is over, which is then written down."""
    view = sitting_view(sitting, turns_of(session, [sitting.id]))
    if sitting.finished_at is not None:
        return None
    if view.ends_at is not None and services.clock() >= view.ends_at:
        end(sitting, StopReason.TIME, view.ends_at)
        return None
    if view.open_turn:
        return view.open_turn.position
    choice = chosen(session, services, bank, sitting, view)
    if not isinstance(choice, Choice):
        end(sitting, choice or USED_UP, services.clock())
        return None
    position = max((turn.position for turn in view.turns), default=0) + 1
    session.add(new_turn(bank, sitting, choice, position, services))
    return position


def end(sitting: Sitting, reason: str, at: datetime.datetime) -> None:
    """Write down that the sitting is over, and why."""
    sitting.finished_at, sitting.ended_by = at, str(reason)


def chosen(
    session: Session, services: Services, bank: Bank, sitting: Sitting, view: SittingView
) -> Choice | StopReason | None:
    """What comes next: in a review what is due, else what the engine chooses."""
    if view.mode != "review":
        return choose_question(session, services, bank, view)
    if len({turn.question_id for turn in view.turns}) >= view.length:
        return StopReason.LONGEST
    learner = Learner(sitting.owner_id, sitting.candidate)
    return next_due(agenda_now(session, bank, learner, services.clock()), view.turns)


def new_turn(bank: Bank, sitting: Sitting, choice: Choice, position: int, services: Services) -> Turn:
    """The chosen question as a row."""
    return Turn(
        sitting_id=sitting.id,
        position=position,
        question_id=choice.question_id,
        question_version=bank.question(choice.question_id).version,
        level=choice.level.value,
        reason=choice.reason.value,
        why=choice.why.written() if choice.why else None,
        asked_at=services.clock(),
    )
