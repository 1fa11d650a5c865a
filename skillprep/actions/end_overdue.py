"""Sittings whose time is used are over, whether or not anybody looks at them."""

from sqlalchemy import ColumnElement, select, update

from skillprep.adaptive.stop import StopReason
from skillprep.services import Services
from skillprep.store.tables import Sitting


def end_overdue(services: Services, owner_id: str) -> None:
    """End the owner's sittings whose time is used, as of that moment. What is written stays and can be handed in."""
    overdue = (
        Sitting.owner_id == owner_id,
        Sitting.finished_at.is_(None),
        Sitting.ends_at.is_not(None),
        Sitting.ends_at <= services.clock(),
    )
    if any_sitting(services, overdue):
        with services.db.writing() as session:
            session.execute(
                update(Sitting).where(*overdue).values(finished_at=Sitting.ends_at, ended_by=StopReason.TIME.value)
            )


def any_sitting(services: Services, wanted: tuple[ColumnElement[bool], ...]) -> bool:
    """Whether there is such a sitting: nearly always not, and reading locks nobody out."""
    with services.db.reading() as session:
        return session.scalar(select(Sitting.id).where(*wanted).limit(1)) is not None
