"""An administrator takes an API key back."""

from skillprep.errors import NotFoundError
from skillprep.services import Services
from skillprep.store.tables import ApiKey


def revoke_key(services: Services, key_id: str) -> None:
    """From now on the key opens nothing; doing it twice changes nothing. Raises NotFoundError."""
    with services.db.writing() as session:
        key = session.get(ApiKey, key_id)
        if key is None:
            raise NotFoundError("There is no key of this id. `skillprep key list` shows them.")
        key.revoked_at = key.revoked_at or services.clock()
