"""Links to the glossary inside a text: [[term-id]] or [[term-id|words shown]]."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LINK = re.compile(r"\[\[([a-z0-9-]+)(?:\|([^\[\]|\n]+))?\]\]", re.ASCII)
_BRACKETS = re.compile(r"\[\[|\]\]")


@dataclass(frozen=True)
class GlossaryLink:
    """`text[start:end]` is the link; `words` are shown for it, or the term's own name when None."""

    term_id: str
    words: str | None
    start: int
    end: int


def glossary_links(text: str) -> Iterator[GlossaryLink]:
    """The well-formed links, in order."""
    for found in _LINK.finditer(text):
        yield GlossaryLink(found[1], found[2], found.start(), found.end())


def has_broken_link(text: str) -> bool:
    """Whether double brackets are left over that belong to no link."""
    return _BRACKETS.search(_LINK.sub("", text)) is not None
