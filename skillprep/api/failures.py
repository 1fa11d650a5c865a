"""Who answers when something fails: problem+json under /api/, the pages' own handlers elsewhere."""

from collections.abc import Callable
from typing import Any

from flask import Flask
from werkzeug.exceptions import HTTPException

from skillprep.api.problem import problem_response
from skillprep.http import is_api

Handler = Callable[[Any], Any]


def handle_failures(app: Flask) -> None:
    """Flask keeps one handler for each exception, so ours goes in front of every handler that the pages registered."""
    handlers = app.error_handler_spec[None]
    for kind in (HTTPException, Exception):
        handlers[None].setdefault(kind, as_flask_does)
    for by_kind in handlers.values():
        for kind, page in by_kind.items():
            by_kind[kind] = in_front_of(page)


def in_front_of(page: Handler) -> Handler:
    """A handler for API and pages; no address belongs to both."""

    def handle(error: Exception) -> Any:
        return problem_response(error) if is_api() else page(error)

    return handle


def as_flask_does(error: Exception) -> Any:
    """Without a page's handler: HTTP errors are responses themselves, others go on to Flask's own 500."""
    if isinstance(error, HTTPException):
        return error
    raise error
