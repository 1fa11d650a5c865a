"""What every resource has in common: its place, its rate limit, how its body is read, and its usual problems."""

import time

from flask import Response, request
from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.tag import Tag

from skillprep.api.body import read_body
from skillprep.api.problem import problems
from skillprep.http import limiter

RATE = "600 per minute"


def resource(name: str, about: str) -> APIBlueprint:
    """An empty resource under /api/v1. Every key shares one rate over all resources."""
    found = APIBlueprint(
        f"api_{name}",
        __name__,
        url_prefix="/api/v1",
        abp_tags=[Tag(name=name, description=about)],
        abp_responses=problems(401, 403, 422, 429, 500, 503),
        operation_id_callback=function_name,
    )
    found.before_request(read_body)
    found.after_request(show_rate)
    limiter.shared_limit(rate, scope="api", key_func=key_id)(found)
    return found


def function_name(name: str, path: str, method: str) -> str:  # noqa: ARG001 - flask-openapi3 names the arguments
    """Operations are called as their functions are."""
    return name


def rate() -> str:
    """The rate of now."""
    return RATE


def key_id() -> str:
    """The public half of the request's key; that the key is valid has been checked by then."""
    return request.headers["Authorization"].split("_")[2]


def show_rate(response: Response) -> Response:
    """Tell the caller how much of its rate is left."""
    limit = limiter.current_limit
    if limit is not None:
        seconds = str(max(1, int(limit.reset_at - time.time())))
        response.headers["RateLimit-Limit"] = str(limit.limit.amount)
        response.headers["RateLimit-Remaining"] = str(limit.remaining)
        response.headers["RateLimit-Reset"] = seconds
        if response.status_code == 429:
            response.headers.setdefault("Retry-After", seconds)
    return response
