"""Sets of questions: what comes back, and why there is none."""

import datetime
from typing import Annotated, Any

from pydantic import ConfigDict, Field

from skillprep.api.shapes.problem import Problem
from skillprep.api.shapes.shape import Shape
from skillprep.sets import assemble
from skillprep.sets.blueprint import EXAMPLE as WISHES
from skillprep.sets.blueprint import Blueprint
from skillprep.sets.question_set import QuestionSet
from skillprep.store.sets import SetView

QUESTION: dict[str, Any] = {
    "question_id": "bias-audit-step-by-step",
    "version": 1,
    "skill": "responsible-deployment",
    "level": "intermediate",
    "kind": "technical",
    "minutes": 6,
    "information": [0.5613, 0.7162, 0.5613],
    "serves": [],
    "runner_up": None,
    "runner_up_loss": None,
    "reason": "You asked for it by name. It brings 17 % of what this form measures.",
}
FORM: dict[str, Any] = {
    "letter": "A",
    "questions": [QUESTION],
    "minutes": 6,
    "information": [0.5613, 0.7162, 0.5613],
}
EXAMPLE: dict[str, Any] = {
    "id": "3b1f0a9c7d5e4b82a6c4e8f01d2b3a59",
    "created_at": "2026-11-21T09:00:00Z",
    "bank_version": "2b47c42c76ee3212",
    "blueprint": {"title": "One question", "questions": 1, "must_have": ["bias-audit-step-by-step"]},
    "set": {
        "title": "One question",
        "targets": [-0.75, 0.0, 0.75],
        "forms": [FORM],
        "value": 0.5613,
        "bound": 0.5613,
        "within_time": True,
    },
}
REFUSAL: dict[str, Any] = {
    "type": "urn:skillprep:problem:infeasible-blueprint",
    "title": "No set satisfies this blueprint",
    "status": 422,
    "detail": "You ask for 8 questions in all and at most 20 minutes. Together they leave room for at most 5 questions "
    "in all.",
    "request_id": "8e1f0c2a9b3d4e5f",
    "errors": [
        {"source": "body", "pointer": "/questions", "detail": "8 questions in all"},
        {"source": "body", "pointer": "/minutes", "detail": "at most 20 minutes"},
    ],
    "smallest": True,
    "changes": [{"before": "at most 20 minutes", "after": "at most 32 minutes"}],
    "relaxed": {**WISHES, "minutes": 32},
    "nearest": True,
}


class StoredSet(Shape):
    """A set of questions with the wishes that it satisfies and the reason for each question."""

    model_config = ConfigDict(json_schema_extra={"example": EXAMPLE}, populate_by_name=True, serialize_by_alias=True)

    id: str
    created_at: datetime.datetime
    bank_version: Annotated[str, Field(description="the bank that it was chosen from")]
    blueprint: Blueprint
    built: Annotated[QuestionSet, Field(alias="set")]


class InfeasibleBlueprint(Problem):
    """Why no set satisfies a blueprint, and the nearest one that works. `errors` are the wishes that clash."""

    model_config = ConfigDict(json_schema_extra={"example": REFUSAL})

    smallest: Annotated[bool, Field(description="whether no smaller group of wishes clashes")]
    changes: Annotated[tuple[assemble.Change, ...], Field(description="what `relaxed` asks for instead")]
    relaxed: Annotated[Blueprint | None, Field(description="a blueprint that works; null when none was found in time")]
    nearest: Annotated[bool, Field(description="whether it is shown that no change would be smaller")]


def set_of(stored: SetView) -> StoredSet:
    """A stored set."""
    return StoredSet(
        id=stored.id,
        created_at=stored.created_at,
        bank_version=stored.bank_version,
        blueprint=stored.blueprint,
        built=stored.built,
    )
