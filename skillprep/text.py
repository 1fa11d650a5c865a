"""Text that comes from outside: checked once, before anything else looks at it."""

import re
import unicodedata

from skillprep.errors import InvalidInputError

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
"""Control characters but tab and line ends, lone surrogates, bidirectional overrides, and non-characters."""


def checked(unverified_text: str, field: str, max_characters: int) -> str:
    """The text with line ends as \\n, or InvalidInputError that says what to change.

    The limit holds before and after NFKC, because a single ligature such as U+FDFA grows eighteen-fold under it.
    """
    if len(unverified_text) > max_characters:
        raise InvalidInputError(
            f"The text has {len(unverified_text):,} characters; at most {max_characters:,} are taken. Shorten it.",
            field,
        )
    if found := FORBIDDEN.search(unverified_text):
        raise InvalidInputError(
            f"Character {found.start() + 1} is a control character (U+{ord(found.group()):04X}) that cannot be "
            "stored. Remove it, or paste the text as plain text.",
            field,
        )
    if len(unicodedata.normalize("NFKC", unverified_text)) > max_characters:
        raise InvalidInputError("The text holds characters that expand beyond the limit. Use plain letters.", field)
    return unverified_text.replace("\r\n", "\n").replace("\r", "\n")
