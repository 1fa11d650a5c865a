"""A choice of the next question and its reason."""

from dataclasses import dataclass
from enum import StrEnum

from skillprep.adaptive.reasons import Motive, Why
from skillprep.bank.vocabulary import Level


class Reason(StrEnum):
    """Why a question was chosen otherwise than by what its answer should say, for the page to put into words."""

    FIXED_LEVEL = "fixed-level"
    LEVEL_USED_UP = "level-used-up"
    RETRY = "retry"
    REVIEW = "review"


@dataclass(frozen=True)
class Choice:
    """The next question, the level at which its answer is judged, and why; in figures too where the engine chose."""

    question_id: str
    level: Level
    reason: Reason | Motive
    why: Why | None = None
