"""A scorer under attack: the one that ships, and naive ones, which the catalogue must tell from it."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from skillprep.bank.question import Question
from skillprep.bank.vocabulary import Level
from skillprep.errors import InvalidInputError
from skillprep.scoring.score import score_answer
from skillprep.scoring.values import Embed, ScoringModel

LONG = 120
"""The length scorer is content with this many words."""


@dataclass(frozen=True)
class Outcome:
    """What a scorer makes of a text: its score, or None for no score at all; whether a person is asked; why."""

    value: float | None
    flagged: bool
    guards: tuple[str, ...] = ()

    @property
    def counted(self) -> float:
        """The score, 0 for none."""
        return self.value or 0.0


Scorer = Callable[[Question, str, Level], Outcome]


def shipped_scorer(model: ScoringModel) -> Scorer:
    """The scorer as it ships, for a question whose model answer nobody has published.

    Most attacks are made from model answers, so the guard against pasting would answer in place of all the others.
    """

    def judged(question: Question, text: str, level: Level) -> Outcome:
        private = question.model_copy(update={"model_answers": ()})
        try:
            score = score_answer(private, text, level, model, "benchmark")
        except InvalidInputError:
            return Outcome(None, True, ("refused",))
        guards = tuple(guard.name.value for guard in score.guards)
        return Outcome(score.value, score.needs_review or score.value is None, guards)

    return judged


def cosine_scorer(embed: Embed) -> Scorer:
    """One cosine between the whole answer and the model answer, as the usual interview tools do."""

    def judged(question: Question, text: str, _level: Level) -> Outcome:
        answer, expected = embed([text, question.model_answers[-1].text])
        return Outcome(float(np.clip(answer @ expected, 0.0, 1.0)), False)

    return judged


def length_scorer(_question: Question, text: str, _level: Level) -> Outcome:
    """The more words, the better."""
    return Outcome(min(len(text.split()) / LONG, 1.0), False)


def constant_scorer(value: float, *, flagged: bool = False) -> Scorer:
    """The same for everyone."""
    return lambda _question, _text, _level: Outcome(value, flagged)


def naive_scorers(embed: Embed) -> dict[str, Scorer]:
    """Scorers that must fail, by name."""
    return {
        "whole-answer cosine": cosine_scorer(embed),
        "length": length_scorer,
        "always 0": constant_scorer(0.0),
        "always 60": constant_scorer(0.6),
        "always 100, always flagged": constant_scorer(1.0, flagged=True),
    }
