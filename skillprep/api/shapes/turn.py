"""A question of a sitting and what became of it."""

import datetime
from enum import StrEnum
from typing import Annotated, Any

from pydantic import ConfigDict, Field

from skillprep.api.shapes import question as shown
from skillprep.api.shapes.ability import WHY, Why, why_of
from skillprep.api.shapes.shape import Shape
from skillprep.bank.bank import Bank
from skillprep.bank.vocabulary import Level
from skillprep.store.queries import AnswerView, TurnView

EXAMPLE: dict[str, Any] = {
    "position": 1,
    "state": "open",
    "level": "beginner",
    "reason": "measure",
    "why": WHY,
    "asked_at": "2026-11-21T09:00:00Z",
    "skipped_at": None,
    "question_id": shown.EXAMPLE["id"],
    "question_version": 1,
    "question": shown.EXAMPLE,
    "draft": {"text": "", "revision": 0, "saved_at": None},
    "answer": None,
}


class TurnState(StrEnum):
    """What became of a question. `waiting`: answered, and its score will come."""

    OPEN = "open"
    SKIPPED = "skipped"
    WAITING = "waiting"
    SCORED = "scored"


class DraftShape(Shape):
    """The answer in progress."""

    text: str
    revision: Annotated[int, Field(description="send it with the next save")]
    saved_at: datetime.datetime | None


class AnswerShape(Shape):
    """The answer that was handed in. It never changes."""

    text: str
    confidence: Annotated[str | None, Field(description="how sure the candidate was: guess, fairly, very")]
    submitted_at: datetime.datetime


class AnswerSummary(AnswerShape):
    """The answer with its score in short; ask for the score itself for everything else."""

    value: Annotated[
        float | None, Field(ge=0, le=1, description="null while it waits, and when software cannot judge the text")
    ]
    needs_review: Annotated[bool, Field(description="a person should look at it")]


class Turn(Shape):
    """A question of a sitting and what became of it."""

    model_config = ConfigDict(json_schema_extra={"example": EXAMPLE})

    position: Annotated[int, Field(description="the question's place in the sitting, from 1")]
    state: TurnState
    level: Annotated[Level, Field(description="the level the answer is judged at")]
    reason: Annotated[str, Field(description="why this question was chosen, in a word")]
    why: Annotated[Why | None, Field(description="the same in figures; null where nothing was weighed")]
    asked_at: datetime.datetime
    skipped_at: datetime.datetime | None
    question_id: str
    question_version: Annotated[int, Field(description="the version that was asked")]
    question: Annotated[shown.Question | None, Field(description="as it is now; null when the bank no longer has it")]
    draft: DraftShape
    answer: AnswerSummary | None


def turn_of(turn: TurnView, bank: Bank) -> Turn:
    """The turn with its question's words."""
    question = bank.questions.get(turn.question_id)
    return Turn(
        position=turn.position,
        state=state_of(turn),
        level=turn.level,
        reason=turn.reason,
        why=why_of(turn.why) if turn.why else None,
        asked_at=turn.asked_at,
        skipped_at=turn.skipped_at,
        question_id=turn.question_id,
        question_version=turn.question_version,
        question=shown.question_of(question) if question else None,
        draft=DraftShape(text=turn.draft, revision=turn.draft_revision, saved_at=turn.draft_saved_at),
        answer=answer_summary(turn.answer) if turn.answer else None,
    )


def state_of(turn: TurnView) -> TurnState:
    """What became of it."""
    if turn.answer:
        return TurnState.SCORED if turn.answer.score else TurnState.WAITING
    return TurnState.SKIPPED if turn.skipped_at else TurnState.OPEN


def answer_summary(answer: AnswerView) -> AnswerSummary:
    """The answer with its score in short."""
    return AnswerSummary(
        text=answer.text,
        confidence=answer.confidence,
        submitted_at=answer.submitted_at,
        value=answer.score.value if answer.score else None,
        needs_review=bool(answer.score and answer.score.needs_review),
    )
