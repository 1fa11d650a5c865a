"""A score with its reasons: the points in words, the candidate's own sentences, and what to do better."""

import datetime
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field

from skillprep.api.shapes.shape import Shape
from skillprep.api.shapes.turn import AnswerShape
from skillprep.bank.question import ModelAnswer
from skillprep.bank.vocabulary import Level
from skillprep.scoring.feedback import Feedback
from skillprep.scoring.values import Guard, LevelScore, PointState, Receipt, Structure, Unit

QUOTE: dict[str, Any] = {"text": "I asked what the number stood for.", "start": 0, "end": 34, "first": 0, "last": 0}
EXAMPLE: dict[str, Any] = {
    "state": "scored",
    "scored_by": "software",
    "sitting_id": "0f8c1d5e9b7a4c62a1d3e5f708192a3b",
    "position": 1,
    "question_id": "metric-met-goal-missed",
    "answer": {
        "text": "I asked what the number stood for.",
        "confidence": "fairly",
        "submitted_at": "2026-11-21T09:03:00Z",
    },
    "level": "beginner",
    "value": 0.5,
    "low": 0.3,
    "high": 0.7,
    "needs_review": False,
    "points": [
        {
            "id": "name-the-goal",
            "statement": "Says what the metric was meant to stand for.",
            "weight": 1.0,
            "expected_from": "beginner",
            "state": "covered",
            "probability": 0.9,
            "contribution": 1.0,
            "denied": False,
            "evidence": QUOTE,
            "advice": "Name the goal behind the number before you judge it.",
        }
    ],
    "pitfalls": [],
    "guards": [],
    "levels": [{"level": "beginner", "value": 0.5, "low": 0.3, "high": 0.7}],
    "lift_to": None,
    "lift": [],
    "sentences": [{"start": 0, "end": 34}],
    "model_answers": [
        {
            "level": "beginner",
            "parts": [
                {"tag": "situation", "text": "Our support bot was rewarded for short conversations."},
                {"tag": "action", "text": "I read a sample of them and found people giving up."},
            ],
        }
    ],
    "structure": {
        "sentences": [{"part": "action", "probability": 0.8}],
        "shares": {"situation": 0.0, "task": 0.0, "action": 1.0, "result": 0.0, "remark": 0.0, "unclear": 0.0},
        "missing": ["result"],
        "star_sha256": "0" * 64,
    },
    "feedback": {
        "summary": "You covered the one point expected at Beginner.",
        "covered": [
            {
                "point_id": "name-the-goal",
                "statement": "Says what the metric was meant to stand for.",
                "quote": "\u201cI asked what the number stood for\u201d",
            }
        ],
        "to_add": [],
        "to_avoid": [],
        "story": ["No result found: say what changed, with a number."],
        "next_step": {
            "about": "story",
            "text": "No result found: say what changed, with a number.",
            "point_id": None,
            "pitfall_id": None,
        },
    },
    "receipt": {
        "scorer_version": "1",
        "bank_version": "3f2a9c",
        "question_id": "metric-met-goal-missed",
        "question_version": 1,
        "answer_sha256": "0" * 64,
        "model_name": "all-MiniLM-L6-v2",
        "model_sha256": "0" * 64,
        "head_sha256": "0" * 64,
        "thresholds": {"decision": 0.5},
        "normalisations": ["NFKC"],
    },
}


class Quote(Shape):
    """Where in the answer the evidence lies; offsets count characters of `answer.text`, `end` excluded."""

    text: str
    start: int
    end: int
    first: Annotated[int, Field(description="index of the first sentence in `sentences`")]
    last: Annotated[int, Field(description="index of the last sentence in `sentences`")]


class SentenceRange(Shape):
    """A sentence of the answer, as characters of `answer.text`; `end` excluded."""

    start: int
    end: int


class PointReport(Shape):
    """An expected point, and what the scorer makes of it."""

    id: str
    statement: Annotated[str | None, Field(description="null when the bank no longer has this point")]
    weight: float | None
    expected_from: Annotated[Level | None, Field(description="the lowest level that expects it")]
    state: PointState
    probability: Unit
    contribution: Annotated[Unit, Field(description="the share of its weight that counts")]
    denied: Annotated[bool, Field(description="the evidence seems to say the opposite")]
    evidence: Quote | None
    advice: Annotated[str | None, Field(description="what to do when it was missed")]


class PitfallReport(Shape):
    """Something the answer says that a good one avoids."""

    id: str
    statement: str | None
    probability: Unit
    deduction: Annotated[Unit, Field(description="what it takes off")]
    evidence: Quote | None
    advice: Annotated[str | None, Field(description="why it hurts and what to say instead")]


class ScoreReport(Shape):
    """An answer's newest score. Scores are in [0, 1]; `value` is null when software cannot judge the text."""

    model_config = ConfigDict(json_schema_extra={"example": EXAMPLE})

    state: Literal["scored"] = "scored"
    scored_by: Annotated[Literal["software"], Field(description="no person has looked at it")] = "software"
    sitting_id: str
    position: int
    question_id: str
    answer: AnswerShape
    level: Annotated[Level, Field(description="the level judged at")]
    value: Unit | None
    low: Annotated[Unit, Field(description="lower end of the 90 % interval")]
    high: Annotated[Unit, Field(description="upper end of the 90 % interval")]
    needs_review: Annotated[bool, Field(description="a person should look at it")]
    points: tuple[PointReport, ...]
    pitfalls: Annotated[tuple[PitfallReport, ...], Field(description="only those the answer falls into")]
    guards: Annotated[tuple[Guard, ...], Field(description="why the answer was not taken at face value")]
    levels: Annotated[tuple[LevelScore, ...], Field(description="the same answer judged at every level")]
    lift_to: Level | None
    lift: Annotated[tuple[str, ...], Field(description="ids of the points that would lift it to `lift_to`")]
    sentences: Annotated[tuple[SentenceRange, ...], Field(description="the answer's sentences as ranges of characters")]
    model_answers: Annotated[tuple[ModelAnswer, ...], Field(description="how good answers might go")]
    structure: Annotated[
        Structure | None, Field(description="how the answer is built as a story; null when a guard stops it")
    ]
    feedback: Annotated[
        Feedback | None, Field(description="what to tell the candidate; null when the bank has lost the question")
    ]
    receipt: Annotated[Receipt, Field(description="everything needed to compute the score again")]


class WaitingScore(Shape):
    """The answer is saved; its score will come. Nothing is invented meanwhile."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "state": "waiting",
                "sitting_id": "0f8c1d5e9b7a4c62a1d3e5f708192a3b",
                "position": 1,
                "submitted_at": "2026-11-21T09:03:00Z",
                "model": "loading",
            }
        }
    )

    state: Literal["waiting"] = "waiting"
    sitting_id: str
    position: int
    submitted_at: datetime.datetime
    model: Annotated[str, Field(description="loading, ready or failed")]
