"""Who may call which route: declared beside every route, enforced before every request."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from flask import Flask, current_app, g, request

from skillprep.actions.check_key import Caller, check_key
from skillprep.errors import NotAllowedError, NotSignedInError
from skillprep.http.owners import owner_id, services


class Who(StrEnum):
    """Who may call a route. A route without a declaration is refused, and a test fails."""

    ANYBODY = "anybody"
    OWNER = "owner"
    KEY = "key"


@dataclass(frozen=True)
class Access:
    """A route's declared policy; `scope` is what a key must have."""

    who: Who
    scope: str = ""


View = TypeVar("View", bound=Callable[..., Any])


def access(who: Who, scope: str = "") -> Callable[[View], View]:
    """Declare a route's policy: put it directly above the function, below the route."""

    def declare(view: View) -> View:
        view.access = Access(who, scope)  # type: ignore[attr-defined]
        return view

    return declare


def access_of(app: Flask, endpoint: str) -> Access | None:
    """The declared policy of an endpoint. Static files are for anybody."""
    if endpoint == "static" or endpoint.endswith(".static"):
        return Access(Who.ANYBODY)
    return getattr(app.view_functions[endpoint], "access", None)


def enforce_access() -> None:
    """Before each request: refuse whoever the route's policy does not name. Unknown addresses go on to their 404."""
    if request.endpoint is None:
        return
    policy = access_of(current_app, request.endpoint)
    if policy is None:
        raise NotAllowedError("This address is closed: it declares no access policy.")
    if policy.who is Who.OWNER:
        owner_id()
    elif policy.who is Who.KEY:
        g.caller = key_caller(policy.scope)


def key_caller(scope: str) -> Caller:
    """Whoever the request's key speaks for. Raises NotSignedInError, or NotAllowedError when the scope is missing."""
    kind, _, key = request.headers.get("Authorization", "").partition(" ")
    if kind.lower() != "bearer" or not key:
        raise NotSignedInError("Send a key: 'Authorization: Bearer sp_live_…'. `skillprep key create` makes one.")
    caller = check_key(services(), key)
    if scope not in caller.scopes:
        raise NotAllowedError(f"This key lacks the scope {scope}.")
    return caller


def caller() -> Caller:
    """The organisation that the current request speaks for; only in routes for keys."""
    found: Caller = g.caller
    return found
