"""From points to levels."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillprep.bank.question import Question
from skillprep.bank.vocabulary import Level
from skillprep.scoring.levels import contribution, level_score, lifting_points, next_level
from skillprep.scoring.values import PointScore, PointState
from tests.scoring.making import HEAD, question

LIMITS = HEAD.thresholds
UNIT = st.floats(0.0, 1.0)


def scored(probabilities: list[float]) -> dict[str, PointScore]:
    return {
        point.id: PointScore(
            point_id=point.id,
            probability=probability,
            contribution=contribution(probability, LIMITS),
            state=PointState.UNSURE,
            denied=False,
            evidence=None,
        )
        for point, probability in zip(question().points, probabilities, strict=True)
    }


def test_nothing_counts_below_the_unsure_band_and_everything_from_covered_on() -> None:
    assert contribution(LIMITS.unsure_low, LIMITS) == 0.0
    assert contribution(LIMITS.covered, LIMITS) == 1.0


@given(UNIT, UNIT)
def test_a_more_probable_point_never_counts_less(one: float, other: float) -> None:
    assert contribution(min(one, other), LIMITS) <= contribution(max(one, other), LIMITS)


@settings(deadline=None)
@given(st.lists(UNIT, min_size=4, max_size=4), UNIT)
def test_the_interval_holds_the_score(probabilities: list[float], deduction: float) -> None:
    for level in Level:
        found = level_score(question(), level, scored(probabilities), deduction)
        assert 0.0 <= found.low <= found.value <= found.high <= 1.0


def test_a_level_judges_only_the_points_expected_there() -> None:
    points = scored([1.0, 1.0, 0.0, 0.0])
    values = [level_score(question(), level, points, 0.0).value for level in Level]
    assert values == [1.0, pytest.approx(2 / 3, abs=1e-4), 0.5]


def test_the_lowest_level_that_is_not_passed_comes_next() -> None:
    levels = [level_score(question(), level, scored([1.0, 0.0, 0.0, 0.0]), 0.0) for level in Level]
    assert next_level(levels, LIMITS.passed) is Level.BEGINNER


def test_nothing_comes_next_for_an_answer_that_passes_everywhere() -> None:
    levels = [level_score(question(), level, scored([1.0] * 4), 0.0) for level in Level]
    assert next_level(levels, LIMITS.passed) is None


def test_the_missing_point_lifts() -> None:
    assert lifting_points(question(), Level.BEGINNER, scored([1.0, 0.0, 0.0, 0.0]), 0.0, LIMITS.passed) == ("errors",)


def test_of_two_points_that_would_do_the_one_expected_earlier_is_named() -> None:
    lift = lifting_points(question(), Level.ADVANCED, scored([1.0, 1.0, 0.0, 0.0]), 0.0, LIMITS.passed)
    assert lift == ("written",)


def test_of_two_points_expected_equally_early_the_heavier_is_named() -> None:
    asked = weighted((1.0, 1.0, 1.0, 1.0), (Level.BEGINNER,) * 4)
    heavier = weighted((1.0, 1.0, 1.0, 1.5), (Level.BEGINNER,) * 4)
    points = scored([1.0, 1.0, 0.0, 0.0])
    assert lifting_points(asked, Level.BEGINNER, points, 0.0, 0.7) == ("written",)
    assert lifting_points(heavier, Level.BEGINNER, points, 0.0, 0.7) == ("alarm",)


def test_a_deduction_that_eats_the_score_below_zero_must_be_made_up_as_well() -> None:
    """The score shown is 0 at least; what lifts it starts from where it really is."""
    asked = weighted((1.0, 1.0, 1.0, 1.0), (Level.BEGINNER,) * 4)
    assert len(lifting_points(asked, Level.BEGINNER, scored([0.0] * 4), 0.0, 0.5)) == 2
    assert len(lifting_points(asked, Level.BEGINNER, scored([0.0] * 4), 0.2, 0.5)) == 3


def test_when_even_everything_is_not_enough_everything_is_named() -> None:
    lift = lifting_points(question(), Level.BEGINNER, scored([1.0, 0.0, 0.0, 0.0]), 0.2, 0.9)
    assert lift == ("errors",)


def weighted(weights: tuple[float, ...], levels: tuple[Level, ...]) -> Question:
    """The question with other weights, its points expected from other levels."""
    points = [
        point.model_copy(update={"weight": weight, "expected_from": level})
        for point, weight, level in zip(question().points, weights, levels, strict=True)
    ]
    return question().model_copy(update={"points": tuple(points)})


def many(
    weights: list[float], levels: list[Level], probabilities: list[float]
) -> tuple[Question, dict[str, PointScore]]:
    """A question with as many points as there are weights."""
    one, score = question().points[0], scored([0.0] * 4)["groups"]
    points, found = [], {}
    for place, (weight, level, probability) in enumerate(zip(weights, levels, probabilities, strict=False)):
        name = f"point-{place}"
        points.append(one.model_copy(update={"id": name, "weight": weight, "expected_from": level}))
        counted = {"point_id": name, "contribution": contribution(probability, LIMITS), "probability": probability}
        found[name] = score.model_copy(update=counted)
    return question().model_copy(update={"points": tuple(points)}), found


def with_made(points: dict[str, PointScore], made: tuple[str, ...]) -> dict[str, PointScore]:
    """The answer after it has made some points fully."""
    return points | {name: points[name].model_copy(update={"contribution": 1.0}) for name in made}


def by_trying_all(asked: Question, points: dict[str, PointScore], deduction: float, passed: float) -> tuple[str, ...]:
    """What lifting_points promises, by looking at every set of points: smallest first, then the easiest."""
    expected = asked.points_at(Level.INTERMEDIATE) or asked.points
    easiest = sorted(expected, key=lambda point: (point.expected_from.rank, -point.weight))
    gaps = [point.id for point in easiest if points[point.id].contribution < 1.0]
    for size in range(len(gaps) + 1):
        for made in combinations(gaps, size):
            if level_score(asked, Level.INTERMEDIATE, with_made(points, made), deduction).value >= passed:
                return tuple(point.id for point in expected if point.id in made)
    return tuple(point.id for point in expected if point.id in gaps)


@settings(deadline=None)
@given(
    st.lists(st.sampled_from([0.5, 1.0, 1.5, 2.0, 3.0]), min_size=1, max_size=8),
    st.lists(st.sampled_from(Level), min_size=8, max_size=8),
    st.lists(UNIT, min_size=8, max_size=8),
    st.sampled_from([0.0, 0.1, 0.2]),
    st.floats(0.05, 1.0),
)
def test_the_points_that_lift_are_the_fewest_and_the_easiest(
    weights: list[float], levels: list[Level], probabilities: list[float], deduction: float, passed: float
) -> None:
    asked, points = many(weights, levels, probabilities)
    lift = lifting_points(asked, Level.INTERMEDIATE, points, deduction, passed)
    assert lift == by_trying_all(asked, points, deduction, passed)


@settings(deadline=None)
@given(st.lists(UNIT, min_size=20, max_size=20), st.permutations(range(20)))
def test_for_twenty_points_as_many_as_the_largest_gains_need(probabilities: list[float], order: list[int]) -> None:
    """The order of the points in the file changes which of equals is named, never how many."""
    levels = [Level.BEGINNER] * 20
    asked, points = many([1.0] * 20, levels, probabilities)
    shuffled, others = many([1.0] * 20, levels, [probabilities[place] for place in order])
    lift = lifting_points(asked, Level.BEGINNER, points, 0.1, LIMITS.passed)
    assert len(lift) == len(lifting_points(shuffled, Level.BEGINNER, others, 0.1, LIMITS.passed))
    assert level_score(asked, Level.BEGINNER, with_made(points, lift), 0.1).value >= LIMITS.passed
