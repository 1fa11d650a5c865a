"""Questions as a candidate may see them: without points, pitfalls, model answers and anchors."""

from typing import Annotated, Any

from pydantic import ConfigDict, Field

from skillprep.api.shapes.shape import Shape, without_links
from skillprep.bank import question as bank
from skillprep.bank.vocabulary import Kind, Level

EXAMPLE: dict[str, Any] = {
    "id": "metric-met-goal-missed",
    "version": 1,
    "skill": "safety-and-alignment",
    "level": "beginner",
    "kind": "behavioural",
    "prompt": "Tell me about a time when a system met its metric and missed its goal.",
    "testing": "Whether you notice that a proxy has come apart from what people wanted.",
    "minutes": 4,
    "tags": ["goodhart", "metrics"],
    "hints": ["Begin with what the number was meant to stand for."],
}


class Question(Shape):
    """A question to put to a candidate."""

    model_config = ConfigDict(json_schema_extra={"example": EXAMPLE})

    id: str
    version: Annotated[int, Field(description="rises when the meaning changes")]
    skill: Annotated[str, Field(description="the skill's id")]
    level: Level
    kind: Kind
    prompt: str
    testing: Annotated[str, Field(description="what the interviewer is testing")]
    minutes: Annotated[int, Field(description="time for the answer")]
    tags: tuple[str, ...]
    hints: Annotated[tuple[str, ...], Field(description="mildest first")]


class QuestionList(Shape):
    """Some of the questions that fit."""

    model_config = ConfigDict(json_schema_extra={"example": {"questions": [EXAMPLE], "total": 1, "next": None}})

    questions: Annotated[tuple[Question, ...], Field(description="by skill, level and id")]
    total: Annotated[int, Field(description="how many fit, on all pages together")]
    next: Annotated[str | None, Field(description="the cursor of the next page; null on the last")]


def question_of(question: bank.Question) -> Question:
    """The question without anything that would give its answer away."""
    return Question(
        id=question.id,
        version=question.version,
        skill=question.skill,
        level=question.level,
        kind=question.kind,
        prompt=without_links(question.prompt),
        testing=without_links(question.testing),
        minutes=question.minutes,
        tags=question.tags,
        hints=tuple(without_links(hint) for hint in question.hints),
    )
