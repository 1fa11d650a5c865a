"""Review over days: grades, py-fsrs's published figures, and what must hold whatever anybody answers."""

import datetime
from collections.abc import Sequence

import pytest
from fsrs import Rating
from hypothesis import given
from hypothesis import strategies as st

from skillprep.adaptive.review import Card, Seen, grade, predictions, replay, reviews

START = datetime.datetime(2026, 11, 21, 9, 30, tzinfo=datetime.UTC)
SCORE = {Rating.Again: 0.2, Rating.Hard: 0.6, Rating.Good: 0.8}

scores = st.sampled_from([0.0, 0.3, 0.49, 0.5, 0.69, 0.7, 0.89, 0.9, 1.0])
gaps = st.integers(0, 60)
answers = st.lists(st.tuples(gaps, scores), min_size=1, max_size=8)


def history(steps: Sequence[tuple[int, float]], point: str = "p") -> list[Seen]:
    """Answers to one question: days since the one before, and the point's score."""
    found, at = [], START
    for number, (days, score) in enumerate(steps):
        at += datetime.timedelta(days=days, minutes=1)
        found.append(Seen("q", point, f"answer-{number}", at, score, expected=True))
    return found


def card(seen: Sequence[Seen], interview: datetime.date | None = None) -> Card:
    """The card right after the last answer."""
    return replay(seen, interview, max(one.at for one in seen))["q", "p"]


@pytest.mark.parametrize(
    ("score", "before", "rating"),
    [
        (0.0, None, Rating.Again),
        (0.499, 1.0, Rating.Again),
        (0.5, None, Rating.Hard),
        (0.699, 1.0, Rating.Hard),
        (0.7, None, Rating.Good),
        (1.0, None, Rating.Good),
        (1.0, 0.89, Rating.Good),
        (0.89, 1.0, Rating.Good),
        (0.9, 0.9, Rating.Easy),
    ],
)
def test_scores_become_grades(score: float, before: float | None, rating: Rating) -> None:
    assert grade(score, before) is rating


def test_intervals_are_those_that_py_fsrs_publishes() -> None:
    """Of its test_review_card at 3abe686e. Where it says 0 its steps of minutes speak, which are not ours; the memory
    behind them is the same, so all intervals of whole days must be."""
    days = [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]
    ratings = [*[Rating.Good] * 6, *[Rating.Again] * 2, *[Rating.Good] * 5]
    steps = [(gap, SCORE[rating]) for gap, rating in zip([0, *days[:-1]], ratings, strict=True)]
    found = [review.interval_days for review in reviews(history(steps))]
    compared = [(ours, theirs) for ours, theirs in zip(found, days, strict=True) if theirs]
    assert len(compared) == 10
    assert [ours for ours, _ in compared] == [theirs for _, theirs in compared]


def test_memory_is_what_py_fsrs_publishes() -> None:
    """Again, then Good five times: its test_memo_state."""
    gaps_and_scores = [(0, 0.2), (0, 0.8), (1, 0.8), (3, 0.8), (8, 0.8), (21, 0.8)]
    *_, last = reviews(history(gaps_and_scores))
    assert last.stability_days == pytest.approx(53.62691, abs=1e-4)
    assert last.difficulty == pytest.approx(6.3574867, abs=1e-4)


def test_a_missed_point_comes_back_the_next_day_and_later_and_later_while_it_is_made() -> None:
    steps = [(0, 0.1), (1, 0.8), (2, 0.8), (4, 0.8), (9, 0.8)]
    found = [card(history(steps[:size])).review.interval_days for size in range(1, 6)]
    assert found[0] == 1
    assert found == sorted(found)
    assert found[-1] > 10


@pytest.mark.parametrize(("score", "scheduled"), [(0.0, True), (0.49, True), (0.69, True), (0.7, False), (1.0, False)])
def test_only_a_point_that_was_not_made_well_is_scheduled(score: float, scheduled: bool) -> None:
    assert bool(replay(history([(0, score)]), None, START)) is scheduled


def test_what_the_level_does_not_ask_for_is_not_scheduled() -> None:
    beyond = Seen("q", "p", "a", START, 0.0, expected=False)
    assert replay([beyond], None, START) == {}


def test_a_point_made_well_at_first_is_scheduled_once_it_is_missed() -> None:
    steps = history([(0, 1.0), (30, 0.0)])
    assert replay(steps[:1], None, START) == {}
    assert card(steps).lapses == 1


