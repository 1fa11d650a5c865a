"""From points to levels: weighted shares, their intervals, and the points that would lift an answer one level."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence

from skillprep.bank.question import Point, Question
from skillprep.bank.vocabulary import Level
from skillprep.scoring.head import Thresholds
from skillprep.scoring.values import LevelScore, PointScore

Z90 = 1.645
"""Half a 90 % interval in standard deviations of a normal distribution."""
DECIMALS = 4


def contribution(probability: float, thresholds: Thresholds) -> float:
    """Share of a point's weight that counts: 0 up to `counted`, 1 from `covered` on, linear between.

    Taking the probability itself would pay for points nobody made (the head's floor) and dock those plainly made;
    with every doubt docked, scores of development answers lay .46 standard deviations under those of their readers.
    """
    start, end = thresholds.counted, thresholds.covered
    return round(min(max((probability - start) / max(end - start, 1e-9), 0.0), 1.0), DECIMALS)


def level_score(question: Question, level: Level, points: Mapping[str, PointScore], deduction: float) -> LevelScore:
    """sum(w c) / sum(w) - deduction over the points expected at `level`, with value -+ 1.645 sd.

    sd^2 = sum(w^2 p (1 - p)) / sum(w)^2: each point is a coin that is covered with probability p, independent of the
    others. A question without points at the level is judged on all of them.
    """
    expected = question.points_at(level) or question.points
    total = sum(point.weight for point in expected)
    value = weighted_share(expected, points, deduction)
    variance = sum(
        point.weight**2 * points[point.id].probability * (1 - points[point.id].probability) for point in expected
    )
    half = Z90 * math.sqrt(variance) / total
    return LevelScore(level=level, value=unit(value), low=unit(value - half), high=unit(value + half))


def unit(value: float) -> float:
    """Rounded and kept in [0, 1]."""
    return round(min(max(value, 0.0), 1.0), DECIMALS)


def weighted_share(
    expected: Sequence[Point], points: Mapping[str, PointScore], deduction: float, made: frozenset[str] = frozenset()
) -> float:
    """sum(w c) / sum(w) - deduction with c = 1 for the points in `made`. With fsum their order changes no bit."""
    counted = (point.weight * (1.0 if point.id in made else points[point.id].contribution) for point in expected)
    return math.fsum(counted) / math.fsum(point.weight for point in expected) - deduction


def next_level(levels: Sequence[LevelScore], passed: float) -> Level | None:
    """The lowest level whose score is below the pass mark; None when every level is passed."""
    return next((found.level for found in levels if found.value < passed), None)


def lifting_points(
    question: Question, level: Level, points: Mapping[str, PointScore], deduction: float, passed: float
) -> tuple[str, ...]:
    """The fewest points that, made fully, bring the answer to the pass mark at `level`; ids in the question's order.

    Of several sets of that size the one whose points come first when those expected earliest, then the heaviest, then
    the question's order are put first: what is basic and counts most is the easiest to add. Exact for any number of
    points, because gains add up: a set of k can do it if and only if the k largest gains can. Every point with a gap
    when even all of them do not reach the mark (deductions may be that large), none when nothing needs lifting.
    """
    expected = question.points_at(level) or question.points
    order = {point.id: (point.expected_from.rank, -point.weight, place) for place, point in enumerate(expected)}
    gains = {point.id: point.weight - point.weight * points[point.id].contribution for point in expected}
    gaps = sorted((point_id for point_id, gain in gains.items() if gain > 0), key=lambda point_id: order[point_id])
    largest = sorted(gaps, key=lambda point_id: -gains[point_id])

    def reaches(made: Iterable[str]) -> bool:
        """Whether the level is passed once these points are made fully."""
        return unit(weighted_share(expected, points, deduction, frozenset(made))) >= passed

    size = next((count for count in range(len(gaps) + 1) if reaches(largest[:count])), len(gaps))
    chosen = first_that_reach(gaps, largest, size, reaches)
    return tuple(point.id for point in expected if point.id in chosen)


def first_that_reach(
    gaps: Sequence[str], largest: Sequence[str], size: int, reaches: Callable[[Iterable[str]], bool]
) -> frozenset[str]:
    """The first `size` of the gaps in their order that reach the mark: one is taken if the largest after it make up
    the rest, or if there is no choice."""
    chosen: list[str] = []
    for place, point_id in enumerate(gaps):
        left = size - len(chosen)
        later = [other for other in largest if other in gaps[place + 1 :]][: max(left - 1, 0)]
        if left and (len(gaps) - place <= left or reaches((*chosen, point_id, *later))):
            chosen.append(point_id)
    return frozenset(chosen)
