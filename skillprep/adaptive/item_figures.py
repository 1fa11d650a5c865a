"""What an author is told of a question: its figures, in plain words what is odd about them, and what to do about it."""

from dataclasses import dataclass
from math import atanh, sqrt, tanh
from typing import Final, Self

from pydantic import BaseModel, ConfigDict

from skillprep.adaptive.drift import LEAST_EACH_HALF
from skillprep.adaptive.response import difficulty_mean
from skillprep.adaptive.select import Rules
from skillprep.adaptive.statistics import LEAST_FOR_CORRELATION, ItemStatistics
from skillprep.bank.vocabulary import Level

ENOUGH: Final = LEAST_FOR_CORRELATION
ENOUGH_FOR_DRIFT: Final = 2 * LEAST_EACH_HALF
WEAK_CORRELATION: Final = 0.2
LEAST_SITTINGS: Final = 20
SURE: Final = 2.0
Z95: Final = 1.96


class ItemFigures(BaseModel):
    """Counts and parameters of an item. `asked` of `sittings`: how many of the sittings on its skill put it.

    Under 10 answers a mean would be somebody's score and the rest would be chance: they are None.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    n: int
    asked: int
    sittings: int
    b: float
    b_se: float
    a: float
    mean: float | None = None
    item_rest: float | None = None
    outfit: float | None = None
    misfit: bool = False
    shift: float | None = None
    drifting: bool = False

    @classmethod
    def of(cls, found: ItemStatistics, asked: int, sittings: int) -> Self:
        """The figures of an item's statistics."""
        estimate, enough = found.estimate, found.n >= ENOUGH
        return cls(
            n=found.n,
            asked=asked,
            sittings=sittings,
            b=estimate.b,
            b_se=estimate.b_se,
            a=estimate.a,
            mean=found.mean if enough else None,
            item_rest=found.item_rest,
            outfit=found.misfit.outfit if enough else None,
            misfit=enough and found.misfit.flagged,
            shift=found.drift.shift,
            drifting=found.drift.flagged,
        )

    @property
    def enough(self) -> bool:
        """Whether there are answers enough to say anything."""
        return self.n >= ENOUGH

    @property
    def rate(self) -> float:
        """Share of the sittings on its skill in which it was asked."""
        return self.asked / self.sittings if self.sittings else 0.0


@dataclass(frozen=True)
class Oddity:
    """Something about a question that an author should look at: what was seen, and what to do."""

    flag: str
    seen: str
    advice: str


def oddities(figures: ItemFigures, level: Level) -> list[Oddity]:
    """What stands out, the gravest first; nothing while there are too few answers to say."""
    found = (drifting(figures), misfitting(figures), weak(figures), misplaced(figures, level), worn(figures))
    return [one for one in found if one is not None]


def drifting(figures: ItemFigures) -> Oddity | None:
    """The difficulty moved."""
    if not figures.drifting or figures.shift is None:
        return None
    if figures.shift < 0:
        advice = "It may have got around: rest it, or write another version of it."
    else:
        advice = "See whether its wording, its points or the tools it names have aged, or the scorer has changed."
    way = "easier" if figures.shift < 0 else "harder"
    return Oddity("drift", f"Became {way}: difficulty moved by {figures.shift:+.1f}.", advice)


def misfitting(figures: ItemFigures) -> Oddity | None:
    """Scores are further from what is expected than chance allows."""
    if not figures.misfit:
        return None
    seen = f"Scores surprise more than chance allows (outfit {figures.outfit:.2f}, 1 is usual)."
    return Oddity(
        "misfit", seen, "Read the prompt for a second meaning, and the points for one that strong people omit."
    )


def weak(figures: ItemFigures) -> Oddity | None:
    """Its scores hardly go with the rest, and even the upper end of the correlation's 95 % interval is low."""
    r = figures.item_rest
    if r is None or not figures.enough:
        return None
    upper = tanh(atanh(min(r, 0.999)) + Z95 / sqrt(figures.n - 3)) if r > -1 else -1.0
    if upper >= WEAK_CORRELATION:
        return None
    seen = f"Hardly tells strong from weak candidates (correlation with their other answers {r:.2f})."
    return Oddity("weak", seen, "Check that its points are what experts would say; else rewrite or retire it.")


def misplaced(figures: ItemFigures, level: Level) -> Oddity | None:
    """As hard as questions of another level, by more than two standard deviations of doubt."""
    nearest = nearest_level(figures.b)
    toward = SURE * figures.b_se * (-1 if figures.b > difficulty_mean(level) else 1)
    if not figures.enough or nearest is level or nearest_level(figures.b + toward) is level:
        return None
    way = "harder" if figures.b > difficulty_mean(level) else "easier"
    seen = f"{way.capitalize()} than its level: as hard as {nearest.value} questions."
    return Oddity("level", seen, f"Move it to {nearest.value}, or make its points for this level {opposite(way)}.")


def worn(figures: ItemFigures) -> Oddity | None:
    """Asked more often than selection should let it be."""
    if figures.sittings < LEAST_SITTINGS or figures.rate <= Rules.cap:
        return None
    seen = f"Asked in {figures.rate:.0%} of the sittings on its skill."
    return Oddity("exposure", seen, "Write more questions of this level, so that it can rest.")


def nearest_level(difficulty: float) -> Level:
    """The level whose questions are about that hard."""
    return min(Level, key=lambda level: abs(difficulty_mean(level) - difficulty))


def opposite(way: str) -> str:
    """The other way."""
    return "easier" if way == "harder" else "harder"
