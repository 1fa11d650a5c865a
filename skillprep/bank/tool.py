"""tools.yaml: every tool, framework, law and method that guides and projects name."""

import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import Field, HttpUrl

from skillprep.bank.vocabulary import Line, Slug, Strict


class ToolKind(StrEnum):
    """What sort of thing it is: not everything called a tool can be installed."""

    FRAMEWORK = "framework"
    STANDARD = "standard"
    LAW = "law"
    GUIDANCE = "guidance"
    LIBRARY = "library"
    SERVICE = "service"
    DOCUMENT = "document"
    METHOD = "method"
    RESEARCH = "research"


class ToolStatus(StrEnum):
    """Whether somebody still looks after it."""

    ACTIVE = "active"
    QUIET = "quiet"
    ARCHIVED = "archived"
    SUPERSEDED = "superseded"
    PUBLISHED = "published"


class Tool(Strict):
    """One tool, with when to reach for it and when its facts were last checked."""

    id: Slug
    name: Line
    maker: Line
    kind: ToolKind
    url: HttpUrl
    licence: Line
    status: ToolStatus
    status_note: Line
    last_verified: datetime.date
    verified_by: Annotated[Line, Field(description="what was looked at that day, and what could not be")]
    summary: Annotated[str, Field(min_length=40, max_length=400)]
    use_when: Annotated[str, Field(min_length=30, max_length=400)]
    avoid_when: Annotated[str | None, Field(min_length=20, max_length=400)] = None


class ToolFile(Strict):
    """The whole of tools.yaml."""

    tools: Annotated[tuple[Tool, ...], Field(min_length=1, max_length=400)]
