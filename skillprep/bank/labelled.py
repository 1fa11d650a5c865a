"""answers/ files: answers of believable candidates with a person's labels, to develop and judge the scorer.

The service never reads them; benchmarks do. A label names the sentence (1-based) that covers a point or hits a pitfall.
"""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from skillprep.bank.vocabulary import Slug, Strict

Sentence = Annotated[int, Field(ge=1, le=60)]


class Quality(StrEnum):
    """How good the answer was meant to be by its writer."""

    STRONG = "strong"
    PARTIAL = "partial"
    WEAK = "weak"


class Label(Strict):
    """A point or pitfall and the sentences that express it."""

    id: Slug
    sentences: Annotated[tuple[Sentence, ...], Field(min_length=1, max_length=6)]


class Reading(Strict):
    """What one reader found in an answer. Points and pitfalls that are not listed were judged absent."""

    covered: Annotated[tuple[Label, ...], Field(max_length=8)] = ()
    pitfalls: Annotated[tuple[Label, ...], Field(max_length=4)] = ()


class LabelledAnswer(Reading):
    """One answer with its first reading. `second`: what another reader found, who saw no label of the first."""

    quality: Quality
    text: Annotated[str, Field(min_length=40, max_length=4000)]
    second: Reading | None = None


class AnswerFile(Strict):
    """The labelled answers to one question."""

    question: Slug
    answers: Annotated[tuple[LabelledAnswer, ...], Field(min_length=1, max_length=10)]
