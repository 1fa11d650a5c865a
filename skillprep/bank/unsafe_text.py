"""Characters that have no business in a bank file because they hide, reorder or break what a reader sees."""

import re
import unicodedata

_UNSAFE = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters other than tab and line ends
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks and overrides of the writing direction
    "\u2028\u2029"  # line ends that editors do not show
    "\ud800-\udfff"  # halves of a character
    "\ufeff\ufffe\uffff"  # byte order marks and non-characters
    "]"
)


def find_unsafe(text: str) -> int | None:
    """Offset of the first unsafe character."""
    found = _UNSAFE.search(text)
    return found.start() if found else None


def character_name(character: str) -> str:
    """Such as `U+202E RIGHT-TO-LEFT OVERRIDE`."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()
