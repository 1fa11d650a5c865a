"""The values a score consists of. Probabilities and scores are in [0, 1]; offsets index the answer as submitted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field

from skillprep.bank.vocabulary import Level, StarTag
from skillprep.scoring.disowning import Disowning
from skillprep.scoring.head import Head
from skillprep.scoring.star import Star

Embed = Callable[[Sequence[str]], NDArray[np.float32]]
"""Texts to rows of unit length, one row a text."""

Infer = Callable[[Sequence[tuple[str, str]]], NDArray[np.float64]]
"""Natural language inference: (what was said, point) pairs to rows (pairs, 2) of the probability that the first
contradicts the second, supposing that it does so or the second follows from it, and the log odds that it follows."""

Correct = Callable[[str, frozenset[str]], str]
"""A text, and the words of the question, to the text with its likely typing errors put right. Deterministic."""

Unit = Annotated[float, Field(ge=0.0, le=1.0)]


class Value(BaseModel):
    """An immutable part of a score that can be stored as JSON and read back unchanged."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class PointState(StrEnum):
    """What the scorer makes of one point. `unsure` means: ask a person."""

    COVERED = "covered"
    PARTLY = "partly"
    MISSED = "missed"
    UNSURE = "unsure"


class GuardName(StrEnum):
    """Why an answer was not taken at face value."""

    EMPTY = "empty"
    TOO_SHORT = "too-short"
    NOT_PROSE = "not-prose"
    QUESTION_COPIED = "question-copied"
    KEYWORD_LIST = "keyword-list"
    OFF_TOPIC = "off-topic"
    MODEL_ANSWER_PASTED = "model-answer-pasted"
    OTHER_LANGUAGE = "other-language"
    POINTS_DENIED = "points-denied"
    TAKEN_BACK = "taken-back"


class Effect(StrEnum):
    """What a guard does: no point counts; a person should look; or no score at all (`Score.value` is None)."""

    ZERO = "zero"
    REVIEW = "review"
    NO_SCORE = "no-score"


class Span(Value):
    """Half-open range of characters of the answer."""

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]


class Evidence(Value):
    """The sentences (usually one, at most two neighbours) that carried a point: indices into `Score.sentences`."""

    first: Annotated[int, Field(ge=0)]
    last: Annotated[int, Field(ge=0)]
    span: Span


class PointScore(Value):
    """How well one expected point is covered. `contribution` is the share of its weight that counts.

    `denied`: the evidence seems to say the opposite, so the probability is held within the unsure band.
    """

    point_id: str
    probability: Unit
    contribution: Unit
    state: PointState
    denied: bool
    evidence: Evidence | None


class PitfallScore(Value):
    """Whether the answer says something that a good answer avoids, and what that takes off every level's score."""

    pitfall_id: str
    probability: Unit
    hit: bool
    deduction: Unit
    evidence: Evidence | None


class Guard(Value):
    """A finding about the answer as a whole, with a reason written for the candidate."""

    name: GuardName
    effect: Effect
    reason: str


class LevelScore(Value):
    """The same answer judged at one level: weighted share of the points expected there less the pitfalls' deductions,
    with a 90 % interval."""

    level: Level
    value: Unit
    low: Unit
    high: Unit


class StoryPart(StrEnum):
    """What a sentence does in a story. `remark`: it says something in general; `unclear`: the software cannot tell."""

    SITUATION = "situation"
    TASK = "task"
    ACTION = "action"
    RESULT = "result"
    REMARK = "remark"
    UNCLEAR = "unclear"


class SentencePart(Value):
    """The part one sentence plays, with the probability of the likeliest part (also when that is too low to name)."""

    part: StoryPart
    probability: Unit


class Structure(Value):
    """How the answer is built as a story: coaching, which never enters a score."""

    sentences: Annotated[tuple[SentencePart, ...], Field(description="one for each of the score's sentences, in order")]
    shares: Annotated[dict[StoryPart, Unit], Field(description="share of the answer's words in each part; sums to 1")]
    missing: Annotated[tuple[StarTag, ...], Field(description="parts of a story that no sentence seems to play")]
    star_sha256: Annotated[str, Field(description="the artefact that told the parts apart")]


class Receipt(Value):
    """Everything needed to compute the score again and compare."""

    scorer_version: str
    bank_version: str
    question_id: str
    question_version: int
    answer_sha256: str
    model_name: str
    model_sha256: str
    head_sha256: str
    polarity_sha256: str = ""
    disowning_sha256: str = ""
    thresholds: dict[str, float]
    normalisations: tuple[str, ...]


class Score(Value):
    """One answer judged at one level. `value` is None when the text cannot be judged: ask a person, it is not zero."""

    level: Level
    value: Unit | None
    low: Unit
    high: Unit
    needs_review: bool
    points: tuple[PointScore, ...]
    pitfalls: tuple[PitfallScore, ...]
    guards: tuple[Guard, ...]
    levels: tuple[LevelScore, ...]
    lift_to: Level | None
    lift: Annotated[tuple[str, ...], Field(description="ids of the points that would lift the answer to `lift_to`")]
    sentences: tuple[Span, ...]
    receipt: Receipt
    structure: Annotated[
        Structure | None, Field(description="how the answer is built; null when a guard stops it, and in older scores")
    ] = None


@dataclass(frozen=True)
class ScoringModel:
    """What the scorer computes with: an encoder, the calibrated head fitted to it, and the encoder's identity.

    `embed` is called once an answer, with its sentences; `reference` once, with the question's own texts (see
    reference.reference_texts), which never change: back it with a cache. Without `star` scores have no structure;
    without `infer` a rule about negation tells denials; without `disowning` patterns of words alone tell what is taken
    back; without `correct` words are taken as they were typed.
    `spelling` names what corrects them, for the receipt.
    """

    embed: Embed
    reference: Embed
    head: Head
    name: str
    sha256: str
    star: Star | None = None
    infer: Infer | None = None
    polarity_sha256: str = ""
    correct: Correct | None = None
    spelling: str = ""
    disowning: Disowning | None = None
