"""Review over days: when a point that was not made should come up again, by FSRS-6 replayed over the stored scores.

What is scheduled is the point, not the question. It is scheduled from the first answer that leaves it under GOOD_FROM
at a level that expects it, whether the scorer calls it missed, not sure or half made: one scale decides both whether a
point is learnt and how its review went, a needless review costs a minute, and a point the scorer is never sure about
would otherwise stay due for ever. Points made well from the start are left alone; what a later level expects too.

Only the first answer of a day counts. A retry begins with the earlier text and with the advice in view, so it tells how
well somebody edits, not what they remember. Days are UTC days.

Nothing is stored but scores and the day of the interview: replaying them gives the same cards every time. The library
(https://github.com/open-spaced-repetition/py-fsrs) is used with its published parameters, without learning steps and
without fuzz, so that a point is never due again on the day it was answered and nothing depends on chance.
"""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import fsrs
from fsrs import Rating

AGAIN_BELOW = 0.5
GOOD_FROM = 0.7
EASY_FROM = 0.9
LONGEST_DAYS = 36_500
"""FSRS's own limit, about a hundred years: no limit."""

Key = tuple[str, str]
"""Question id, point id."""


@dataclass(frozen=True)
class Seen:
    """How well one answer made one point.

    `score` in [0, 1] is the share of the point's weight that counted. `expected`: the level of the answer asks for the
    point. `state` is the scorer's word for it, carried along for the page.
    """

    question_id: str
    point_id: str
    answer_id: str
    at: datetime.datetime
    score: float
    expected: bool
    state: str = ""

    @property
    def key(self) -> Key:
        """Which point."""
        return self.question_id, self.point_id

    @property
    def day(self) -> datetime.date:
        """The UTC day."""
        return self.at.astimezone(datetime.UTC).date()

    @property
    def is_missed(self) -> bool:
        """Whether this puts the point on the schedule."""
        return self.expected and self.score < GOOD_FROM


@dataclass(frozen=True)
class Review:
    """One graded day of a point. `recall` is what FSRS expected just before, None the first time.

    `stability_days`: days until recall falls to .9. `difficulty` in [1, 10]. `interval_days` from 1 to the limit.
    """

    grade: Rating
    recall: float | None
    stability_days: float
    difficulty: float
    interval_days: int


@dataclass(frozen=True)
class Card:
    """A scheduled point as the replay leaves it. `lapses` counts the days on which it was not made.

    `due_on` None: it was answered on the day of the interview, so nothing more is planned before that is over.
    """

    last: Seen
    review: Review
    lapses: int
    due_on: datetime.date | None


@dataclass(frozen=True)
class Prediction:
    """What FSRS expected of a scheduled point, and whether it was recalled: a score of AGAIN_BELOW or more."""

    answer_id: str
    recall: float
    recalled: bool


def grade(score: float, before: float | None) -> Rating:
    """Under .5 Again, to .7 Hard (a pass), from there on Good; Easy when this and the score before it reach .9."""
    if score < AGAIN_BELOW:
        return Rating.Again
    if score < GOOD_FROM:
        return Rating.Hard
    twice = before is not None and min(before, score) >= EASY_FROM
    return Rating.Easy if twice else Rating.Good


def replay(seen: Iterable[Seen], interview: datetime.date | None, now: datetime.datetime) -> dict[Key, Card]:
    """The scheduled points. The order of `seen` does not matter; an interview that has passed limits nothing."""
    today = now.astimezone(datetime.UTC).date()
    ahead = interview if interview is not None and interview >= today else None
    return {key: card_of(days, ahead) for key, days in histories(seen).items() if any(one.is_missed for one in days)}


def histories(seen: Iterable[Seen]) -> dict[Key, tuple[Seen, ...]]:
    """What counts of each point, oldest first: the first answer of each day."""
    found: dict[Key, dict[datetime.date, Seen]] = {}
    for one in sorted(seen, key=lambda one: (one.at, one.answer_id)):
        found.setdefault(one.key, {}).setdefault(one.day, one)
    return {key: tuple(days.values()) for key, days in found.items()}


def card_of(days: Sequence[Seen], interview: datetime.date | None) -> Card:
    """The card after the last of these days."""
    *_, review = reviews(days, interview)
    last = days[-1]
    over = interview is not None and interview <= last.day
    return Card(
        last=last,
        review=review,
        lapses=sum(one.score < AGAIN_BELOW for one in days),
        due_on=None if over else last.day + datetime.timedelta(days=review.interval_days),
    )


def reviews(days: Sequence[Seen], interview: datetime.date | None = None) -> Iterator[Review]:
    """Replay one point, oldest first. No interval reaches past the interview, except from its own day on."""
    card = fsrs.Card(card_id=0, due=midnight(days[0].day))
    before: float | None = None
    for one in days:
        at, rating = midnight(one.day), grade(one.score, before)
        left = (interview - one.day).days if interview else LONGEST_DAYS
        scheduler = scheduler_for(min(max(left, 1), LONGEST_DAYS))
        recall = None if before is None else scheduler.get_card_retrievability(card, at)
        card, _ = scheduler.review_card(card, rating, at)
        before = one.score
        yield Review(rating, recall, card.stability or 0.0, card.difficulty or 0.0, (card.due - at).days)


def scheduler_for(maximum_days: int) -> fsrs.Scheduler:
    """FSRS-6 with its published parameters: recall of .9 wanted, whole days, nothing random."""
    return fsrs.Scheduler(
        desired_retention=0.9,
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=maximum_days,
        enable_fuzzing=False,
    )


def midnight(day: datetime.date) -> datetime.datetime:
    """The start of the day: FSRS counts spans of 24 hours, people count days."""
    return datetime.datetime.combine(day, datetime.time(), datetime.UTC)


def predictions(seen: Iterable[Seen]) -> list[Prediction]:
    """Every later answer to a point that was on the schedule by then, early or late, beside what FSRS expected."""
    found = []
    for days in histories(seen).values():
        scheduled = False
        for one, review in zip(days, reviews(days), strict=True):
            if scheduled and review.recall is not None:
                found.append(Prediction(one.answer_id, review.recall, one.score >= AGAIN_BELOW))
            scheduled = scheduled or one.is_missed
    return found
