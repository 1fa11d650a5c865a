"""One line of bytes as a JSON object, or a sentence that says why it is none."""

import json
import math
from typing import Any, NoReturn

from skillprep.errors import InvalidInputError

LINE_BYTES = 1_000_000
"""Far more than an answer with its points needs; bounds what one line can cost."""
NUMBER_DIGITS = 40
UTF8_BOM = b"\xef\xbb\xbf"


def read_object(line: bytes) -> dict[str, Any]:
    """The object on the line. Raises InvalidInputError; refuses what JSON does not know and what nobody can mean."""
    if len(line) > LINE_BYTES:
        raise InvalidInputError(f"the line is longer than {LINE_BYTES:,} bytes")
    try:
        text = line.removeprefix(UTF8_BOM).decode("utf-8")
        found = json.loads(
            text, parse_constant=constant, parse_int=whole, parse_float=real, object_pairs_hook=keys_once
        )
    except UnicodeDecodeError as error:
        raise InvalidInputError(f"byte {error.start + 1} of the line is not UTF-8; save the file as UTF-8") from None
    except RecursionError:
        raise InvalidInputError("the line is nested too deeply") from None
    except json.JSONDecodeError as error:
        raise InvalidInputError(f"not JSON: {error.msg} at character {error.pos + 1}") from None
    if not isinstance(found, dict):
        raise InvalidInputError('the line must be one JSON object: {"id": ..., "question": ..., ...}')
    return found


def constant(name: str) -> NoReturn:
    """NaN and Infinity are not JSON."""
    raise InvalidInputError(f"{name} is not a JSON number; leave the key out, or write null")


def whole(digits: str) -> int:
    """A whole number; thousands of digits would cost time quadratic in their number."""
    if len(digits) > NUMBER_DIGITS:
        raise InvalidInputError(f"a number has more than {NUMBER_DIGITS} digits")
    return int(digits)


def real(digits: str) -> float:
    """A number; 1e999 would become infinite."""
    value = float(digits)
    if not math.isfinite(value):
        raise InvalidInputError("a number is too large")
    return value


def keys_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The object; of a key that stands twice nobody knows which value is meant."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise InvalidInputError(f"the key {twice[:40]!r} stands twice in one object")
    return found
