"""Somebody opens an account; a guest keeps what was practised so far."""

from email_validator import EmailNotValidError, validate_email
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from skillprep.errors import ConflictError, InvalidInputError
from skillprep.services import Services
from skillprep.store.secret import hash_password
from skillprep.store.tables import Login, Owner
from skillprep.text import checked

PASSWORD_MIN, PASSWORD_MAX = 10, 200
TAKEN = "This address cannot be used. If it is yours, sign in instead."


def register(services: Services, guest_id: str | None, unverified_email: str, unverified_password: str) -> str:
    """Create a login and return its owner's id: the guest turned into a person, or a new person.

    Raises InvalidInputError for an address or password that cannot be used, ConflictError when the address is taken.
    """
    email = checked_email(unverified_email)
    hashed = hash_password(checked_password(unverified_password, email))
    try:
        with services.db.writing() as session:
            owner = guest_or_new(session, services, guest_id)
            owner.kind = "person"
            session.flush()
            session.add(Login(owner_id=owner.id, email=email, password_hash=hashed, created_at=services.clock()))
            return owner.id
    except IntegrityError as error:
        raise ConflictError(TAKEN) from error


def guest_or_new(session: Session, services: Services, guest_id: str | None) -> Owner:
    """The guest's own row, so that its sittings stay its own; anybody else starts afresh."""
    guest = session.scalar(select(Owner).where(Owner.id == guest_id, Owner.kind == "guest")) if guest_id else None
    if guest is None:
        guest = Owner(kind="person", created_at=services.clock())
        session.add(guest)
    return guest


def checked_email(unverified_email: str) -> str:
    """The address in lower case, or InvalidInputError."""
    try:
        found = validate_email(checked(unverified_email.strip(), "email", 254), check_deliverability=False)
    except EmailNotValidError as error:
        raise InvalidInputError(f"This is not an e-mail address: {error}", "email") from error
    return found.normalized.casefold()


def checked_password(unverified_password: str, email: str) -> str:
    """The password, or InvalidInputError. Length is what counts; composition rules only annoy (NIST SP 800-63B)."""
    password = checked(unverified_password, "password", PASSWORD_MAX)
    if len(password) < PASSWORD_MIN:
        raise InvalidInputError(f"Use at least {PASSWORD_MIN} characters; a few words in a row are fine.", "password")
    if password.casefold() in {email, email.partition("@")[0]} or len(set(password)) < 4:
        raise InvalidInputError("This password is too easy to guess. A few unrelated words are fine.", "password")
    return password
