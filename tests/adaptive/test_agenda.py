"""From scheduled points to what is due, in the bank's words."""

import datetime
from dataclasses import replace

import pytest

from skillprep.adaptive.agenda import Agenda, agenda_of
from skillprep.adaptive.review import Seen, replay
from skillprep.bank.bank import Bank
from skillprep.bank.live import LiveBank
from skillprep.bank.vocabulary import Status

NOW = datetime.datetime(2026, 11, 21, 9, 0, tzinfo=datetime.UTC)
FIRST, SECOND = "bias-audit-step-by-step", "metric-met-goal-missed"


@pytest.fixture
def bank(our_bank: LiveBank) -> Bank:
    return our_bank.current()


def missed(bank: Bank, question_id: str, points: int, score: float = 0.0) -> list[Seen]:
    """An answer of now that leaves the first so many points out."""
    chosen = bank.question(question_id).points[:points]
    return [Seen(question_id, point.id, "a", NOW, score, True, "missed") for point in chosen]


def agenda(bank: Bank, seen: list[Seen], days: int, interview: datetime.date | None = None) -> Agenda:
    """The agenda so many days after the answers."""
    now = NOW + datetime.timedelta(days=days)
    return agenda_of(replay(seen, interview, now), bank, interview, now.date())


def test_nobody_has_nothing_to_review(bank: Bank) -> None:
    found = agenda(bank, [], 0)
    assert (found.due, found.days, found.next_day, found.scheduled) == ((), (), None, 0)
    assert [load.points for load in found.week] == [0] * 7


def test_what_was_missed_today_is_due_tomorrow(bank: Bank) -> None:
    seen = missed(bank, FIRST, 2)
    today, tomorrow = agenda(bank, seen, 0), agenda(bank, seen, 1)
    assert (today.points, today.scheduled) == (0, 2)
    assert today.next_day == today.week[0]
    assert today.week[0].points == 2
    assert (tomorrow.points, tomorrow.scheduled, tomorrow.next_day) == (2, 2, None)
    assert tomorrow.minutes == bank.question(FIRST).minutes


def test_what_is_overdue_stays_due(bank: Bank) -> None:
    assert agenda(bank, missed(bank, FIRST, 2), 300).points == 2


def test_most_due_weight_comes_first_and_heavy_points_before_light_ones(bank: Bank) -> None:
    found = agenda(bank, missed(bank, FIRST, 1) + missed(bank, SECOND, 4), 1).due
    assert [one.question.id for one in found] == [SECOND, FIRST]
    assert found[0].weight == sum(point.weight for point in bank.question(SECOND).points[:4])
    weights = [due.point.weight for due in found[0].points]
    assert weights == sorted(weights, reverse=True)


def test_points_due_later_of_a_due_question_are_not_due(bank: Bank) -> None:
    half_made = missed(bank, FIRST, 1, 0.6) + missed(bank, FIRST, 2)[1:]
    later = NOW + datetime.timedelta(days=1)
    made = [replace(one, at=later, answer_id="b", score=1.0) for one in half_made[:1]]
    found = agenda(bank, half_made + made, 1)
    assert found.points == 1
    assert found.next_day is not None
    assert found.next_day.day > later.date()


def test_what_can_no_longer_be_asked_is_left_out(bank: Bank) -> None:
    seen = missed(bank, FIRST, 2)
    question = bank.question(FIRST)
    retired = question.model_copy(update={"status": Status.RETIRED})
    shorter = question.model_copy(update={"points": question.points[1:]})
    for changed, left in ((retired, 0), (shorter, 1)):
        other = replace(bank, questions={**bank.questions, FIRST: changed})
        assert agenda(other, seen, 1).scheduled == left
    without = {name: one for name, one in bank.questions.items() if name != FIRST}
    assert agenda(replace(bank, questions=without), seen, 1).scheduled == 0


def test_on_the_day_of_the_interview_nothing_more_is_planned_until_it_is_over(bank: Bank) -> None:
    seen, day = missed(bank, FIRST, 3), NOW.date()
    found = agenda(bank, seen, 0, day)
    assert (found.points, found.resting, found.days, found.scheduled) == (0, 3, (), 3)
    assert agenda(bank, seen, 1, day).points == 3
