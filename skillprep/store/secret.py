"""How secrets are kept: passwords under argon2id, API keys as sha256 of 256 random bits."""

import hashlib
import hmac
import secrets
import threading

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
"""OWASP's minimum for argon2id: 19 MiB, two passes, one lane."""

AT_ONCE = threading.BoundedSemaphore(4)
"""Each hash takes 19 MiB, so a burst of logins must not take the machine's memory."""


def hash_password(password: str) -> str:
    """The argon2id hash to store."""
    with AT_ONCE:
        return HASHER.hash(password)


def password_matches(stored: str | None, password: str) -> bool:
    """Whether the password belongs to the stored hash. Takes as long for an account that does not exist."""
    with AT_ONCE:
        try:
            return HASHER.verify(stored or DUMMY, password) and stored is not None
        except (VerificationError, InvalidHashError):
            return False


def new_key_secret() -> str:
    """The secret half of an API key."""
    return secrets.token_urlsafe(32)


def hash_key_secret(secret: str) -> str:
    """Plain sha256 is enough here: the secret is 256 random bits, which nobody can guess."""
    return hashlib.sha256(secret.encode()).hexdigest()


def key_matches(stored: str, secret: str) -> bool:
    """Compare in constant time."""
    return hmac.compare_digest(stored, hash_key_secret(secret))


DUMMY = HASHER.hash(secrets.token_urlsafe(16))
