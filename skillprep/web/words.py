"""Numbers, reasons and states in words. A number never stands on a page without its meaning."""

import datetime
from typing import NamedTuple

from markupsafe import Markup

from skillprep.adaptive.choose import Reason
from skillprep.bank.bank import Bank
from skillprep.bank.vocabulary import Level
from skillprep.scoring.values import PointState
from skillprep.store.queries import SittingView

SHARES = (
    (0.0, "hardly anything"),
    (0.1, "about one part in ten"),
    (0.25, "about a quarter"),
    (0.33, "about one third"),
    (0.5, "about half"),
    (0.67, "about two thirds"),
    (0.75, "about three quarters"),
    (0.9, "about nine parts in ten"),
    (1.0, "nearly everything"),
)

ENDINGS = {
    "precise": "It ended because your level is known well enough.",
    "longest": "It ended with the last of its questions.",
    "time": "It ended because the time was used.",
    "used-up": "It ended because the bank has no further question on this.",
}

MODES = {"placement": "find my level", "timed": "timed", "review": "review"}

REASONS = {
    Reason.FIXED_LEVEL.value: "You asked to stay at this level.",
    Reason.LEVEL_USED_UP.value: "The level that would come next has no new question left, so this is the nearest one.",
    Reason.RETRY.value: "The same question again. It starts with your earlier text; change what you like.",
    Reason.REVIEW.value: "You left something out here before. Answer afresh and see whether it is there now.",
}

LEVELS = {
    Level.BEGINNER: "You know the terms and can say why they matter.",
    Level.INTERMEDIATE: "You do the work: methods, tools, trade-offs.",
    Level.ADVANCED: "You decide for others: systems, doubt, accountability.",
}


class StateWords(NamedTuple):
    """How a point's state is shown: an icon, a word, and a sentence for the legend."""

    icon: str
    word: str
    meaning: str


STATES = {
    PointState.COVERED: StateWords("check-circle-fill", "Covered", "your answer says it"),
    PointState.PARTLY: StateWords("circle-half", "Partly", "it is touched, but not plain yet"),
    PointState.MISSED: StateWords("circle", "Missing", "not found in your answer"),
    PointState.UNSURE: StateWords("question-circle", "Not sure", "the scorer cannot tell: ask a person"),
}


def percent(value: float) -> int:
    """A share in [0, 1] as a whole number out of 100."""
    return int(value * 100 + 0.5)


def share(value: float) -> str:
    """A share in [0, 1] in words, such as 'about two thirds'."""
    return min(SHARES, key=lambda pair: abs(pair[0] - value))[1]


def level_name(level: str) -> str:
    """The level as a word on a page."""
    return level.capitalize()


def count(number: int, one: str, many: str = "") -> str:
    """'1 question', '2 questions', '1,204 questions'."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def moment(at: datetime.datetime) -> Markup:
    """A time in UTC; the browser's script rewrites it in the reader's own zone."""
    return Markup('<time datetime="{}" data-local>{}</time>').format(
        at.isoformat(timespec="seconds"), f"{at.day} {at:%B %Y, %H:%M} UTC"
    )


def when(day: datetime.date, today: datetime.date) -> str:
    """'today', 'tomorrow', 'on Tuesday' within a week, else 'on 3 December', with the year where it is another one."""
    ahead = (day - today).days
    if ahead in (0, 1):
        return ("today", "tomorrow")[ahead]
    return f"on {day:%A}" if 1 < ahead < 7 else f"on {date_name(day, today)}"


def date_name(day: datetime.date, today: datetime.date) -> str:
    """'3 December', or '3 December 2027' in another year."""
    return f"{day.day} {day:%B}" + (f" {day.year}" if day.year != today.year else "")


def sitting_name(bank: Bank, sitting: SittingView) -> str:
    """What a sitting is on: the short titles of its skills, or review."""
    if sitting.mode == "review":
        return "Review"
    titles = [bank.skills[one].short_title if one in bank.skills else one for one in sitting.skill_ids]
    return titles[0] if len(titles) == 1 else ", ".join(titles[:-1]) + f" and {titles[-1]}"
