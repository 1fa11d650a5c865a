"""What is believed of the questions, one fit for each purpose: practice never reaches hiring, not even this way."""

import datetime
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pydantic import ValidationError
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from skillprep.adaptive.belief import GRID, packed, unpacked
from skillprep.adaptive.grid import Floats
from skillprep.adaptive.item_figures import ItemFigures
from skillprep.bank.vocabulary import Level
from skillprep.errors import InvalidInputError
from skillprep.store.tables import ItemBelief

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class ItemKey:
    """A question as it is judged at one level. Another version is another item, which starts cold."""

    question_id: str
    version: int
    level: Level

    @property
    def item_id(self) -> str:
        """The name by which the adaptive core knows it."""
        return f"{self.question_id}:{self.version}:{self.level.value}"


@dataclass(frozen=True, eq=False)
class FittedItem:
    """The belief about an item, from how many answers, scored by which version of the scorer, and its statistics."""

    key: ItemKey
    belief: Floats
    answers: int
    scorer: str
    figures: ItemFigures


@dataclass(frozen=True)
class LastFit:
    """When a purpose was fitted and to how many answers; None and 0 before the first time."""

    at: datetime.datetime | None
    answers: int


def beliefs_of(session: Session, purpose: str) -> Mapping[str, Floats]:
    """The stored belief about each item of one purpose, by `ItemKey.item_id`; empty when nothing was fitted.

    A belief that cannot be read, or that is over another grid than this version's, is left out with a warning: its
    item starts cold until the next `skillprep calibrate`. Nobody's sitting fails because of it.
    """
    rows = session.scalars(select(ItemBelief).where(ItemBelief.purpose == purpose)).all()
    readable = {key_of(row).item_id: belief for row in rows if (belief := belief_in(row)) is not None}
    if len(readable) < len(rows):
        unread = {"purpose": purpose, "unreadable": len(rows) - len(readable), "remedy": "skillprep calibrate"}
        log.warning("beliefs_unreadable", extra=unread)
    return readable


def fitted_items(session: Session, purpose: str) -> tuple[list[FittedItem], int]:
    """What `store_beliefs` stored, by question, version and level, and how many rows of it cannot be read."""
    wanted = select(ItemBelief).where(ItemBelief.purpose == purpose)
    rows = session.scalars(wanted.order_by(ItemBelief.question_id, ItemBelief.question_version, ItemBelief.level)).all()
    readable = [one for row in rows if (one := fitted_item(row))]
    return readable, len(rows) - len(readable)


def belief_in(row: ItemBelief) -> Floats | None:
    """The row's belief, or None when it is not one over this version's grid."""
    if row.grid != GRID:
        return None
    try:
        return unpacked(row.belief)
    except InvalidInputError:
        return None


def fitted_item(row: ItemBelief) -> FittedItem | None:
    """The row as a value, or None when a part of it cannot be read."""
    belief = belief_in(row)
    if belief is None:
        return None
    try:
        figures = ItemFigures.model_validate(row.figures)
    except ValidationError:
        return None
    return FittedItem(key_of(row), belief, row.answers, row.scorer, figures)


def key_of(row: ItemBelief) -> ItemKey:
    """Which item the row is about."""
    return ItemKey(row.question_id, row.question_version, Level(row.level))


def last_fit(session: Session, purpose: str) -> LastFit:
    """The last fit of a purpose; whoever caches beliefs asks this."""
    figures = select(func.max(ItemBelief.fitted_at), func.coalesce(func.sum(ItemBelief.answers), 0))
    at, answers = session.execute(figures.where(ItemBelief.purpose == purpose)).one()
    return LastFit(at, int(answers))


def store_beliefs(session: Session, purpose: str, fitted: Sequence[FittedItem], now: datetime.datetime) -> None:
    """Put these beliefs in the place of all of the purpose's, within the caller's transaction."""
    session.execute(delete(ItemBelief).where(ItemBelief.purpose == purpose))
    session.add_all(
        ItemBelief(
            purpose=purpose,
            question_id=one.key.question_id,
            question_version=one.key.version,
            level=one.key.level.value,
            belief=packed(one.belief),
            grid=GRID,
            answers=one.answers,
            figures=one.figures.model_dump(mode="json"),
            scorer=one.scorer,
            fitted_at=now,
        )
        for one in fitted
    )
