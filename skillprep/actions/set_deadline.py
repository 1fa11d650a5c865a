"""A learner says when the interview is, or takes that back."""

import datetime

from sqlalchemy import delete, select

from skillprep.errors import InvalidInputError, NotFoundError
from skillprep.services import Services
from skillprep.store.reviews import Learner
from skillprep.store.tables import Deadline, Owner
from skillprep.text import checked

FURTHEST_DAYS = 3653
"""Ten years: whoever names a later day has mistyped the year."""


def set_deadline(services: Services, learner: Learner, day: datetime.date | None) -> None:
    """Keep the day, counted in UTC, in place of an earlier one; None forgets it. Every due date follows by itself.

    Raises InvalidInputError for a day that has passed or lies further off than ten years, NotFoundError.
    """
    candidate = checked(learner.candidate or "", "candidate", 200)
    if day is not None:
        check_day(day, services.clock().astimezone(datetime.UTC).date())
    with services.db.writing() as session:
        # The owner's row is locked, so that two tabs write one after the other.
        if session.scalar(select(Owner.id).where(Owner.id == learner.owner_id).with_for_update()) is None:
            raise NotFoundError("There is nobody here to keep a day for. Start practising first.")
        mine = (Deadline.owner_id == learner.owner_id, Deadline.candidate == candidate)
        session.execute(delete(Deadline).where(*mine))
        if day is not None:
            session.add(Deadline(owner_id=learner.owner_id, candidate=candidate, day=day))


def check_day(day: datetime.date, today: datetime.date) -> None:
    """Raise InvalidInputError for a day that no interview to come can be on."""
    if day < today:
        raise InvalidInputError("This day has passed. Choose today or a later day, or remove the date.", "day")
    if (day - today).days > FURTHEST_DAYS:
        raise InvalidInputError("This day is more than ten years away. Check the year.", "day")
