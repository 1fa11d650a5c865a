"""Sittings: what is asked for, and what comes back."""

import datetime
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field

from skillprep.actions.start_sitting import LENGTH_MAX
from skillprep.api.shapes import turn as shown
from skillprep.api.shapes.shape import CandidateName, LevelName, Shape
from skillprep.bank.bank import Bank
from skillprep.bank.vocabulary import Level
from skillprep.store.queries import SittingView

WISH: dict[str, Any] = {
    "skill": "safety-and-alignment",
    "level": "beginner",
    "length": 5,
    "adaptive": True,
    "purpose": "education",
    "candidate": "student-4711",
}
CARD: dict[str, Any] = {
    "id": "0f8c1d5e9b7a4c62a1d3e5f708192a3b",
    **WISH,
    "started_at": "2026-11-21T09:00:00Z",
    "finished_at": None,
    "answered": 0,
}
EXAMPLE: dict[str, Any] = {**CARD, "questions": [shown.EXAMPLE]}


class SittingRequest(Shape):
    """What to practise, and who."""

    model_config = ConfigDict(json_schema_extra={"example": WISH})

    skill: Annotated[str, Field(min_length=2, max_length=60, description="the skill's id")]
    level: LevelName
    length: Annotated[int, Field(ge=1, le=LENGTH_MAX, description="how many questions")] = 5
    adaptive: Annotated[bool, Field(description="whether the level follows the answers")] = True
    purpose: Annotated[
        Literal["practice", "education", "hiring"], Field(description="practice is never used for hiring")
    ] = "practice"
    candidate: CandidateName | None = None


class SittingCard(Shape):
    """A sitting in a list."""

    id: str
    candidate: str | None
    skill: str
    level: Annotated[Level, Field(description="the level it began at")]
    adaptive: bool
    purpose: str
    length: int
    started_at: datetime.datetime
    finished_at: Annotated[datetime.datetime | None, Field(description="null while it goes on")]
    answered: Annotated[int, Field(description="how many answers were handed in")]


class SittingList(Shape):
    """Some of your organisation's sittings."""

    model_config = ConfigDict(json_schema_extra={"example": {"sittings": [CARD], "next": None}})

    sittings: Annotated[tuple[SittingCard, ...], Field(description="newest first")]
    next: Annotated[str | None, Field(description="the cursor of the next page; null on the last")]


class Sitting(SittingCard):
    """A sitting with everything in it."""

    model_config = ConfigDict(json_schema_extra={"example": EXAMPLE})

    questions: Annotated[tuple[shown.Turn, ...], Field(description="in the order asked")]


class NextQuestion(Shape):
    """How the sitting goes on."""

    model_config = ConfigDict(json_schema_extra={"example": {"finished": False, "question": shown.EXAMPLE}})

    finished: Annotated[bool, Field(description="true when there is no next question")]
    question: Annotated[shown.Turn | None, Field(description="the question to answer now")]


def card_of(sitting: SittingView) -> SittingCard:
    """A sitting for a list."""
    return SittingCard(**members(sitting))


def sitting_of(sitting: SittingView, bank: Bank) -> Sitting:
    """A sitting with everything in it."""
    return Sitting(**members(sitting), questions=tuple(shown.turn_of(turn, bank) for turn in sitting.turns))


def members(sitting: SittingView) -> dict[str, Any]:
    """What a list shows."""
    return {
        "id": sitting.id,
        "candidate": sitting.candidate,
        "skill": sitting.skill_id,
        "level": sitting.level,
        "adaptive": sitting.adaptive,
        "purpose": sitting.purpose,
        "length": sitting.length,
        "started_at": sitting.started_at,
        "finished_at": sitting.finished_at,
        "answered": sum(turn.answer is not None for turn in sitting.turns),
    }
