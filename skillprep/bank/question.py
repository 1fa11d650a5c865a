"""A question file: what is asked, what a good answer covers, what it avoids, and how a person would rate it."""

from typing import Annotated

from pydantic import Field

from skillprep.bank.vocabulary import (
    Kind,
    Level,
    Line,
    Minutes,
    Prose,
    Slug,
    Source,
    StarTag,
    Status,
    Strict,
    Version,
)

Statement = Annotated[str, Field(min_length=15, max_length=240, description="one idea, checkable in one sentence")]


class Point(Strict):
    """An expected strategy point: one atomic idea that a good answer expresses."""

    id: Slug
    statement: Statement
    phrasings: Annotated[
        tuple[Statement, ...],
        Field(min_length=2, max_length=9, description="other ways a candidate would really say it"),
    ]
    weight: Annotated[float, Field(ge=0.5, le=3.0, description="importance beside the other points; 1 is usual")]
    expected_from: Annotated[Level, Field(description="the lowest level at which an interviewer expects it")]
    advice: Annotated[str, Field(min_length=15, max_length=300, description="what to do when it was missed")]


class Pitfall(Strict):
    """Something a good answer avoids saying."""

    id: Slug
    statement: Statement
    phrasings: Annotated[tuple[Statement, ...], Field(min_length=1, max_length=6)]
    advice: Annotated[str, Field(min_length=15, max_length=300, description="why it hurts and what to say instead")]


class StarPart(Strict):
    """A stretch of a model answer that plays one STAR role."""

    tag: StarTag
    text: Annotated[str, Field(min_length=15, max_length=1500)]


class ModelAnswer(Strict):
    """A complete answer at one level, in reading order."""

    level: Level
    parts: Annotated[tuple[StarPart, ...], Field(min_length=2, max_length=10)]

    @property
    def text(self) -> str:
        """The whole answer, parts joined by a space."""
        return " ".join(part.text for part in self.parts)


class Anchors(Strict):
    """What a rating of 1, 3 and 5 looks like on the interviewer's five-point scale."""

    one: Annotated[str, Field(min_length=20, max_length=400)]
    three: Annotated[str, Field(min_length=20, max_length=400)]
    five: Annotated[str, Field(min_length=20, max_length=400)]


class Question(Strict):
    """One interview question with everything needed to ask it, score it and coach on it."""

    id: Slug
    version: Version
    status: Status
    skill: Slug
    level: Level
    kind: Kind
    prompt: Annotated[str, Field(min_length=30, max_length=900)]
    testing: Annotated[str, Field(min_length=20, max_length=400, description="what the interviewer is testing")]
    minutes: Minutes
    tags: Annotated[tuple[Slug, ...], Field(min_length=1, max_length=8)]
    points: Annotated[tuple[Point, ...], Field(min_length=4, max_length=8)]
    pitfalls: Annotated[tuple[Pitfall, ...], Field(min_length=1, max_length=4)]
    model_answers: Annotated[tuple[ModelAnswer, ...], Field(min_length=1, max_length=3)]
    probes: Annotated[tuple[Line, ...], Field(min_length=2, max_length=5, description="follow-up questions")]
    anchors: Anchors
    hints: Annotated[tuple[Line, ...], Field(min_length=1, max_length=3, description="mildest first; no giveaways")]
    sources: Annotated[tuple[Source, ...], Field(min_length=1, max_length=6)]
    note: Annotated[Prose | None, Field(description="for authors: open doubts, dated facts")] = None

    def points_at(self, level: Level) -> tuple[Point, ...]:
        """The points expected at `level`: those expected from it or from a lower level."""
        return tuple(point for point in self.points if point.expected_from.rank <= level.rank)
