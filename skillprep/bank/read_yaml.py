"""YAML restricted to JSON's types, with the line of every value.

libyaml's events are turned into values in one pass that stops at the first thing a bank file may not contain, so an
alias bomb or a deep nest costs no more than the text up to it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml
from yaml import events

from skillprep.bank.unsafe_text import character_name, find_unsafe
from skillprep.bank.yaml_scalar import plain_value
from skillprep.errors import BankError

MAX_BYTES = 256 * 1024
MAX_DEPTH = 12
MAX_NODES = 20_000

Where = tuple[str | int, ...]
"""Keys and list indices from the top of the file."""


class YamlError(BankError):
    """The text is not YAML of the permitted kind; `line` is 1-based."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True)
class Document:
    """The values of a YAML text (JSON's types only) and the 1-based line where each of them begins."""

    data: Any
    lines: Mapping[Where, int]


def read_yaml(text: str) -> Document:
    """Read one document; YamlError names the first thing that is not permitted and its line."""
    _check_text(text)
    reader = _Reader(text)
    try:
        return Document(reader.document(), reader.lines)
    except yaml.MarkedYAMLError as error:
        # libyaml puts what is missing at the end on the line after the last.
        last_line = text.count("\n") + 1
        mark_line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise YamlError(f"Not YAML: {error.problem}.", min(mark_line, last_line)) from None
    except yaml.YAMLError as error:
        raise YamlError(f"Not YAML: {error}.", 1) from None


def _check_text(text: str) -> None:
    # Counting characters first spares the encoding of a text that is far too long.
    if len(text) > MAX_BYTES or len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        raise YamlError(f"The text is longer than {MAX_BYTES // 1024} KiB.", 1)
    offset = find_unsafe(text)
    if offset is not None:
        line = text.count("\n", 0, offset) + 1
        raise YamlError(f"The character {character_name(text[offset])} is not permitted.", line)


def _line(event: events.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


class _Reader:
    """Turns events into values. Recursion is safe because depth is bounded."""

    def __init__(self, text: str) -> None:
        self.lines: dict[Where, int] = {}
        self._nodes = 0
        self._events: Iterator[events.Event] = iter(yaml.parse(text, Loader=yaml.CSafeLoader))

    def document(self) -> Any:
        next(self._events)
        if not isinstance(next(self._events), events.DocumentStartEvent):
            raise YamlError("The file is empty.", 1)
        self.lines[()] = 1
        value = self._value(next(self._events), ())
        next(self._events)
        after = next(self._events)
        if not isinstance(after, events.StreamEndEvent):
            raise YamlError("The file holds a second document.", _line(after))
        return value

    def _value(self, event: events.Event, where: Where) -> Any:
        self._admit(event, where)
        if isinstance(event, events.ScalarEvent):
            return _scalar(event)
        if isinstance(event, events.SequenceStartEvent):
            return self._sequence(where)
        return self._mapping(where)

    def _admit(self, event: events.Event, where: Where) -> None:
        """Refuse what JSON has no word for, and what is too much."""
        self._nodes += 1
        if isinstance(event, events.AliasEvent):
            raise YamlError("Aliases (*name) are not permitted; write the value again.", _line(event))
        if getattr(event, "anchor", None) is not None:
            raise YamlError("Anchors (&name) are not permitted.", _line(event))
        if getattr(event, "tag", None) is not None:
            raise YamlError("Tags (!name) are not permitted.", _line(event))
        if len(where) > MAX_DEPTH:
            raise YamlError(f"Values are nested more than {MAX_DEPTH} deep.", _line(event))
        if self._nodes > MAX_NODES:
            raise YamlError(f"The file holds more than {MAX_NODES} values.", _line(event))

    def _sequence(self, where: Where) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self._events), events.SequenceEndEvent):
            item_where = (*where, len(items))
            self.lines[item_where] = _line(event)
            items.append(self._value(event, item_where))
        return items

    def _mapping(self, where: Where) -> dict[str, Any]:
        entries: dict[str, Any] = {}
        while not isinstance(event := next(self._events), events.MappingEndEvent):
            key = self._key(event, where)
            if key in entries:
                raise YamlError(f"The key {key!r} is here twice.", _line(event))
            self.lines[*where, key] = _line(event)
            entries[key] = self._value(next(self._events), (*where, key))
        return entries

    def _key(self, event: events.Event, where: Where) -> str:
        self._admit(event, where)
        key = _scalar(event) if isinstance(event, events.ScalarEvent) else None
        if not isinstance(key, str):
            raise YamlError("A key must be a string; quote it.", _line(event))
        return key


def _scalar(event: events.ScalarEvent) -> Any:
    text = event.value
    # The text was searched already, but escapes such as "\u202e" only become characters here.
    offset = find_unsafe(text)
    if offset is not None:
        raise YamlError(f"The character {character_name(text[offset])} is not permitted.", _line(event))
    is_plain = event.implicit[0]
    try:
        return plain_value(text) if is_plain else text
    except ValueError as error:
        raise YamlError(str(error), _line(event)) from None
