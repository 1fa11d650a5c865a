"""Errors as HTTP statuses, once for pages and JSON."""

from flask import request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from skillprep.errors import (
    BankError,
    ConflictError,
    InvalidInputError,
    NotAllowedError,
    NotFoundError,
    NotSignedInError,
    ScorerUnavailableError,
    TooManyAttemptsError,
)

STATUS: dict[type[Exception], int] = {
    InvalidInputError: 422,
    NotSignedInError: 401,
    NotAllowedError: 403,
    NotFoundError: 404,
    ConflictError: 409,
    TooManyAttemptsError: 429,
    ScorerUnavailableError: 503,
    BankError: 503,
    OperationalError: 503,
    PoolTimeoutError: 503,
}

limiter = Limiter(key_func=get_remote_address)


def is_api() -> bool:
    """Whether this request wants problem+json rather than a page."""
    return request.path.startswith("/api/")


def public_message(error: Exception) -> str:
    """What the caller may read. A database's own words stay in the log."""
    if isinstance(error, OperationalError | PoolTimeoutError):
        return "The database does not answer at the moment. Nothing that was acknowledged is lost; try again shortly."
    return str(error)
