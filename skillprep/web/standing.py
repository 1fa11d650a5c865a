"""Where a candidate stands, as pages show it: a band over three levels and sentences, never a number on the scale."""

from dataclasses import dataclass

from skillprep.actions.estimate_ability import Standing, estimate_ability
from skillprep.adaptive.placement import CUTS, Placement, level_at
from skillprep.bank.bank import Bank
from skillprep.bank.vocabulary import Level
from skillprep.http import services
from skillprep.store.queries import SittingView, TurnView
from skillprep.web.words import level_name

SHOWN: tuple[float, float] = (-2.4, 2.4)
"""What part of the scale is drawn; nearly everybody lies within it."""
MOVED = 0.05
"""A shift smaller than this is not worth a sentence."""
MOST_MOVES = 3
CHANCES = ((0.95, "nearly certain"), (0.80, "quite sure"), (0.60, "fairly sure"), (0.0, "not sure yet"))
NEARLY_ALL = 0.95


@dataclass(frozen=True)
class Move:
    """An answer that moved the estimate, and which way."""

    turn: TurnView
    is_up: bool


@dataclass(frozen=True)
class Band:
    """One skill: the likeliest level, how sure that is, the range, and places in the drawing from 0 to 1."""

    skill_id: str
    title: str
    level: Level
    sure: str
    chance: str
    span: str
    low: float
    middle: float
    high: float
    shares: tuple[tuple[Level, float], ...]
    moves: tuple[Move, ...]


@dataclass(frozen=True)
class StandingView:
    """Every skill of a sitting, on how many answers it rests, and how much is known of the questions."""

    bands: tuple[Band, ...]
    answers: int
    fitted: int
    questions: int

    @property
    def cuts(self) -> tuple[float, ...]:
        """Where one level ends and the next begins in the drawing."""
        return tuple(place_of(cut) for cut in CUTS)


def standing_of(sitting: SittingView) -> StandingView | None:
    """What the sitting says; None before a score, and for reviews."""
    bank = services().bank
    with services().db.reading() as session:
        found = estimate_ability(session, services(), bank, sitting)
    if found is None:
        return None
    bands = tuple(band_of(bank, skill_id, one, found) for skill_id, one in found.placements.items())
    return StandingView(bands, len(found.turns), found.fitted, found.questions)


def band_of(bank: Bank, skill_id: str, placed: Placement, standing: Standing) -> Band:
    """One skill's band."""
    skill, ability = bank.skills.get(skill_id), placed.ability
    moves = [Move(standing.turns[one.place], one.shift > 0) for one in placed.influences if abs(one.shift) >= MOVED]
    return Band(
        skill_id=skill_id,
        title=skill.short_title if skill else skill_id,
        level=placed.level,
        sure=next(words for least, words in CHANCES if placed.probability >= least),
        chance=chance_of(placed.probability),
        span=span_of(level_at(ability.low), level_at(ability.high)),
        low=place_of(ability.low),
        middle=place_of(ability.mean),
        high=place_of(ability.high),
        shares=tuple(placed.probabilities.items()),
        moves=tuple(moves[:MOST_MOVES]),
    )


def chance_of(probability: float) -> str:
    """A probability in words: nobody reads two decimals."""
    return "more than 9 in 10" if probability >= NEARLY_ALL else f"about {round(probability * 10)} in 10"


def span_of(low: Level, high: Level) -> str:
    """The levels that a range touches, in words."""
    if low is high:
        return f"within {level_name(low)}"
    if high.rank - low.rank == 1:
        return f"{level_name(low)} or {level_name(high)}"
    return "any level from Beginner to Advanced"


def place_of(theta: float) -> float:
    """An ability's place in the drawing, from 0 to 1."""
    low, high = SHOWN
    return round(min(max((theta - low) / (high - low), 0.0), 1.0), 4)
