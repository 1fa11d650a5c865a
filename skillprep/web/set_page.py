"""A set as its page shows it: how well it measures, in words with numbers."""

from dataclasses import dataclass
from math import sqrt

from skillprep.sets.information import ABILITY, ABILITY_SD
from skillprep.sets.question_set import QuestionSet

LEVEL_STEP = 0.75
"""How far apart the middles of two neighbouring levels lie."""


@dataclass(frozen=True)
class Precision:
    """How well a form measures a candidate of one ability. `levels` is the 95 % interval's half width in levels."""

    letter: str
    information: float
    se: float
    levels: float


@dataclass(frozen=True)
class Target:
    """One ability to measure, in words and as a number, with each form's precision."""

    words: str
    theta: float
    forms: tuple[Precision, ...]


def measured(built: QuestionSet) -> tuple[Target, ...]:
    """Every target."""
    return tuple(target(place, theta, built) for place, theta in enumerate(built.targets))


def target(place: int, theta: float, built: QuestionSet) -> Target:
    """One target. The standard error is that of the posterior: 1 / sqrt(1 / sd^2 + information)."""
    found = []
    for form in built.forms:
        se = 1 / sqrt(1 / ABILITY_SD**2 + form.information[place])
        found.append(Precision(form.letter, form.information[place], se, 1.96 * se / LEVEL_STEP))
    return Target(ability_words(theta), theta, tuple(found))


def ability_words(theta: float) -> str:
    """'a typical intermediate candidate', 'between beginner and intermediate', 'above advanced'."""
    levels = sorted(ABILITY.items(), key=lambda pair: pair[1])
    for level, middle in levels:
        if abs(theta - middle) < 0.2:
            return f"a typical {level} candidate"
    below = [level for level, middle in levels if middle < theta]
    above = [level for level, middle in levels if middle > theta]
    if not above:
        return f"someone above {below[-1]}"
    return f"someone between {below[-1]} and {above[0]}" if below else f"someone below {above[0]}"


def name_of(question_id: str) -> str:
    """A question's id as words."""
    return question_id.replace("-", " ")
