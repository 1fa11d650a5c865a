"""What authors are told is odd about a question."""

import pytest

from skillprep.adaptive.item_figures import ItemFigures, nearest_level, oddities
from skillprep.bank.vocabulary import Level

FINE = ItemFigures(n=60, asked=60, sittings=300, b=0.1, b_se=0.2, a=0.9, mean=0.5, item_rest=0.5, outfit=1.0, shift=0.1)


def flags(level: Level = Level.INTERMEDIATE, **changed: float | None) -> list[str]:
    return [one.flag for one in oddities(FINE.model_copy(update=changed), level)]


def test_a_question_that_behaves_is_not_mentioned() -> None:
    assert flags() == []


def test_a_moved_difficulty_is_named_with_its_direction() -> None:
    easier, harder = (
        oddities(FINE.model_copy(update={"drifting": True, "shift": by}), Level.INTERMEDIATE)[0] for by in (-0.8, 0.8)
    )
    assert (easier.flag, easier.seen) == ("drift", "Became easier: difficulty moved by -0.8.")
    assert "got around" in easier.advice
    assert harder.seen.startswith("Became harder")


def test_surprising_scores_are_a_misfit() -> None:
    assert flags(misfit=True, outfit=1.9) == ["misfit"]


def test_a_weak_correlation_counts_only_when_it_is_surely_weak() -> None:
    assert flags(item_rest=0.0, n=200) == ["weak"]
    assert flags(item_rest=0.1, n=12) == []
    assert flags(item_rest=-1.0) == ["weak"]
    assert flags(item_rest=1.0) == []
    assert flags(item_rest=None) == []


@pytest.mark.parametrize(("b", "way"), [(1.4, "Harder"), (-1.4, "Easier")])
def test_a_question_as_hard_as_another_level_says_which(b: float, way: str) -> None:
    found = oddities(FINE.model_copy(update={"b": b}), Level.INTERMEDIATE)
    assert [one.flag for one in found] == ["level"]
    assert found[0].seen.startswith(way)
    assert flags(b=b, b_se=0.6) == []


def test_exposure_over_the_cap_is_worn() -> None:
    assert flags(asked=200) == ["exposure"]
    assert flags(asked=9, sittings=10) == []
    assert FINE.model_copy(update={"asked": 0, "sittings": 0}).rate == 0.0


def test_difficulties_have_a_nearest_level() -> None:
    assert [nearest_level(b) for b in (-3.0, 0.0, 0.7)] == list(Level)
