"""Long lists in pages: an opaque signed cursor, bound to the list it came from."""

from collections.abc import Sequence
from typing import Annotated, Any
from urllib.parse import urlencode

from flask import current_app, request
from itsdangerous import BadData, URLSafeSerializer
from pydantic import Field

from skillprep.api.shapes.shape import Shape, cleaned
from skillprep.errors import InvalidInputError


class PageQuery(Shape):
    """Which part of a list."""

    limit: Annotated[
        int, Field(strict=False, ge=1, le=100, description="at most this many", json_schema_extra={"example": 20})
    ] = 20
    cursor: Annotated[
        str | None,
        cleaned(400),
        Field(max_length=400, description="`next` of the page before; leave it out for the first page"),
    ] = None


def cursor_to(place: Sequence[str], *bound_to: str | None) -> str:
    """A cursor for going on after `place` in the list that `bound_to` describes."""
    return str(serializer(bound_to).dumps(list(place)))


def place_of(unverified_cursor: str, *bound_to: str | None) -> Any:
    """The place that a cursor names. Raises InvalidInputError when it was not made for this very list."""
    try:
        return serializer(bound_to).loads(unverified_cursor)
    except BadData:
        raise InvalidInputError("This cursor belongs to another list. Start with the first page.", "cursor") from None


def serializer(bound_to: Sequence[str | None]) -> URLSafeSerializer:
    """Signs with a salt of its own for each owner and filter."""
    return URLSafeSerializer(str(current_app.secret_key), salt="\n".join(["api-cursor", *map(repr, bound_to)]))


def link_to(cursor: str | None) -> dict[str, str]:
    """The header that names the next page. Its address is relative, so it holds behind any proxy."""
    if cursor is None:
        return {}
    query = {**request.args.to_dict(), "cursor": cursor}
    return {"Link": f'<{request.path}?{urlencode(query)}>; rel="next"'}
