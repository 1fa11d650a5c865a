"""Skills and their guides."""

import json
from typing import Annotated, Any

from pydantic import ConfigDict, Field

from skillprep.api.shapes.shape import Shape, without_links
from skillprep.bank import skill as bank
from skillprep.bank.bank import Bank
from skillprep.bank.vocabulary import Level, Source

CARD: dict[str, Any] = {
    "id": "safety-and-alignment",
    "version": 1,
    "title": "AI safety and alignment",
    "short_title": "Safety and alignment",
    "category": "Safety research",
    "summary": "Keep what a system optimises in line with what people meant, and notice early when it drifts.",
    "questions": {"beginner": 3, "intermediate": 3, "advanced": 3},
}


class SkillCard(Shape):
    """A skill in a list."""

    id: str
    version: int
    title: str
    short_title: str
    category: str
    summary: str
    questions: Annotated[dict[Level, int], Field(description="how many questions are ready, by level")]


class SkillList(Shape):
    """Every skill."""

    model_config = ConfigDict(json_schema_extra={"example": {"skills": [CARD]}})

    skills: Annotated[tuple[SkillCard, ...], Field(description="in the order of the guides")]


class Skill(SkillCard):
    """A skill with its guide. Texts are plain paragraphs separated by blank lines."""

    definition: str
    value: Annotated[str, Field(description="what it is worth to an organisation")]
    statistics: tuple[bank.Statistic, ...]
    levels: tuple[bank.LearningLevel, ...]
    tool_groups: tuple[bank.ToolGroup, ...]
    sources: tuple[Source, ...]


GUIDE = {"definition", "value", "statistics", "levels", "tool_groups", "sources"}


def card_of(skill: bank.Skill, served: Bank) -> SkillCard:
    """A skill for a list."""
    return SkillCard(
        id=skill.id,
        version=skill.version,
        title=skill.title,
        short_title=skill.short_title,
        category=skill.category,
        summary=without_links(skill.summary),
        questions={level: len(served.ready_questions(skill=skill.id, level=level)) for level in Level},
    )


def skill_of(skill: bank.Skill, served: Bank) -> Skill:
    """A skill with its guide, by way of JSON because links may stand in any of its texts."""
    card = card_of(skill, served).model_dump(mode="json")
    guide = without_links(skill.model_dump(mode="json", include=GUIDE))
    return Skill.model_validate_json(json.dumps({**card, **guide}))
