"""A career file: a job and the skills it needs."""

from typing import Annotated

from pydantic import Field

from skillprep.bank.vocabulary import Level, Line, Prose, Slug, Source, Status, Strict, Version


class CareerSkill(Strict):
    """A skill that the job needs, to which level and why."""

    skill: Slug
    level: Level
    why: Annotated[str, Field(min_length=20, max_length=300)]


class Career(Strict):
    """A job that needs skills of the bank."""

    id: Slug
    version: Version
    status: Status
    title: Line
    summary: Annotated[str, Field(min_length=40, max_length=300)]
    description: Prose
    tasks: Annotated[tuple[Line, ...], Field(min_length=3, max_length=10)]
    skills: Annotated[tuple[CareerSkill, ...], Field(min_length=1, max_length=12)]
    sources: Annotated[tuple[Source, ...], Field(max_length=6)] = ()
