"""Error pages that say what happened and what to do next, and give back whatever text was being sent."""

import logging
from urllib.parse import urlsplit

from flask import Flask, g, jsonify, make_response, render_template, request
from flask.typing import ResponseReturnValue
from flask_limiter import RateLimitExceeded
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException

from skillprep.errors import SkillPrepError, TooManyAttemptsError
from skillprep.http import STATUS, public_message
from skillprep.web.addresses import local_address

log = logging.getLogger(__name__)

TITLES = {
    400: "This request could not be read",
    401: "Please sign in again",
    403: "This is not open to you",
    404: "There is nothing here",
    405: "This address takes no such request",
    409: "This has changed meanwhile",
    413: "This is too long",
    414: "This address is too long",
    415: "This format is not taken",
    422: "Something needs changing",
    429: "A little slower, please",
    500: "Something went wrong on our side",
    503: "Not available at the moment",
}
WORDS = {
    400: "Go back, reload the page and try again.",
    404: "The address may have a typing mistake, or the page belongs to somebody else.",
    405: "Go back and use the buttons of the page.",
    413: "An answer may have 20,000 characters. Shorten it and send it again.",
    414: "Shorten the search or the link.",
    415: "Use the form of the page.",
    500: "The mistake is in the log with the number below. Answers you submitted and drafts marked as saved are kept.",
}
CSRF_WORDS = (
    "The page was open for so long, or you signed in or out elsewhere meanwhile, that its form is no longer valid. "
    "Reload it and send it again."
)
RETRY_SECONDS = 60


def register(app: Flask) -> None:
    """Turn every error into a page, or into JSON for the page's own script."""
    app.register_error_handler(SkillPrepError, known)
    app.register_error_handler(OperationalError, known)
    app.register_error_handler(HTTPException, from_http)
    app.register_error_handler(Exception, unknown)


def known(error: Exception) -> ResponseReturnValue:
    """An error that SkillPrep raised on purpose, or a database that does not answer."""
    status = next((code for kind, code in STATUS.items() if isinstance(error, kind)), 400)
    if isinstance(error, OperationalError):
        log.error("database_unavailable", exc_info=error)
    seconds = error.retry_after_seconds if isinstance(error, TooManyAttemptsError) else RETRY_SECONDS
    return answer(status, public_message(error), seconds)


def from_http(error: HTTPException) -> ResponseReturnValue:
    """An error of the web server itself: unknown address, body too large, form out of date, too many requests."""
    status = error.code or 500
    if isinstance(error, CSRFError):
        return answer(status, CSRF_WORDS)
    if isinstance(error, RateLimitExceeded):
        return answer(status, "There were many attempts in a short time. Wait a minute, then try again.")
    if status < 400:
        return error.get_response()
    return answer(status, WORDS.get(status, error.description or ""))


def unknown(error: Exception) -> ResponseReturnValue:
    """A mistake of ours. Its details go to the log, never to the page."""
    log.error("unexpected_error", exc_info=error, extra={"request_id": g.get("request_id")})
    return answer(500, WORDS[500])


def answer(status: int, message: str, seconds: int = RETRY_SECONDS) -> ResponseReturnValue:
    """The page or the JSON; 429 and 503 say when to come back."""
    if status >= 500:
        # The frame must not ask the database who is visiting when that database may be what failed.
        g.owner = None
    if wants_json():
        response = make_response(jsonify(error=message), status)
    else:
        page = render_template(
            "error.html",
            status=status,
            title=TITLES.get(status, TITLES[400 if status < 500 else 500]),
            message=message,
            kept=request.form.get("text", "") if status != 413 else "",
            way_back=way_back(),
            request_id=g.get("request_id", ""),
        )
        response = make_response(page, status)
    if status in (429, 503):
        response.headers["Retry-After"] = str(seconds)
    return response


def way_back() -> str:
    """The page that the visitor was on: this one, or the one whose form was sent."""
    if request.method == "GET":
        return request.full_path.rstrip("?")
    referrer = urlsplit(request.referrer or "")
    return local_address(referrer.path if referrer.netloc == request.host else "", "/")


def wants_json() -> bool:
    """Whether a script asked, rather than a person."""
    return request.is_json or request.accept_mimetypes.best == "application/json"
