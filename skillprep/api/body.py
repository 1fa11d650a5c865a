"""The body of a request, read strictly before flask-openapi3 sees it, which swallows whatever it cannot read."""

import inspect
import json
import math
from typing import Any, NoReturn

from flask import current_app, request
from werkzeug.exceptions import BadRequest, RequestEntityTooLarge, UnsupportedMediaType

from skillprep.errors import InvalidInputError

NUMBER_DIGITS = 40


def read_body() -> None:
    """Refuse a body that is not a JSON object in UTF-8, and any content where the operation takes none."""
    if request.method not in ("POST", "PUT"):
        return
    data, takes = whole_body(), takes_body()
    if not data and not takes:
        return
    if not request.is_json:
        raise UnsupportedMediaType("Send the body as JSON with the header 'Content-Type: application/json'.")
    body = parsed(data)
    if not isinstance(body, dict):
        raise InvalidInputError("The body must be a JSON object.")
    if body and not takes:
        raise InvalidInputError("This operation takes no body. Send none, or {}.")


def whole_body() -> bytes:
    """The body. Raises RequestEntityTooLarge for a chunked one too, which Werkzeug would cut off at the limit."""
    data, limit = request.get_data(), request.max_content_length
    if limit is not None and len(data) >= limit:
        raise RequestEntityTooLarge
    return data


def takes_body() -> bool:
    """Whether the operation declares a body."""
    return "body" in inspect.signature(current_app.view_functions[request.endpoint or ""]).parameters


def parsed(data: bytes) -> Any:
    """The JSON value. Raises BadRequest for what is not JSON and for numbers that no field here could mean."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise BadRequest("The body is not UTF-8.") from None
    try:
        return json.loads(text, parse_constant=constant, parse_int=whole, parse_float=real)
    except RecursionError:
        raise BadRequest("The body is nested too deeply.") from None
    except ValueError as error:
        raise BadRequest(f"The body is not JSON that can be taken: {error}.") from None


def constant(name: str) -> NoReturn:
    """NaN and Infinity are not JSON."""
    raise ValueError(f"{name} is not a JSON number")


def whole(digits: str) -> int:
    """A whole number; thousands of digits would cost time quadratic in their number."""
    if len(digits) > NUMBER_DIGITS:
        raise ValueError(f"a number has more than {NUMBER_DIGITS} digits")
    return int(digits)


def real(digits: str) -> float:
    """A number; 1e999 would become infinite."""
    value = float(digits)
    if not math.isfinite(value):
        raise ValueError("a number is too large")
    return value
