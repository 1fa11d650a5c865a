"""What is believed of the questions is fitted to every answer there is, a purpose at a time."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from sqlalchemy.exc import IntegrityError

from skillprep.actions.start_sitting import PURPOSES
from skillprep.actions.warm_up import silent
from skillprep.adaptive.engine import item_statistics, refit
from skillprep.adaptive.item_figures import ItemFigures
from skillprep.adaptive.response import difficulty_mean
from skillprep.errors import ConflictError, InvalidInputError
from skillprep.scoring.receipt import SCORER_VERSION
from skillprep.services import Services
from skillprep.store.beliefs import FittedItem, ItemKey, fitted_items, store_beliefs
from skillprep.store.item_history import History, item_history


@dataclass(frozen=True)
class Move:
    """How hard an item was believed to be before the fit and after it."""

    key: ItemKey
    answers: int
    before: float
    after: float
    after_sd: float


@dataclass(frozen=True)
class Calibrated:
    """What a fit used and did. `repeated`, `pasted` and `unplaced` answers were left out (see `History`);
    `other_scorer` were used although an earlier version of the scorer gave their scores; `unreadable` stored beliefs
    could not be read and were fitted from the start, as all are; `gone` had lost their answers and start cold again."""

    purpose: str
    sittings: int
    answers: int
    moves: tuple[Move, ...]
    repeated: int
    pasted: int
    unplaced: int
    other_scorer: int
    unreadable: int
    gone: int

    def largest(self, count: int) -> list[Move]:
        """The items whose difficulty moved most."""
        return sorted(self.moves, key=lambda one: (-abs(one.after - one.before), one.key.item_id))[:count]


def calibrate(
    services: Services, purpose: str, dry_run: bool = False, progress: Callable[[int, int], None] = silent
) -> Calibrated:
    """Fit the beliefs about all questions to the scored answers of one purpose, and store them at once.

    Every fit starts from the levels' priors and all answers, so that running it twice changes nothing and an erased
    answer leaves no trace. Reading and fitting lock nobody out; storing is one short transaction. Raises
    InvalidInputError for a purpose that sittings do not have, ConflictError when another fit was stored meanwhile.
    """
    if purpose not in PURPOSES:
        raise InvalidInputError(f"The purpose is one of {', '.join(PURPOSES)}.", "purpose")
    skills = {question.id: question.skill for question in services.bank.questions.values()}
    with services.db.reading() as session:
        earlier, unreadable = fitted_items(session, purpose)
        history = item_history(session, purpose, skills, progress)
    fitted = fit(history)
    if not dry_run:
        replace_beliefs(services, purpose, fitted)
    before = {one.key.item_id: one.figures.b for one in earlier}
    return Calibrated(
        purpose=purpose,
        sittings=len(history.sittings),
        answers=history.answers.total(),
        moves=tuple(move(one, before) for one in fitted),
        repeated=history.repeated,
        pasted=history.pasted,
        unplaced=history.unplaced,
        other_scorer=history.answers.total() - history.scored_by[SCORER_VERSION],
        unreadable=unreadable,
        gone=len(before.keys() - history.items.keys()),
    )


def fit(history: History) -> list[FittedItem]:
    """The belief about each item that was answered, with its statistics under that belief."""
    if not history.items:
        return []
    beliefs = refit(list(history.items.values()), history.sittings)
    items = [replace(item, belief=beliefs[item_id]) for item_id, item in history.items.items()]
    return [
        FittedItem(
            history.keys[found.item_id],
            beliefs[found.item_id],
            found.n,
            history.scorers[found.item_id],
            ItemFigures.of(found, history.asked[found.item_id], history.sittings_on[item.skill_id]),
        )
        for item, found in zip(items, item_statistics(items, history.sittings), strict=True)
    ]


def replace_beliefs(services: Services, purpose: str, fitted: list[FittedItem]) -> None:
    """Store a fit in the place of the last one."""
    try:
        with services.db.writing() as session:
            store_beliefs(session, purpose, fitted, services.clock())
    except IntegrityError as error:
        raise ConflictError("Another run stored its fit at the same moment; nothing of this one is kept.") from error


def move(one: FittedItem, before: Mapping[str, float]) -> Move:
    """How far an item's difficulty moved; what was never fitted was where its level is."""
    was = before.get(one.key.item_id, difficulty_mean(one.key.level))
    return Move(one.key, one.answers, was, one.figures.b, one.figures.b_se)
