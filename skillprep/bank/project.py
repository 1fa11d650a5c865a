"""A project file: a practice project or case study with its steps."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from skillprep.bank.vocabulary import Level, Line, Prose, Slug, Source, Status, Strict, Version


class ProjectKind(StrEnum):
    """Something to build, or a situation to work through."""

    PROJECT = "project"
    CASE_STUDY = "case-study"


class RubricPoint(Strict):
    """What a write-up of a step should show: the same shape of evidence as a question's point."""

    id: Slug
    statement: Annotated[str, Field(min_length=15, max_length=240, description="one idea, checkable in one sentence")]
    phrasings: Annotated[tuple[str, ...], Field(min_length=1, max_length=3, description="as a write-up would say it")]
    advice: Annotated[str, Field(min_length=15, max_length=300, description="what to do when it is missing")]


class Step(Strict):
    """One step: what to do, how to know that it is done, and what its write-up should show."""

    id: Slug
    title: Line
    text: Annotated[str, Field(min_length=30, max_length=900)]
    done_when: Annotated[str, Field(min_length=15, max_length=300)]
    rubric: Annotated[tuple[RubricPoint, ...], Field(max_length=5)] = ()


class Project(Strict):
    """A practice project for one skill and level."""

    id: Slug
    version: Version
    status: Status
    skill: Slug
    level: Level
    kind: ProjectKind
    title: Line
    summary: Annotated[str, Field(min_length=40, max_length=200)]
    scenario: Prose
    hours: Annotated[int, Field(ge=1, le=80, description="a realistic estimate")]
    deliverable: Annotated[str, Field(min_length=20, max_length=300)]
    steps: Annotated[tuple[Step, ...], Field(min_length=3, max_length=8)]
    tools: Annotated[tuple[Slug, ...], Field(max_length=8)] = ()
    sources: Annotated[tuple[Source, ...], Field(max_length=6)] = ()
