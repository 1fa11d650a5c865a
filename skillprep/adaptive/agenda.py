"""What is due, and when the rest comes: scheduled points joined with the bank's questions."""

import datetime
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from skillprep.adaptive.review import Card, Key
from skillprep.bank.bank import Bank
from skillprep.bank.question import Point, Question
from skillprep.bank.vocabulary import Status

WEEK = 7


@dataclass(frozen=True)
class DuePoint:
    """A point to make again, with the bank's words for it."""

    point: Point
    card: Card


@dataclass(frozen=True)
class DueQuestion:
    """A question with the points of it that are due, heaviest first."""

    question: Question
    points: tuple[DuePoint, ...]

    @property
    def weight(self) -> float:
        """How much the due points weigh together."""
        return sum(due.point.weight for due in self.points)


@dataclass(frozen=True)
class DayLoad:
    """How many points fall due on a day; none of them is due before."""

    day: datetime.date
    points: int


@dataclass(frozen=True)
class Agenda:
    """What to review. `due`: most due weight first. `days`: every later day with something due, in order.

    `resting`: points with nothing planned before the interview, which is today. `interview` may have passed.
    """

    today: datetime.date
    interview: datetime.date | None
    due: tuple[DueQuestion, ...]
    days: tuple[DayLoad, ...]
    resting: int

    @property
    def points(self) -> int:
        """Points due today."""
        return sum(len(one.points) for one in self.due)

    @property
    def minutes(self) -> int:
        """How long answering every due question takes."""
        return sum(one.question.minutes for one in self.due)

    @property
    def scheduled(self) -> int:
        """Every point that is on the schedule."""
        return self.points + self.resting + sum(load.points for load in self.days)

    @property
    def next_day(self) -> DayLoad | None:
        """The next day after today with something due."""
        return self.days[0] if self.days else None

    @property
    def week(self) -> tuple[DayLoad, ...]:
        """The seven days after today, those without anything too."""
        points = {load.day: load.points for load in self.days}
        coming = (self.today + datetime.timedelta(days=ahead) for ahead in range(1, WEEK + 1))
        return tuple(DayLoad(day, points.get(day, 0)) for day in coming)


def agenda_of(cards: Mapping[Key, Card], bank: Bank, interview: datetime.date | None, today: datetime.date) -> Agenda:
    """The agenda of the points that can still be asked for: of questions that are ready, and still in the bank."""
    askable = [due for card in cards.values() if (due := find_point(bank, card))]
    by_question: dict[str, list[DuePoint]] = {}
    for due in askable:
        if due.card.due_on is not None and due.card.due_on <= today:
            by_question.setdefault(due.card.last.question_id, []).append(due)
    later = Counter(due.card.due_on for due in askable if due.card.due_on is not None and due.card.due_on > today)
    questions = [DueQuestion(bank.question(name), heaviest_first(points)) for name, points in by_question.items()]
    return Agenda(
        today=today,
        interview=interview,
        due=tuple(sorted(questions, key=lambda one: (-one.weight, one.question.id))),
        days=tuple(DayLoad(day, later[day]) for day in sorted(later)),
        resting=sum(due.card.due_on is None for due in askable),
    )


def find_point(bank: Bank, card: Card) -> DuePoint | None:
    """The card with its point, unless the question is not asked any more or has lost the point."""
    question = bank.questions.get(card.last.question_id)
    if question is None or question.status is not Status.READY:
        return None
    point = next((point for point in question.points if point.id == card.last.point_id), None)
    return DuePoint(point, card) if point else None


def heaviest_first(points: list[DuePoint]) -> tuple[DuePoint, ...]:
    """In the order in which a candidate should think of them."""
    return tuple(sorted(points, key=lambda due: (-due.point.weight, due.point.id)))
