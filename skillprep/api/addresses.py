"""What may stand in an address under /api/v1. Anything else is a 404 before it reaches bank or database."""

from typing import Annotated

from pydantic import Field
from werkzeug.routing import BaseConverter

from skillprep.actions.save_draft import TurnPath
from skillprep.api.shapes.shape import Shape

ENTRY = r"[a-z0-9-]{2,60}"
SITTING = r"[0-9a-f]{32}"
PLACE = r"[1-9][0-9]{0,3}"


class EntryConverter(BaseConverter):
    """The id of a thing of the bank."""

    regex = ENTRY


class SittingConverter(BaseConverter):
    """The id of a sitting, as the tables make them."""

    regex = SITTING


class PlaceConverter(BaseConverter):
    """A question's place in its sitting, from 1; too few digits to overflow anything."""

    regex = PLACE

    def to_python(self, value: str) -> int:
        """The number."""
        return int(value)


CONVERTERS: dict[str, type[BaseConverter]] = {
    "entry": EntryConverter,
    "sitting": SittingConverter,
    "place": PlaceConverter,
}

SittingId = Annotated[
    str,
    Field(
        pattern=f"^{SITTING}$",
        description="the sitting's id",
        json_schema_extra={"example": "0f8c1d5e9b7a4c62a1d3e5f708192a3b"},
    ),
]
Position = Annotated[
    int,
    Field(ge=1, le=9999, description="the question's place in the sitting, from 1", json_schema_extra={"example": 1}),
]


class SkillPath(Shape):
    """Which skill."""

    skill_id: Annotated[
        str,
        Field(
            pattern=f"^{ENTRY}$",
            description="the skill's id",
            json_schema_extra={"example": "safety-and-alignment"},
        ),
    ]


class QuestionPath(Shape):
    """Which question."""

    question_id: Annotated[
        str,
        Field(
            pattern=f"^{ENTRY}$",
            description="the question's id",
            json_schema_extra={"example": "metric-met-goal-missed"},
        ),
    ]


class SetPath(Shape):
    """Which set of questions."""

    set_id: Annotated[
        str,
        Field(
            pattern=f"^{SITTING}$",
            description="the set's id",
            json_schema_extra={"example": "3b1f0a9c7d5e4b82a6c4e8f01d2b3a59"},
        ),
    ]


class SittingPath(Shape):
    """Which sitting."""

    sitting_id: SittingId


class PlacePath(Shape):
    """Which question of which sitting."""

    sitting_id: SittingId
    position: Position

    def of(self, owner_id: str) -> TurnPath:
        """The turn, asked with its owner."""
        return TurnPath(owner_id, self.sitting_id, self.position)
