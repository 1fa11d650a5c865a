"""Review over days: what is due, what comes, and the day of the interview."""

import datetime
import re
from typing import Annotated, Any

from pydantic import BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from skillprep.adaptive import agenda as core
from skillprep.api.shapes.shape import CandidateName, Shape, without_links
from skillprep.bank.vocabulary import Level

DUE: dict[str, Any] = {
    "question_id": "metric-met-goal-missed",
    "skill": "safety-and-alignment",
    "level": "beginner",
    "minutes": 5,
    "prompt": "Tell me about a time when a number was met and the goal behind it was missed.",
    "points": [
        {
            "id": "names-real-goal",
            "statement": "Says what the number was meant to stand for.",
            "weight": 1.5,
            "state": "missed",
            "answered_on": "2026-11-20",
            "lapses": 1,
            "due_on": "2026-11-21",
        }
    ],
}
EXAMPLE: dict[str, Any] = {
    "today": "2026-11-21",
    "interview": "2026-12-12",
    "due": [DUE],
    "coming": [{"day": "2026-11-24", "points": 3}],
    "resting": 0,
}
ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def iso_day(value: Any) -> Any:
    """A day written as 2026-12-12, and nothing else: pydantic alone would take seconds since 1970 too."""
    try:
        if isinstance(value, str) and ISO_DAY.fullmatch(value):
            return datetime.date.fromisoformat(value)
    except ValueError:
        pass
    raise PydanticCustomError("day", "Give the day as year-month-day, such as 2027-03-12, or null.")


class InterviewRequest(Shape):
    """The day of a candidate's interview."""

    model_config = ConfigDict(json_schema_extra={"example": {"candidate": "student-4711", "day": "2027-03-12"}})

    day: Annotated[
        datetime.date | None,
        BeforeValidator(lambda value: None if value is None else iso_day(value)),
        Field(description="the day, counted in UTC; null forgets it"),
    ]
    candidate: CandidateName | None = None


class DuePoint(Shape):
    """A point to make again."""

    id: str
    statement: str
    weight: float
    state: Annotated[str, Field(description="what the newest answer made of it")]
    answered_on: datetime.date
    lapses: Annotated[int, Field(description="on how many days it was not made")]
    due_on: datetime.date


class DueQuestion(Shape):
    """A question with the points of it that are due."""

    question_id: str
    skill: str
    level: Level
    minutes: int
    prompt: str
    points: Annotated[tuple[DuePoint, ...], Field(description="heaviest first")]


class DayLoad(Shape):
    """How many points fall due on a day."""

    day: datetime.date
    points: int


class Reviews(Shape):
    """What a candidate should answer again, and when."""

    model_config = ConfigDict(json_schema_extra={"example": EXAMPLE})

    today: Annotated[datetime.date, Field(description="the day it is, in UTC")]
    interview: Annotated[datetime.date | None, Field(description="once it has passed it limits nothing")]
    due: Annotated[tuple[DueQuestion, ...], Field(description="most due weight first")]
    coming: Annotated[tuple[DayLoad, ...], Field(description="every later day with something due")]
    resting: Annotated[int, Field(description="points with nothing planned before the interview, which is today")]


def reviews_of(agenda: core.Agenda) -> Reviews:
    """The agenda as it is sent."""
    return Reviews(
        today=agenda.today,
        interview=agenda.interview,
        due=tuple(map(question_of, agenda.due)),
        coming=tuple(DayLoad(day=load.day, points=load.points) for load in agenda.days),
        resting=agenda.resting,
    )


def question_of(due: core.DueQuestion) -> DueQuestion:
    """One question."""
    question = due.question
    return DueQuestion(
        question_id=question.id,
        skill=question.skill,
        level=question.level,
        minutes=question.minutes,
        prompt=without_links(question.prompt),
        points=tuple(map(point_of, due.points)),
    )


def point_of(due: core.DuePoint) -> DuePoint:
    """One point. What is due has a day on which it fell due."""
    return DuePoint(
        id=due.point.id,
        statement=without_links(due.point.statement),
        weight=due.point.weight,
        state=due.card.last.state,
        answered_on=due.card.last.day,
        lapses=due.card.lapses,
        due_on=due.card.due_on or due.card.last.day,
    )
