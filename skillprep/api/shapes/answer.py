"""Drafts and answers as they come in."""

import datetime
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from skillprep.actions.save_draft import ANSWER_CHARACTERS
from skillprep.api.shapes.shape import Shape, cleaned

TEXT = "I asked what the number was meant to stand for, and found that it had come apart from it."

AnswerText = Annotated[str, cleaned(ANSWER_CHARACTERS), Field(max_length=ANSWER_CHARACTERS)]


class DraftRequest(Shape):
    """The answer in progress."""

    model_config = ConfigDict(json_schema_extra={"example": {"text": TEXT, "revision": 0}})

    text: AnswerText
    revision: Annotated[int, Field(ge=0, le=1_000_000, description="the revision that this text was based on")]


class SavedDraft(Shape):
    """What the server holds now."""

    model_config = ConfigDict(json_schema_extra={"example": {"revision": 1, "saved_at": "2026-11-21T09:02:00Z"}})

    revision: Annotated[int, Field(description="send it with the next save")]
    saved_at: datetime.datetime


class AnswerRequest(Shape):
    """The answer to hand in."""

    model_config = ConfigDict(json_schema_extra={"example": {"text": TEXT, "confidence": "fairly"}})

    text: AnswerText
    confidence: Annotated[
        Literal["guess", "fairly", "very"] | None, Field(description="how sure the candidate says they are")
    ] = None
