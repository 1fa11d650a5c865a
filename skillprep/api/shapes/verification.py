"""What became of computing a score again."""

from dataclasses import asdict
from typing import Annotated, Any

from pydantic import ConfigDict, Field

from skillprep.api.shapes.shape import Shape
from skillprep.scoring.replay import Leaf, Outcome, Verdict

EXAMPLE: dict[str, Any] = {
    "outcome": "differs",
    "reasons": [],
    "differences": [{"what": "points[name-the-goal].probability", "recorded": 0.91, "recomputed": 0.2134}],
    "notes": [],
}


class DifferenceShape(Shape):
    """One value that is not the same; null where one side has no such value."""

    what: Annotated[str, Field(description="its place in the score")]
    recorded: Leaf
    recomputed: Leaf


class Verification(Shape):
    """Whether a score, computed again with the bank and the models of now, is the same to the last decimal."""

    model_config = ConfigDict(json_schema_extra={"example": EXAMPLE})

    outcome: Annotated[Outcome, Field(description="identical, differs, or cannot be replayed")]
    reasons: Annotated[tuple[str, ...], Field(description="why it cannot be replayed")]
    differences: tuple[DifferenceShape, ...]
    notes: Annotated[tuple[str, ...], Field(description="what else there is to know")]


def verification_of(found: Verdict) -> Verification:
    """The verdict as JSON."""
    differences = tuple(DifferenceShape(**asdict(one)) for one in found.differences)
    return Verification(outcome=found.outcome, reasons=found.reasons, differences=differences, notes=found.notes)
