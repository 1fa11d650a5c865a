"""What a set of questions must satisfy, as a hiring manager writes it in YAML, JSON or a form."""

from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from skillprep.bank.vocabulary import Kind, Level, Slug
from skillprep.sets.amount import Amount, Count, Span

LevelName = Annotated[Level, Field(strict=False)]
KindName = Annotated[Kind, Field(strict=False)]
Theta = Annotated[float, Field(ge=-3, le=3)]

EXAMPLE: dict[str, Any] = {
    "title": "Second interview, machine-learning engineer",
    "skills": {"responsible-deployment": 3, "safety-and-alignment": "any"},
    "levels": {"intermediate": {"min": 3}, "advanced": "any"},
    "kinds": {"behavioural": 2, "technical": {"min": 1}, "case": {"max": 2}},
    "questions": 6,
    "minutes": 45,
    "target": "intermediate",
    "must_have": ["bias-audit-step-by-step"],
    "topics": [{"tags": ["fairness-metrics", "monitoring", "hiring"], "at_least": 2}],
    "similarity_below": 0.8,
    "forms": {"count": 2, "overlap": 1},
}


def distinct(values: tuple[Any, ...]) -> tuple[Any, ...]:
    """Refuse a list that names something twice."""
    twice = next((one for place, one in enumerate(values) if one in values[:place]), None)
    if twice is not None:
        raise PydanticCustomError("distinct", "{one} is listed twice.", {"one": twice})
    return values


def readable_target(value: Any) -> Any:
    """Refuse what is neither a level nor a list of abilities, in words rather than one error for each reading."""
    is_level = isinstance(value, str) and value in list(Level)
    is_list = isinstance(value, list | tuple) and 1 <= len(value) <= 7
    numbers = is_list and all(isinstance(one, int | float) and not isinstance(one, bool) for one in value)
    if value is None or is_level or (numbers and all(-3 <= one <= 3 for one in value)):
        return value
    levels = ", ".join(Level)
    words = f"Name the level to measure best ({levels}), or one to seven abilities from -3 to 3 such as [-0.5, 0.5]."
    raise PydanticCustomError("target", "{words}", {"words": words})


Ids = Annotated[tuple[Slug, ...], Field(max_length=40, strict=False), AfterValidator(distinct)]


class Wish(BaseModel):
    """A part of a blueprint: unknown keys are refused, types are never coerced, values never change."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class TopicWish(Wish):
    """Topics of which some must come up."""

    tags: Annotated[
        tuple[Slug, ...],
        Field(min_length=1, max_length=8, strict=False, description="topics, as the bank's questions are tagged"),
        AfterValidator(distinct),
    ]
    at_least: Annotated[int, Field(ge=1, le=8, description="how many of them some question must touch")] = 1

    @model_validator(mode="after")
    def within_reach(self) -> Self:
        """Refuse more topics than there are."""
        if self.at_least > len(self.tags):
            values = {"wanted": self.at_least, "there": len(self.tags)}
            raise PydanticCustomError("topics", "At least {wanted} of {there} topics is more than there are.", values)
        return self


class FormsWish(Wish):
    """Parallel forms: sets of one blueprint that differ in their questions and measure about equally well."""

    count: Annotated[int, Field(ge=1, le=6, description="how many forms")] = 1
    overlap: Annotated[int, Field(ge=0, le=20, description="questions that two forms may share at most")] = 0


class Blueprint(Wish):
    """What a set must satisfy. Where skills, levels or kinds are listed, nothing else is taken."""

    model_config = ConfigDict(json_schema_extra={"example": EXAMPLE}, str_strip_whitespace=True)

    title: Annotated[str, Field(min_length=3, max_length=120, description="what the interview is for")]
    skills: Annotated[
        Mapping[Slug, Amount], Field(max_length=20, description="how many questions on each skill; empty: on any")
    ] = {}
    levels: Annotated[Mapping[LevelName, Amount], Field(description="how many of each level; empty: of any")] = {}
    kinds: Annotated[Mapping[KindName, Amount], Field(description="how many of each kind; empty: of any")] = {}
    questions: Annotated[Count | None, Field(description="how many in all")] = None
    minutes: Annotated[Span | None, Field(description="time for all answers together")] = None
    target: Annotated[
        LevelName | Annotated[tuple[Theta, ...], Field(strict=False)] | None,
        BeforeValidator(readable_target),
        Field(description="whom to measure best: a level, or abilities from -3 to 3; null: the levels asked for"),
    ] = None
    must_have: Annotated[Ids, Field(description="ids of questions that must be in every form")] = ()
    must_not: Annotated[Ids, Field(description="ids of questions that must not be in any form")] = ()
    topics: Annotated[
        tuple[TopicWish, ...], Field(max_length=6, strict=False, description="topics of which some must come up")
    ] = ()
    similarity_below: Annotated[
        float | None, Field(ge=0.3, le=1, description="no two questions of a form are as alike as this (cosine)")
    ] = None
    max_uses: Annotated[
        int | None, Field(ge=0, le=1000, description="no question that you used more often than this before")
    ] = None
    forms: Annotated[FormsWish, Field(description="parallel forms")] = FormsWish()

    @model_validator(mode="after")
    def has_an_end(self) -> Self:
        """Refuse a blueprint that does not say how long the set may be, or that contradicts itself by name."""
        bounded = [one for one in (self.questions, self.minutes) if one is not None and one.high is not None]
        if not bounded:
            raise PydanticCustomError("length", "Say how long the set may be: questions, minutes or both.")
        if self.questions is not None and self.questions.high is not None and not 1 <= self.questions.high <= 40:
            raise PydanticCustomError("length", "A set has 1 to 40 questions.")
        both = sorted(set(self.must_have) & set(self.must_not))
        if both:
            raise PydanticCustomError("both", "{one} is both wanted and not wanted.", {"one": both[0]})
        return self
