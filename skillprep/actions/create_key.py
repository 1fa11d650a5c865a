"""An administrator makes an API key for an organisation."""

import datetime
from collections.abc import Sequence

from sqlalchemy import select

from skillprep.errors import InvalidInputError
from skillprep.services import Services
from skillprep.store.secret import hash_key_secret, new_key_secret
from skillprep.store.tables import ApiKey, Owner
from skillprep.text import checked

SCOPES = ("bank:read", "sittings:read", "sittings:write", "sets:read", "sets:write")


def create_key(services: Services, organisation: str, scopes: Sequence[str], valid_days: int | None) -> str:
    """Create the key and return it. This is the only time it is seen: `sp_live_<id>_<secret>`."""
    name = checked(organisation.strip(), "organisation", 200)
    if not name:
        raise InvalidInputError("Name the organisation that the key is for.", "organisation")
    if not scopes or (unknown := sorted(set(scopes) - set(SCOPES))):
        wrong = f"unknown: {', '.join(unknown)}" if scopes else "none given"
        raise InvalidInputError(f"Scopes are any of {', '.join(SCOPES)} ({wrong}).", "scopes")
    if valid_days is not None and not 1 <= valid_days <= 3650:
        raise InvalidInputError("A key is valid for 1 to 3650 days.", "valid_days")
    secret, now = new_key_secret(), services.clock()
    with services.db.writing() as session:
        owner = session.scalar(select(Owner).where(Owner.kind == "organisation", Owner.name == name))
        if owner is None:
            owner = Owner(kind="organisation", name=name, created_at=now)
            session.add(owner)
            session.flush()
        key = ApiKey(
            owner_id=owner.id,
            name=name,
            secret_sha256=hash_key_secret(secret),
            scopes=sorted(set(scopes)),
            created_at=now,
            expires_at=now + datetime.timedelta(days=valid_days) if valid_days else None,
        )
        session.add(key)
        session.flush()
        return f"sp_live_{key.id}_{secret}"