def test_only_the_first_answer_of_a_day_counts() -> None:
    missed = history([(0, 0.0)])
    repaired = missed + [Seen("q", "p", f"again-{n}", START + datetime.timedelta(hours=n), 1.0, True) for n in (1, 2)]
    assert card(repaired) == card(missed)


def test_days_are_counted_in_utc_by_the_calendar() -> None:
    late = Seen("q", "p", "a", datetime.datetime(2026, 11, 21, 23, 59, tzinfo=datetime.UTC), 0.0, True)
    assert card([late]).due_on == datetime.date(2026, 11, 22)
    tokyo = datetime.timezone(datetime.timedelta(hours=9))
    early = Seen("q", "p", "a", datetime.datetime(2026, 11, 22, 8, 0, tzinfo=tokyo), 0.0, True)
    assert early.day == datetime.date(2026, 11, 21)


@given(answers, st.integers(0, 400))
def test_nothing_is_scheduled_past_the_interview(steps: list[tuple[int, float]], ahead: int) -> None:
    seen = history([(0, 0.1), *steps])
    last = seen[-1].day
    interview = last + datetime.timedelta(days=ahead)
    due = card(seen, interview).due_on
    free = card(seen).due_on
    assert free is not None
    assert due == (min(free, interview) if ahead else None)


@given(answers, st.integers(1, 400))
def test_an_interview_that_has_passed_limits_nothing(steps: list[tuple[int, float]], ago: int) -> None:
    seen = history([(0, 0.0), *steps])
    now = seen[-1].at
    assert replay(seen, now.date() - datetime.timedelta(days=ago), now) == replay(seen, None, now)


def test_moving_the_interview_moves_what_is_due() -> None:
    seen = history([(0, 0.2), (1, 0.8), (2, 0.8), (8, 0.8), (30, 0.8)])
    day = seen[-1].day
    near, far = (day + datetime.timedelta(days=days) for days in (3, 4000))
    assert card(seen, near).due_on == near
    assert card(seen, far) == card(seen)


@given(answers, gaps)
def test_more_lapses_never_lengthen_the_interval(steps: list[tuple[int, float]], gap: int) -> None:
    seen = history([(0, 0.0), *steps])
    found = [card(history([(0, 0.0), *steps, *[(gap + 1, 0.0)] * lapses])) for lapses in range(4)]
    intervals = [one.review.interval_days for one in found]
    assert intervals == sorted(intervals, reverse=True)
    assert [one.lapses for one in found] == [found[0].lapses + more for more in range(4)]
    assert found[0] == card(seen)


@given(answers, gaps)
def test_a_better_answer_never_shortens_the_interval(steps: list[tuple[int, float]], gap: int) -> None:
    before = [(0, 0.0), *steps]
    found = [card(history([*before, (gap + 1, score)])).review for score in (0.0, 0.5, 0.7, 1.0)]
    assert [one.interval_days for one in found] == sorted(one.interval_days for one in found)
    assert [one.stability_days for one in found] == sorted(one.stability_days for one in found)


@given(answers, answers, st.randoms(use_true_random=False))
def test_the_order_of_the_input_changes_nothing(
    one: list[tuple[int, float]], other: list[tuple[int, float]], chance: object
) -> None:
    seen = history(one) + history(other, point="other")
    shuffled = list(seen)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    now = START + datetime.timedelta(days=900)
    assert replay(shuffled, None, now) == replay(seen, None, now)
    assert sorted(map(str, predictions(shuffled))) == sorted(map(str, predictions(seen)))


@given(answers)
def test_points_do_not_touch_each_other(steps: list[tuple[int, float]]) -> None:
    mine, other = history([(0, 0.0), *steps]), history([(0, 0.0), (3, 1.0)], point="other")
    assert card(mine + other) == card(mine)


def test_a_prediction_is_made_for_every_later_answer_to_a_scheduled_point() -> None:
    found = predictions(history([(0, 1.0), (5, 1.0), (5, 0.0), (1, 0.5), (3, 0.2), (0, 1.0)]))
    assert [one.answer_id for one in found] == ["answer-3", "answer-4"]
    assert [one.recalled for one in found] == [True, False]
    assert all(0 < one.recall < 1 for one in found)


def test_expected_recall_falls_with_time() -> None:
    found = [predictions(history([(0, 0.0), (days, 1.0)]))[0].recall for days in (1, 2, 10, 100)]
    assert found == sorted(found, reverse=True)
    assert len(set(found)) == 4
