"""Somebody signs in; what they practised as a guest joins their account."""

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from skillprep.errors import InvalidInputError, NotSignedInError
from skillprep.services import Services
from skillprep.store.secret import password_matches
from skillprep.store.tables import Deadline, Login, Owner, Sitting
from skillprep.text import checked


def log_in(services: Services, guest_id: str | None, unverified_email: str, unverified_password: str) -> str:
    """The owner's id. Raises NotSignedInError, the same for an unknown address as for a wrong password."""
    owner_id, stored = stored_login(services, unverified_email)
    if not password_matches(stored, unverified_password[:200]):
        raise NotSignedInError("Address and password do not belong together. Check both and try again.")
    if guest_id and guest_id != owner_id:
        with services.db.writing() as session:
            adopt_guest(session, guest_id, owner_id)
    return owner_id


def stored_login(services: Services, unverified_email: str) -> tuple[str, str | None]:
    """Owner and password hash of an address; an unknown one, or what is no address at all, has none."""
    try:
        email = checked(unverified_email.strip().casefold(), "email", 254)
    except InvalidInputError:
        return "", None
    with services.db.reading() as session:
        login = session.scalar(select(Login).where(Login.email == email))
        return (login.owner_id, login.password_hash) if login else ("", None)


def adopt_guest(session: Session, guest_id: str, owner_id: str) -> None:
    """Hand over the guest's sittings, and the interview's day where the account has none; forget the guest.

    Anything but a guest is left alone.
    """
    guest = session.scalar(select(Owner).where(Owner.id == guest_id, Owner.kind == "guest"))
    if guest is not None:
        session.execute(update(Sitting).where(Sitting.owner_id == guest_id).values(owner_id=owner_id))
        if session.get(Deadline, (owner_id, "")) is None:
            session.execute(update(Deadline).where(Deadline.owner_id == guest_id).values(owner_id=owner_id))
        session.delete(guest)
