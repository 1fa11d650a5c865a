"""A blueprint's text (YAML or JSON) as a value, with every mistake named by its line."""

import json
from typing import Any

from pydantic import ValidationError

from skillprep.bank.read_yaml import Where, YamlError, read_yaml
from skillprep.errors import InvalidInputError
from skillprep.sets.blueprint import Blueprint

SHOWN = 8


def read_blueprint(text: str) -> Blueprint:
    """The blueprint. Raises InvalidInputError that lists what to change, line by line."""
    try:
        document = read_yaml(text)
    except YamlError as error:
        raise InvalidInputError(f"Line {error.line}: {error}", "blueprint") from error
    if not isinstance(document.data, dict):
        raise InvalidInputError("A blueprint is a list of wishes, such as “questions: 6”.", "blueprint")
    try:
        return Blueprint.model_validate_json(json.dumps(document.data, allow_nan=False))
    except ValidationError as error:
        lines = [f"Line {line}: {words}" for line, words in mistakes(error, dict(document.lines))]
        raise InvalidInputError(" ".join(lines), "blueprint") from error


def mistakes(error: ValidationError, lines: dict[Where, int]) -> list[tuple[int, str]]:
    """Each mistake with its line and in words, in order."""
    found = [(line_of(lines, tuple(one["loc"])), in_words(one)) for one in error.errors(include_url=False)]
    return sorted(set(found))[:SHOWN]


def line_of(lines: dict[Where, int], where: tuple[Any, ...]) -> int:
    """The line of a value, or of what it stands in."""
    while where and where not in lines:
        where = where[:-1]
    return lines.get(where, 1)


def in_words(detail: Any) -> str:
    """One mistake: where it stands and what is wrong with it."""
    place = ".".join(str(part) for part in detail["loc"] if part != "[key]")
    return f"{place}: {detail['msg'].rstrip('.')}." if place else f"{detail['msg'].rstrip('.')}."
