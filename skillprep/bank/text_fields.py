"""Which texts a file holds, and what each may contain, by the name of its field."""

from collections.abc import Iterator
from typing import Any

from skillprep.bank.read_yaml import Where
from skillprep.bank.vocabulary import Strict

PARAGRAPHS = frozenset({"definition", "value", "description", "scenario", "note", "text", "prompt"})
"""May hold several paragraphs; every other text is one line."""

SENTENCES = frozenset(
    {"prompt", "testing", "statement", "phrasings", "advice", "text", "one", "three", "five"}
    | {"summary", "definition", "description", "scenario", "meaning", "goal", "instead", "use_when", "avoid_when"}
)
"""Made of whole sentences, so the last one ends like a sentence."""

PLAIN_IN_QUESTION = frozenset({"prompt", "statement", "phrasings", "text"})
"""Embedded or compared with answers, where the brackets of a link would count as words."""

TITLES = frozenset({"title", "short_title", "label", "term", "name", "category", "maker", "publisher", "also"})
"""Shown inside links and headings, which cannot hold another link."""


def texts_of(value: Strict) -> Iterator[tuple[Where, str]]:
    """Every string of a file with its place, except addresses."""
    yield from _strings(value.model_dump(mode="json", exclude_unset=True), ())


def field_name(where: Where) -> str:
    """The name of the field that a text, or the list it stands in, belongs to."""
    return next(part for part in reversed(where) if isinstance(part, str))


def _strings(value: Any, where: Where) -> Iterator[tuple[Where, str]]:
    if isinstance(value, str) and field_name(where) != "url":
        yield where, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _strings(item, (*where, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _strings(item, (*where, index))
