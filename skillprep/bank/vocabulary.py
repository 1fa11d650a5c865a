"""Words and small types that every bank file shares: levels, kinds, slugs, prose, sources."""

import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, HttpUrl


class Level(StrEnum):
    """Career level, lowest first. `Level.rank` orders them; the names themselves sort alphabetically."""

    BEGINNER = "beginner"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"

    @property
    def rank(self) -> int:
        """0 for beginner, 1 for intermediate, 2 for advanced."""
        return RANKS[self]


RANKS = {level: rank for rank, level in enumerate(Level)}


class Kind(StrEnum):
    """What sort of interview question it is."""

    BEHAVIOURAL = "behavioural"
    TECHNICAL = "technical"
    CASE = "case"


class Status(StrEnum):
    """Where a file stands in review. Only `ready` is served; `retired` stays so that old scores can be read."""

    DRAFT = "draft"
    REVIEW = "review"
    READY = "ready"
    RETIRED = "retired"


class StarTag(StrEnum):
    """Part of a STAR answer."""

    SITUATION = "situation"
    TASK = "task"
    ACTION = "action"
    RESULT = "result"


Slug = Annotated[
    str,
    Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", min_length=2, max_length=60, description="lower-case-with-hyphens"),
]
Line = Annotated[str, Field(min_length=3, max_length=300, description="one line of plain text")]
Prose = Annotated[
    str,
    Field(
        min_length=20,
        max_length=4000,
        description=(
            "plain paragraphs separated by blank lines; [[term-id]] or [[term-id|words shown]] links the glossary"
        ),
    ),
]
Minutes = Annotated[int, Field(ge=1, le=60)]
Version = Annotated[int, Field(ge=1, le=9999, description="raise it when the meaning changes")]


class Strict(BaseModel):
    """A value of a bank file: unknown keys are refused, types are never coerced, values never change."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, str_strip_whitespace=True)


class Source(Strict):
    """Where a fact comes from and what it supports."""

    title: Line
    publisher: Line
    url: HttpUrl
    supports: Line
    checked_on: Annotated[
        datetime.date | None, Field(description="the day an author last read the source itself; null when from memory")
    ]
