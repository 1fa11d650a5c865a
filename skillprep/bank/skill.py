"""A skill file: the guide page that teaches it."""

from typing import Annotated

from pydantic import Field

from skillprep.bank.vocabulary import Level, Line, Prose, Slug, Source, Status, Strict, Version

Text = Annotated[str, Field(min_length=20, max_length=700)]


class Statistic(Strict):
    """A figure of the guide with its meaning in words and where it comes from."""

    id: Slug
    label: Line
    value: Annotated[str, Field(min_length=1, max_length=24, description="as shown, e.g. '9.0 of 10'")]
    meaning: Text
    origin: Annotated[
        str, Field(min_length=10, max_length=300, description="source and date, or an honest 'unpublished'")
    ]


class LearningStep(Strict):
    """One thing to learn, in the order given."""

    title: Line
    text: Text


class Mistake(Strict):
    """The mistake people make at a level and what to do instead."""

    title: Line
    text: Text
    instead: Text


class LearningLevel(Strict):
    """What to learn at one level."""

    level: Level
    goal: Text
    steps: Annotated[tuple[LearningStep, ...], Field(min_length=3, max_length=7)]
    mistake: Mistake
    practice: Annotated[tuple[Text, ...], Field(min_length=2, max_length=5)]


class ToolGroup(Strict):
    """Tools used for the same job within this skill."""

    title: Line
    use: Text
    tools: Annotated[tuple[Slug, ...], Field(min_length=2, max_length=12)]


class Skill(Strict):
    """A skill and its guide."""

    id: Slug
    version: Version
    status: Status
    order: Annotated[int, Field(ge=1, le=999, description="place in lists")]
    title: Line
    short_title: Annotated[str, Field(min_length=5, max_length=40)]
    category: Line
    summary: Annotated[str, Field(min_length=40, max_length=200, description="one sentence for cards and search")]
    definition: Prose
    value: Annotated[Prose, Field(description="what it is worth to an organisation")]
    statistics: Annotated[tuple[Statistic, ...], Field(min_length=4, max_length=6)]
    levels: Annotated[tuple[LearningLevel, ...], Field(min_length=3, max_length=3)]
    tool_groups: Annotated[tuple[ToolGroup, ...], Field(min_length=1, max_length=6)]
    sources: Annotated[tuple[Source, ...], Field(min_length=2, max_length=12)]
