"""What was built for this app, and whom the browser's signed cookie names."""

from flask import current_app, g, session

from skillprep.actions.start_guest import start_guest
from skillprep.errors import NotSignedInError
from skillprep.services import Services
from skillprep.store.queries import OwnerView, find_owner

OWNER = "owner"


def services() -> Services:
    """What the factory built for this app."""
    found: Services = current_app.extensions["skillprep"]
    return found


def current_owner() -> OwnerView | None:
    """Whoever the browser's signed cookie names, if that owner still exists. Looked up once per request."""
    if "owner" not in g:
        named = session.get(OWNER)
        with services().db.reading() as reading:
            g.owner = find_owner(reading, named) if named else None
    found: OwnerView | None = g.owner
    return found


def owner_id() -> str:
    """The current owner's id. Raises NotSignedInError when the cookie is missing or names nobody."""
    owner = current_owner()
    if owner is None:
        raise NotSignedInError("Your session has ended. Sign in again; what you saved is still there.")
    return owner.id


def owner_or_guest_id() -> str:
    """The current owner's id; a visitor without one becomes a guest, bound to the signed cookie."""
    owner = current_owner()
    if owner is None:
        remember_owner(start_guest(services()))
    return owner.id if owner else str(session[OWNER])


def guest_id() -> str | None:
    """The id of the guest who is about to sign in or register, or None."""
    owner = current_owner()
    return owner.id if owner and owner.kind == "guest" else None


def remember_owner(found: str) -> None:
    """Bind the browser to an owner, in a fresh session so that nothing set before signing in survives."""
    session.clear()
    session[OWNER] = found
    session.permanent = True
    g.pop("owner", None)


def forget_owner() -> None:
    """Sign the browser out."""
    session.clear()
    g.pop("owner", None)
