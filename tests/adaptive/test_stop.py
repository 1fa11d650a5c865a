"""When enough has been asked."""

import pytest

from skillprep.adaptive.ability import summarised
from skillprep.adaptive.grid import normal_prior
from skillprep.adaptive.stop import StopReason, StopRule, stop_reason
from skillprep.errors import InvalidInputError

PRECISE, VAGUE = summarised(normal_prior(0.0, 0.35)), summarised(normal_prior(0.0, 0.6))


@pytest.mark.parametrize(
    ("abilities", "asked", "seconds", "reason"),
    [
        ([PRECISE], 3, 0, None),
        ([PRECISE], 4, 0, StopReason.PRECISE),
        ([VAGUE], 11, 0, None),
        ([PRECISE, VAGUE], 6, 0, None),
        ([VAGUE], 12, 0, StopReason.LONGEST),
        ([VAGUE], 1, 600, StopReason.TIME),
        ([], 6, 0, None),
    ],
)
def test_a_sitting_ends_when_it_is_precise_long_or_late(
    abilities: list, asked: int, seconds: float, reason: StopReason | None
) -> None:
    assert stop_reason(abilities, asked, seconds, StopRule(seconds=600)) is reason


def test_without_a_limit_time_ends_nothing() -> None:
    assert stop_reason([VAGUE], 5, 1e9, StopRule()) is None


def test_an_impossible_rule_is_refused() -> None:
    with pytest.raises(InvalidInputError):
        StopRule(least=5, most=4)
