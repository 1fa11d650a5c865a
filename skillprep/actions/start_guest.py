"""A visitor starts to practise without an account."""

from skillprep.services import Services
from skillprep.store.tables import Owner


def start_guest(services: Services) -> str:
    """Create a guest and return its id, to be bound to the visitor's signed cookie."""
    with services.db.writing() as session:
        guest = Owner(kind="guest", created_at=services.clock())
        session.add(guest)
        session.flush()
        return guest.id
