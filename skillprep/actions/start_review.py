"""A learner starts a sitting on the questions whose points are due."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from skillprep.actions.ask_next import next_turn
from skillprep.actions.due_reviews import agenda_now
from skillprep.errors import ConflictError
from skillprep.services import Services
from skillprep.store.reviews import Learner
from skillprep.store.tables import Sitting

LENGTH_MAX = 8
"""A sitting longer than this is not finished in one go; what is left stays due."""


def start_review(services: Services, learner: Learner) -> str:
    """The id of a sitting with a question to answer: the review that is still open, else a new one.

    Which question comes next is asked of the agenda at each step, so an answer given elsewhere meanwhile counts.
    Raises ConflictError when nothing is due.
    """
    bank = services.bank
    with services.db.writing() as session:
        for earlier in open_reviews(session, learner):
            if next_turn(session, services, bank, earlier) is not None:
                return earlier.id
        due = agenda_now(session, bank, learner, services.clock()).due
        if not due:
            raise ConflictError("Nothing is due for review now. What comes next, and when, is listed under Review.")
        first = due[0].question
        sitting = Sitting(
            owner_id=learner.owner_id,
            candidate=learner.candidate,
            skill_id=first.skill,
            level=first.level.value,
            adaptive=False,
            purpose="practice",
            mode="review",
            length=min(len(due), LENGTH_MAX),
            started_at=services.clock(),
        )
        session.add(sitting)
        session.flush()
        next_turn(session, services, bank, sitting)
        return sitting.id


def open_reviews(session: Session, learner: Learner) -> list[Sitting]:
    """The learner's reviews that are not finished, locked; rarely more than one."""
    mine = Sitting.candidate.is_(None) if learner.candidate is None else Sitting.candidate == learner.candidate
    wanted = select(Sitting).where(
        Sitting.owner_id == learner.owner_id, mine, Sitting.mode == "review", Sitting.finished_at.is_(None)
    )
    return list(session.scalars(wanted.order_by(Sitting.started_at.desc()).with_for_update()))
