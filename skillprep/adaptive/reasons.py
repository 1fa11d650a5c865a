"""Why a question was chosen, in values that a page can put into words."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Motive(StrEnum):
    """What the question is for."""

    MEASURE = "measure"
    """Its answer is expected to tell most about the candidate."""
    LEARN_QUESTION = "learn-question"
    """Too little is known of the question itself: a place kept for that."""
    SELDOM_ASKED = "seldom-asked"
    """Now and then a question is taken because hardly anybody has been asked it."""


class Relaxed(StrEnum):
    """A rule that had to give way because no question was left under it, in the order in which they give way."""

    EXPOSURE = "exposure"
    SIMILARITY = "similarity"
    SKILL = "skill"


@dataclass(frozen=True)
class Why:
    """The choice in figures.

    skill_asked of skill_target (a share of the questions) is how the skill stood before. se_before and se_expected are
    the ability's standard error now and as expected after the answer; expected_score is in [0, 1]. `rank` is the
    question's place by expected gain among `candidates`, 1 the best; held_back counts what the rules kept out.
    `exposure` is the share of sittings in which it was asked lately, None when that is not counted.
    """

    motive: Motive
    skill_id: str
    skill_asked: int
    skill_target: float
    expected_score: float
    se_before: float
    se_expected: float
    rank: int
    candidates: int
    exposure: float | None
    held_back_exposure: int
    held_back_similar: int
    relaxed: tuple[Relaxed, ...]

    def written(self) -> dict[str, Any]:
        """The figures as plain values, to be stored."""
        return asdict(self) | {"motive": self.motive.value, "relaxed": [one.value for one in self.relaxed]}

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> "Why":
        """The figures that `written` gave."""
        relaxed = tuple(Relaxed(one) for one in stored["relaxed"])
        return cls(**{**stored, "motive": Motive(stored["motive"]), "relaxed": relaxed})
