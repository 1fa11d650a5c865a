"""What an attack is, and what is demanded of a scorer that meets it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from random import Random

from skillprep.bank.labelled import LabelledAnswer
from skillprep.bank.question import Question

LOW = 0.25
"""A worthless answer may score this much: hardly more than what one point is worth."""
LEAST_TO_LOSE = 0.15
"""An honest text that scores less than this has nothing to lose, so nothing is concluded from its denial."""
MOST_KEPT = 2 / 3
"""A denial must cost at least a third of the score."""
GAIN = 0.03


class Family(StrEnum):
    """Which kind of attack."""

    HONEST = "honest answers"
    WORTHLESS = "worthless answers"
    DENIAL = "denials and falsehoods"
    PADDING = "padding"
    PERTURBATION = "the same answer in another dress"
    IDENTITY = "who speaks"


class Half(StrEnum):
    """Rules may be tuned on development attacks; on the held-out ones nobody may tune, or read more than the result."""

    DEVELOPMENT = "development"
    HELD_OUT = "held-out"


class Demand(StrEnum):
    """What is measured, one figure an attack. Shares are of answers; points are of 100."""

    LOW = "low or flagged"
    UNSUPPORTED = "no score, not a zero"
    DROPPED = "a third lost, or flagged"
    NO_GAIN = "gains 3 points at most, or flagged"
    STILL_ACCEPTED = "accepted as before"
    ACCEPTED = "accepted"
    MEAN_LOSS = "mean loss"
    MEAN_CHANGE = "mean change up or down"

    @property
    def is_share(self) -> bool:
        """Whether the figure is a share that must be high; the others are points that must be few."""
        return self not in (Demand.MEAN_LOSS, Demand.MEAN_CHANGE)


@dataclass(frozen=True)
class Rule:
    """A demand and its limit in [0, 1]: at least this share, or at most this mean. None: shown for scale only."""

    demand: Demand
    limit: float | None

    def met(self, figure: float) -> bool | None:
        """Whether the figure is good enough; NaN, from too few answers to judge, is not."""
        if self.limit is None:
            return None
        return figure >= self.limit if self.demand.is_share else figure <= self.limit


@dataclass(frozen=True)
class Scene:
    """What an attack is made from. `others`: all questions; `labelled`: this question's; `answer`: the honest start."""

    question: Question
    others: tuple[Question, ...]
    labelled: tuple[LabelledAnswer, ...]
    random: Random
    answer: str = ""


Make = Callable[[Scene], str | None]
"""A text, or None where the attack does not apply."""


@dataclass(frozen=True)
class Attack:
    """A named way to make texts. `start` makes the honest text that `make` finds in `Scene.answer` and changes."""

    name: str
    family: Family
    half: Half
    rule: Rule
    make: Make = field(repr=False)
    start: Make = field(repr=False)

    @property
    def compares(self) -> bool:
        """Whether the demand is about the change against the honest text."""
        return self.rule.demand not in (Demand.LOW, Demand.UNSUPPORTED, Demand.ACCEPTED)
