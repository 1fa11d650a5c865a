"""The next question of a sitting is chosen and put to the candidate."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from skillprep.actions.due_reviews import agenda_now, next_due
from skillprep.adaptive.choose import Askable, Asked, Choice, Plan, choose_next
from skillprep.bank.bank import Bank
from skillprep.bank.vocabulary import Level
from skillprep.errors import NotFoundError
from skillprep.services import Services
from skillprep.store.queries import TurnView, turns_of
from skillprep.store.reviews import Learner
from skillprep.store.tables import Sitting, Turn


def ask_next(services: Services, owner_id: str, sitting_id: str) -> int | None:
    """The position of the question to answer now: the open one, else a new one. None ends the sitting."""
    bank = services.bank
    with services.db.writing() as session:
        sitting = locked_sitting(session, owner_id, sitting_id)
        position = next_turn(session, services, bank, sitting)
        if position is None and sitting.finished_at is None:
            sitting.finished_at = services.clock()
        return position


def locked_sitting(session: Session, owner_id: str, sitting_id: str) -> Sitting:
    """The owner's sitting, locked so that two tabs cannot both add a question to it. Raises NotFoundError."""
    sitting = session.scalar(
        select(Sitting).where(Sitting.id == sitting_id, Sitting.owner_id == owner_id).with_for_update()
    )
    if sitting is None:
        raise NotFoundError("There is no such sitting here.")
    return sitting


def next_turn(session: Session, services: Services, bank: Bank, sitting: Sitting) -> int | None:
    """The open turn's position, or that of a new turn; None when the sitting is over or the bank has nothing left."""
    turns = turns_of(session, [sitting.id])[sitting.id]
    if sitting.finished_at is None and (still_open := next((turn for turn in turns if turn.is_open), None)):
        return still_open.position
    if sitting.finished_at or len({turn.question_id for turn in turns}) >= sitting.length:
        return None
    if sitting.mode == "review":
        learner = Learner(sitting.owner_id, sitting.candidate)
        choice = next_due(agenda_now(session, bank, learner, services.clock()), turns)
    else:
        choice = chosen(bank, sitting, turns)
    if choice is None:
        return None
    position = max((turn.position for turn in turns), default=0) + 1
    session.add(new_turn(bank, sitting, choice, position, services))
    return position


def chosen(bank: Bank, sitting: Sitting, turns: list[TurnView]) -> Choice | None:
    """Ask the adaptive core."""
    pool = [Askable(question.id, question.level) for question in bank.ready_questions(skill=sitting.skill_id)]
    asked = [Asked(turn.question_id, turn.level, value_of(turn)) for turn in turns]
    return choose_next(pool, asked, Plan(Level(sitting.level), sitting.adaptive, seed=sitting.id))


def value_of(turn: TurnView) -> float | None:
    """The score of a turn, or None when it was skipped, waits, or cannot be judged."""
    return turn.answer.score.value if turn.answer and turn.answer.score else None


def new_turn(bank: Bank, sitting: Sitting, choice: Choice, position: int, services: Services) -> Turn:
    """The chosen question as a row."""
    return Turn(
        sitting_id=sitting.id,
        position=position,
        question_id=choice.question_id,
        question_version=bank.question(choice.question_id).version,
        level=choice.level.value,
        reason=choice.reason.value,
        asked_at=services.clock(),
    )
