"""The sitting that a returning visitor most likely wants to go on with."""

from skillprep.actions.end_overdue import end_overdue
from skillprep.http import current_owner, services
from skillprep.store.queries import SittingView, list_sittings

LOOKED_AT = 10


def find_unfinished() -> SittingView | None:
    """The newest of the visitor's latest sittings that is not finished."""
    owner = current_owner()
    if owner is None:
        return None
    end_overdue(services(), owner.id)
    with services().db.reading() as session:
        latest = list_sittings(session, owner.id, limit=LOOKED_AT)
    return next((sitting for sitting in latest if sitting.finished_at is None), None)
