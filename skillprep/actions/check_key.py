"""A program proves with its key for whom it speaks."""

import re
from dataclasses import dataclass

from skillprep.errors import NotSignedInError
from skillprep.services import Services
from skillprep.store.secret import key_matches
from skillprep.store.tables import ApiKey

KEY = re.compile(r"sp_live_([0-9a-f]{32})_([A-Za-z0-9_-]{43})")


@dataclass(frozen=True)
class Caller:
    """The organisation behind a key and what the key may do."""

    owner_id: str
    scopes: frozenset[str]


def check_key(services: Services, unverified_key: str) -> Caller:
    """The caller. Raises NotSignedInError, the same whether the key is unknown, wrong, expired or revoked."""
    found = KEY.fullmatch(unverified_key.strip()[:200])
    if found is None:
        raise NotSignedInError("This is not a SkillPrep key. Send it as 'Authorization: Bearer sp_live_…'.")
    with services.db.reading() as session:
        key = session.get(ApiKey, found[1])
        if key is None or not key_matches(key.secret_sha256, found[2]) or not is_valid(key, services):
            raise NotSignedInError("This key is unknown, expired or revoked. Ask an administrator for a new one.")
        return Caller(key.owner_id, frozenset(key.scopes))


def is_valid(key: ApiKey, services: Services) -> bool:
    """Neither revoked nor expired."""
    return key.revoked_at is None and (key.expires_at is None or key.expires_at > services.clock())
