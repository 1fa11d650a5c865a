"""An owner's sittings page by page; a page begins after a sitting, so new ones do not shift what follows."""

import datetime
from collections.abc import Sequence

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from skillprep.store.queries import SittingView, sitting_view, turns_of
from skillprep.store.tables import Sitting

Place = tuple[datetime.datetime, str]
"""When a sitting started and its id: together they order sittings."""


def page_of_sittings(
    session: Session, owner_id: str, candidate: str | None, after: Place | None, limit: int
) -> list[SittingView]:
    """Sittings of this owner, newest first, from behind a place on; only one candidate's where one is named."""
    wanted = select(Sitting).where(Sitting.owner_id == owner_id)
    if candidate is not None:
        wanted = wanted.where(Sitting.candidate == candidate)
    if after is not None:
        started_at, sitting_id = after
        same_moment = and_(Sitting.started_at == started_at, Sitting.id > sitting_id)
        wanted = wanted.where(or_(Sitting.started_at < started_at, same_moment))
    rows = session.scalars(wanted.order_by(Sitting.started_at.desc(), Sitting.id).limit(limit)).all()
    turns = turns_of(session, [row.id for row in rows])
    return [sitting_view(row, turns) for row in rows]


def sitting_place(sitting: SittingView) -> tuple[str, str]:
    """A sitting's place as text."""
    return sitting.started_at.isoformat(), sitting.id


def place_after(text: Sequence[str]) -> Place:
    """The place that `sitting_place` wrote down."""
    return datetime.datetime.fromisoformat(text[0]), text[1]
