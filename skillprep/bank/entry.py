"""One file of the bank that fits its model, with the line of each of its values."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, TypeVar

from pydantic import ValidationError

from skillprep.bank.labelled import AnswerFile
from skillprep.bank.problem import Problem
from skillprep.bank.read_yaml import Document, Where, YamlError, read_yaml
from skillprep.bank.rules import RULES
from skillprep.bank.vocabulary import Strict

Model = TypeVar("Model", bound=Strict)


@dataclass(frozen=True)
class Entry:
    """`file` is the path relative to the bank's directory."""

    file: str
    value: Strict
    lines: Mapping[Where, int]

    @property
    def id(self) -> str:
        """What the file must be named after; "" for tools.yaml and glossary.yaml."""
        if isinstance(self.value, AnswerFile):
            return self.value.question
        return getattr(self.value, "id", "")

    @property
    def stem(self) -> str:
        return PurePosixPath(self.file).stem

    def problem(self, rule: str, where: Where, finding: str) -> Problem:
        """A finding at a place of this file, followed by what to do about it."""
        return problem_at(self.file, line_of(self.lines, where), rule, finding)


def problem_at(file: str, line: int, rule: str, finding: str) -> Problem:
    return Problem(file, line, rule, f"{finding} {RULES[rule]}")


def line_of(lines: Mapping[Where, int], where: Where) -> int:
    """The line of a value, or of what it would have been in: a missing key has no line of its own."""
    while where and where not in lines:
        where = where[:-1]
    return lines.get(where, 1)


def values_of(entries: Iterable[Entry], model: type[Model]) -> list[Model]:
    """The values that are of one model."""
    return [entry.value for entry in entries if isinstance(entry.value, model)]


def read_entry(file: str, text: str, model: type[Strict]) -> Entry | list[Problem]:
    """The entry, or everything that keeps the text from being one."""
    try:
        document = read_yaml(text)
    except YamlError as error:
        return [problem_at(file, error.line, "yaml", str(error))]
    try:
        return Entry(file, _validated(document.data, model), document.lines)
    except ValidationError as error:
        return [_model_problem(file, document, detail) for detail in _causes(error)]


def _validated(data: Any, model: type[Strict]) -> Strict:
    # Strict models refuse "2026-11-21" for a date and "ready" for an enum when given as Python values, but not as JSON.
    return model.model_validate_json(json.dumps(data, allow_nan=False))


def _causes(error: ValidationError) -> list[Any]:
    """The errors without those that others bring about: a list seems too short when one of its items is invalid."""
    details = error.errors(include_url=False, include_input=False)
    above = {detail["loc"][:length] for detail in details for length in range(len(detail["loc"]))}
    return [detail for detail in details if detail["type"] != "too_short" or detail["loc"] not in above]


def _model_problem(file: str, document: Document, detail: Any) -> Problem:
    where = tuple(detail["loc"])
    name = ".".join(str(part) for part in where) or "The file"
    return problem_at(file, line_of(document.lines, where), "model", f"{name}: {detail['msg']}.")
