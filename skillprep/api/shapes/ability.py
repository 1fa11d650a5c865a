"""What a sitting says about a candidate's level, and why its questions were chosen."""

from typing import Annotated, Any

from pydantic import ConfigDict, Field

from skillprep.actions.estimate_ability import Standing
from skillprep.adaptive.placement import Placement
from skillprep.adaptive.reasons import Motive, Relaxed
from skillprep.adaptive.reasons import Why as Figures
from skillprep.api.shapes.shape import Shape
from skillprep.bank.vocabulary import Level

WHY: dict[str, Any] = {
    "motive": "measure",
    "skill": "safety-and-alignment",
    "expected_score": 0.57,
    "se_before": 0.9,
    "se_expected": 0.78,
    "rank": 1,
    "candidates": 41,
    "exposure": 0.02,
    "held_back_exposure": 0,
    "held_back_similar": 0,
    "relaxed": [],
}
ABILITY: dict[str, Any] = {
    "skill": "safety-and-alignment",
    "level": "intermediate",
    "probability": 0.71,
    "probabilities": {"beginner": 0.18, "intermediate": 0.71, "advanced": 0.11},
    "sure": False,
    "estimate": -0.13,
    "low": -0.92,
    "high": 0.66,
    "standard_error": 0.4,
}
Share = Annotated[float, Field(ge=0, le=1)]


class Why(Shape):
    """Why the engine chose a question, in figures as they were then."""

    motive: Annotated[
        Motive,
        Field(description="to measure the candidate, to learn about the question, or because it is seldom asked"),
    ]
    skill: str
    expected_score: Annotated[float, Field(ge=0, le=1, description="by what was known of the candidate")]
    se_before: Annotated[float, Field(description="standard error of the ability then")]
    se_expected: Annotated[float, Field(description="the same as expected after the answer")]
    rank: Annotated[int, Field(ge=1, description="place by what its answer was expected to tell")]
    candidates: Annotated[int, Field(ge=1, description="how many questions could be chosen from")]
    exposure: Annotated[float | None, Field(description="share of the last weeks' sittings that asked it")]
    held_back_exposure: Annotated[int, Field(description="questions kept out because they are asked too often")]
    held_back_similar: Annotated[int, Field(description="questions kept out because one like them was asked")]
    relaxed: Annotated[tuple[Relaxed, ...], Field(description="rules that gave way because no question was left")]


class Ability(Shape):
    """Where a candidate stands in a skill, by this sitting alone: a band, not a point."""

    model_config = ConfigDict(json_schema_extra={"example": ABILITY})

    skill: str
    level: Annotated[Level, Field(description="the most probable level")]
    probability: Annotated[float, Field(ge=0, le=1, description="how probable it is")]
    probabilities: dict[Level, Share]
    sure: Annotated[bool, Field(description="whether the level has a probability of .80 or more")]
    estimate: Annotated[
        float, Field(description="from -4 to 4; intermediate lies between -.6 and .6. Show the band, never this alone")
    ]
    low: Annotated[float, Field(description="lower end of the 95 % interval")]
    high: Annotated[float, Field(description="upper end of the 95 % interval")]
    standard_error: float


class Influence(Shape):
    """How far one answer moved the ability."""

    position: Annotated[int, Field(description="the question's place in the sitting")]
    shift: Annotated[float, Field(description="the estimate with the answer less the estimate without it")]


class PlacementResult(Shape):
    """The level that was found in a skill."""

    skill: str
    level: Level
    probability: Share
    sure: bool
    because: Annotated[tuple[Influence, ...], Field(description="the answers that moved it, strongest first")]


def why_of(why: Figures) -> Why:
    """The figures of a choice."""
    return Why(
        motive=why.motive,
        skill=why.skill_id,
        expected_score=min(max(why.expected_score, 0.0), 1.0),
        se_before=why.se_before,
        se_expected=why.se_expected,
        rank=why.rank,
        candidates=why.candidates,
        exposure=why.exposure,
        held_back_exposure=why.held_back_exposure,
        held_back_similar=why.held_back_similar,
        relaxed=why.relaxed,
    )


def ability_of(skill: str, placed: Placement) -> Ability:
    """The band in one skill."""
    ability = placed.ability
    return Ability(
        skill=skill,
        level=placed.level,
        probability=share(placed.probability),
        probabilities={level: share(one) for level, one in placed.probabilities.items()},
        sure=placed.sure,
        estimate=round(ability.mean, 4),
        low=round(ability.low, 4),
        high=round(ability.high, 4),
        standard_error=round(ability.se, 4),
    )


def share(value: float) -> float:
    """A probability without the last bits of its arithmetic."""
    return round(min(max(value, 0.0), 1.0), 4)


def placement_of(skill: str, placed: Placement, standing: Standing) -> PlacementResult:
    """The result in one skill."""
    return PlacementResult(
        skill=skill,
        level=placed.level,
        probability=share(placed.probability),
        sure=placed.sure,
        because=tuple(
            Influence(position=standing.turns[one.place].position, shift=round(one.shift, 4))
            for one in placed.influences
        ),
    )
