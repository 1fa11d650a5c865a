"""Everything that goes wrong, as problem+json: one function for every error."""

import logging
from collections.abc import Mapping
from typing import Any, NamedTuple

from flask import Response, g, request
from flask_openapi3.types import ResponseDict
from pydantic import ValidationError
from werkzeug.exceptions import HTTPException

from skillprep.api.reply import as_json
from skillprep.api.shapes.problem import FieldProblem, Problem
from skillprep.errors import InvalidInputError, TooManyAttemptsError
from skillprep.http import STATUS, public_message

log = logging.getLogger(__name__)

ERRORS_MAX = 20
POINTER_MAX = 200
RETRY_SECONDS = 5


class Sort(NamedTuple):
    """A sort of problem: the last part of its URI, its title, and words for when the error brings none of its own."""

    slug: str
    title: str
    detail: str = ""


SORTS = {
    400: Sort("bad-request", "The request cannot be read"),
    401: Sort("not-signed-in", "A valid key is needed"),
    403: Sort("not-allowed", "The key does not permit this"),
    404: Sort("not-found", "There is nothing here", "There is nothing at this address for your organisation."),
    405: Sort("method-not-allowed", "This address does not take this method", "The header Allow lists what it takes."),
    409: Sort("conflict", "It has moved on meanwhile"),
    413: Sort("too-large", "The body is too large", "A body may have 512 KiB, an answer 20,000 characters."),
    415: Sort("unsupported-media-type", "The body is not JSON"),
    422: Sort("invalid-input", "Something in the request needs changing"),
    429: Sort("too-many-requests", "Too many requests", "The header Retry-After says for how many seconds to wait."),
    500: Sort("internal", "A mistake of ours", "It is in our log under the request id. Nothing acknowledged is lost."),
    503: Sort("unavailable", "Not available at the moment"),
}
"""The status decides the type. Additions are fine; a published type never changes."""


def problem_response(error: Exception) -> Response:
    """The response for any exception: ours, the web server's, or a mistake, whose details stay in the log."""
    if isinstance(error, HTTPException):
        return from_http(error)
    status = next((STATUS[kind] for kind in type(error).__mro__ if kind in STATUS), 500)
    if status >= 500:
        log.error("request_failed", exc_info=error, extra={"request_id": request_id(), "status": status})
    if status == 500:
        return problem(500, SORTS[500].detail)
    message = public_message(error)
    errors = (field_problem(error.field, message),) if isinstance(error, InvalidInputError) and error.field else ()
    return problem(status, message, errors, headers_of(error, status))


def from_http(error: HTTPException) -> Response:
    """An error of the web server itself: unknown address or method, body too large or unreadable, too many requests."""
    status = error.code or 500
    sort = SORTS.get(status)
    headers = {name: value for name, value in error.get_headers() if name not in ("Content-Type", "Content-Length")}
    return problem(status, (sort and sort.detail) or error.description or error.name, (), headers)


def validation_problem(error: ValidationError) -> Response:
    """What does not fit the request's model. Inputs are not echoed: they may be huge, or personal."""
    found = error.errors(include_url=False, include_context=False, include_input=False)[:ERRORS_MAX]
    errors = tuple(field_problem("/".join(map(escaped, one["loc"])), one["msg"]) for one in found)
    return problem(422, errors[0].detail if len(errors) == 1 else "See errors.", errors)


def field_problem(path: str, detail: str) -> FieldProblem:
    """One thing to change. A GET has no body, so what is wrong there stands in its query."""
    return FieldProblem(source="query" if request.method == "GET" else "body", pointer=f"/{path}", detail=detail)


def escaped(part: int | str) -> str:
    """A part of a JSON pointer; unprintable characters of a made-up name become visible escapes."""
    visible = str(part).encode("unicode_escape").decode("ascii")[:POINTER_MAX]
    return visible.replace("~", "~0").replace("/", "~1")


def headers_of(error: Exception, status: int) -> dict[str, str]:
    """How to sign in, or when to come back."""
    if status == 401:
        return {"WWW-Authenticate": 'Bearer realm="skillprep"'}
    if isinstance(error, TooManyAttemptsError):
        return {"Retry-After": str(error.retry_after_seconds)}
    return {"Retry-After": str(RETRY_SECONDS)} if status == 503 else {}


def problem(
    status: int, detail: str, errors: tuple[FieldProblem, ...] = (), headers: Mapping[str, str] | None = None
) -> Response:
    """The response."""
    sort = SORTS.get(status)
    body = Problem(
        type=f"urn:skillprep:problem:{sort.slug}" if sort else "about:blank",
        title=sort.title if sort else detail,
        status=status,
        detail=detail,
        request_id=request_id(),
        errors=errors,
    )
    return as_json(body, status, headers, "application/problem+json")


def request_id() -> str:
    """The request's id in the log."""
    return str(g.get("request_id", ""))


def problems(*statuses: int) -> ResponseDict:
    """These problems as the OpenAPI document declares them."""
    return {status: declared(SORTS[status]) for status in statuses}


def declared(sort: Sort) -> dict[str, Any]:
    """One problem as the OpenAPI document declares it."""
    schema = {"$ref": f"#/components/schemas/{Problem.__name__}"}
    return {"description": sort.title, "content": {"application/problem+json": {"schema": schema}}}
