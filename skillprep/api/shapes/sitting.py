"""Sittings: what is asked for, and what comes back."""

import datetime
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field

from skillprep.actions.estimate_ability import Standing
from skillprep.actions.start_sitting import LENGTH_MAX, MINUTES_MAX, SKILLS_MAX
from skillprep.api.shapes import turn as shown
from skillprep.api.shapes.ability import Ability, PlacementResult, ability_of, placement_of
from skillprep.api.shapes.shape import CandidateName, LevelName, Shape
from skillprep.bank.bank import Bank
from skillprep.bank.vocabulary import Level
from skillprep.store.queries import SittingView

WISH: dict[str, Any] = {
    "skill": "safety-and-alignment",
    "more_skills": ["responsible-deployment"],
    "mode": "practice",
    "minutes": None,
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
    "ended_by": None,
    "answered": 0,
}
EXAMPLE: dict[str, Any] = {
    **CARD,
    "abilities": [],
    "questions_fitted": 0,
    "placement": None,
    "questions": [shown.EXAMPLE],
}


SkillId = Annotated[str, Field(min_length=2, max_length=60)]


class SittingRequest(Shape):
    """What to practise, and who."""

    model_config = ConfigDict(json_schema_extra={"example": WISH})

    skill: Annotated[SkillId, Field(description="the skill's id")]
    more_skills: Annotated[
        tuple[SkillId, ...],
        Field(strict=False, max_length=SKILLS_MAX - 1, description="further skills, each with an equal share"),
    ] = ()
    mode: Annotated[
        Literal["practice", "placement", "timed"],
        Field(description="placement finds the level and stops as soon as it is known; timed ends after `minutes`"),
    ] = "practice"
    minutes: Annotated[
        int | None, Field(ge=1, le=MINUTES_MAX, description="how long a timed sitting may take; null in other modes")
    ] = None
    level: Annotated[LevelName, Field(description="where the candidate says they are: where it begins")]
    length: Annotated[
        int, Field(ge=1, le=LENGTH_MAX, description="how many questions; at most so many, at least 4, in a placement")
    ] = 5
    adaptive: Annotated[bool, Field(description="whether questions follow the answers, or stay at the level")] = True
    purpose: Annotated[
        Literal["practice", "education", "hiring"], Field(description="practice is never used for hiring")
    ] = "practice"
    candidate: CandidateName | None = None


class SittingCard(Shape):
    """A sitting in a list."""

    id: str
    candidate: str | None
    skill: str
    more_skills: tuple[str, ...]
    mode: Annotated[str, Field(description="practice, placement, timed, or review")]
    minutes: Annotated[int | None, Field(description="how long it may take")]
    level: Annotated[Level, Field(description="the level it began at")]
    adaptive: bool
    purpose: str
    length: int
    started_at: datetime.datetime
    finished_at: Annotated[datetime.datetime | None, Field(description="null while it goes on")]
    ended_by: Annotated[
        str | None,
        Field(
            description="precise: the level is known well enough; longest: all questions were asked; time; used-up: "
            "the bank has no more; candidate: ended by hand. Null while it goes on, and for sittings of older versions"
        ),
    ]
    answered: Annotated[int, Field(description="how many answers were handed in")]


class SittingList(Shape):
    """Some of your organisation's sittings."""

    model_config = ConfigDict(json_schema_extra={"example": {"sittings": [CARD], "next": None}})

    sittings: Annotated[tuple[SittingCard, ...], Field(description="newest first")]
    next: Annotated[str | None, Field(description="the cursor of the next page; null on the last")]


class Sitting(SittingCard):
    """A sitting with everything in it."""

    model_config = ConfigDict(json_schema_extra={"example": EXAMPLE})

    abilities: Annotated[
        tuple[Ability, ...], Field(description="one for each skill; empty before the first score, and in a review")
    ]
    questions_fitted: Annotated[
        int,
        Field(description="how many of the questions have a difficulty learned from answers; 0: all are the authors'"),
    ]
    placement: Annotated[
        tuple[PlacementResult, ...] | None, Field(description="null unless a placement is finished and scored")
    ]
    questions: Annotated[tuple[shown.Turn, ...], Field(description="in the order asked")]


class NextQuestion(Shape):
    """How the sitting goes on."""

    model_config = ConfigDict(json_schema_extra={"example": {"finished": False, "question": shown.EXAMPLE}})

    finished: Annotated[bool, Field(description="true when there is no next question")]
    question: Annotated[shown.Turn | None, Field(description="the question to answer now")]


def card_of(sitting: SittingView) -> SittingCard:
    """A sitting for a list."""
    return SittingCard(**members(sitting))


def sitting_of(sitting: SittingView, bank: Bank, standing: Standing | None) -> Sitting:
    """A sitting with everything in it."""
    found = standing.placements if standing else {}
    is_placed = standing is not None and sitting.mode == "placement" and sitting.finished_at is not None
    return Sitting(
        **members(sitting),
        abilities=tuple(ability_of(skill, one) for skill, one in found.items()),
        questions_fitted=standing.fitted if standing else 0,
        placement=tuple(placement_of(skill, one, standing) for skill, one in found.items())
        if standing and is_placed
        else None,
        questions=tuple(shown.turn_of(turn, bank) for turn in sitting.turns),
    )


def members(sitting: SittingView) -> dict[str, Any]:
    """What a list shows."""
    return {
        "id": sitting.id,
        "candidate": sitting.candidate,
        "skill": sitting.skill_id,
        "more_skills": sitting.more_skill_ids,
        "mode": sitting.mode,
        "minutes": sitting.minutes,
        "level": sitting.level,
        "adaptive": sitting.adaptive,
        "purpose": sitting.purpose,
        "length": sitting.length,
        "started_at": sitting.started_at,
        "finished_at": sitting.finished_at,
        "ended_by": sitting.ended_by,
        "answered": sum(turn.answer is not None for turn in sitting.turns),
    }
