"""What an unquoted YAML scalar means: YAML 1.2's core schema cut down to JSON, so `no` and 2026-11-21 stay strings."""

import math
import re

Scalar = str | int | float | bool | None

_WORDS: dict[str, bool | None] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_INTEGER = re.compile(r"[-+]?[0-9]+", re.ASCII)
_FLOAT = re.compile(r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+|[0-9]+(?=[eE]))(?:[eE][-+]?[0-9]+)?", re.ASCII)
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)", re.ASCII)

MAX_NUMBER_CHARACTERS = 20
"""Beyond this a number is a slip or an attack: JSON readers lose digits, and int() is quadratic, then refuses."""


def plain_value(text: str) -> Scalar:
    """The value of an unquoted scalar; ValueError with a sentence when JSON has no such number."""
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(_short(text))
    if _FLOAT.fullmatch(text):
        return _finite(float(_short(text)))
    if _NOT_FINITE.fullmatch(text):
        raise ValueError(f"{text} is not a number that JSON knows.")
    return text


def _short(text: str) -> str:
    if len(text) > MAX_NUMBER_CHARACTERS:
        raise ValueError(f"A number of {len(text)} characters is too long; quote it if it is meant as text.")
    return text


def _finite(value: float) -> float:
    if not math.isfinite(value):
        raise ValueError("The number is too large.")
    return value
