"""When enough has been asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from skillprep.adaptive.ability import Ability
from skillprep.errors import InvalidInputError


class StopReason(StrEnum):
    """Why a sitting ends."""

    PRECISE = "precise"
    LONGEST = "longest"
    TIME = "time"


@dataclass(frozen=True)
class StopRule:
    """Stop at a standard error of `se` in every skill, after at least `least` and at most `most` questions, or when
    `seconds` are used up (None: no limit)."""

    se: float = 0.40
    least: int = 4
    most: int = 12
    seconds: float | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.least <= self.most or self.se <= 0:
            raise InvalidInputError(
                "A sitting needs 1 <= least <= most questions and a standard error above 0.", "stop"
            )


def stop_reason(abilities: Sequence[Ability], asked: int, seconds_used: float, rule: StopRule) -> StopReason | None:
    """Why to stop now, or None to go on. Time ends a sitting even before the least number of questions."""
    if rule.seconds is not None and seconds_used >= rule.seconds:
        return StopReason.TIME
    if asked >= rule.most:
        return StopReason.LONGEST
    precise = bool(abilities) and all(ability.se <= rule.se for ability in abilities)
    return StopReason.PRECISE if precise and asked >= rule.least else None
