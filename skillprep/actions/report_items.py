"""An author asks what candidates' answers say about the questions: figures only, nothing about anybody."""

import datetime
from dataclasses import dataclass

from skillprep.actions.start_sitting import PURPOSES
from skillprep.adaptive.item_figures import ItemFigures, Oddity, oddities
from skillprep.bank.bank import Bank
from skillprep.bank.vocabulary import Status
from skillprep.errors import InvalidInputError
from skillprep.services import Services
from skillprep.store.beliefs import FittedItem, ItemKey, fitted_items, last_fit


@dataclass(frozen=True)
class ItemReport:
    """One item. `figures` is None while nobody has answered it; `served` says that the bank asks this version now."""

    key: ItemKey
    served: bool
    figures: ItemFigures | None = None
    oddities: tuple[Oddity, ...] = ()


@dataclass(frozen=True)
class ItemsReport:
    """All items of a purpose as of the last fit; `fitted_at` is None before the first. Oddities come first, then the
    items answered most."""

    purpose: str
    fitted_at: datetime.datetime | None
    items: tuple[ItemReport, ...]
    unreadable: int = 0

    @property
    def answered(self) -> tuple[ItemReport, ...]:
        """Items with answers."""
        return tuple(one for one in self.items if one.figures is not None)

    @property
    def odd(self) -> tuple[ItemReport, ...]:
        """Items that an author should look at."""
        return tuple(one for one in self.items if one.oddities)

    @property
    def answers(self) -> int:
        """Answers behind all of it."""
        return sum(one.figures.n for one in self.items if one.figures)


def report_items(services: Services, purpose: str = "practice") -> ItemsReport:
    """Every question that is asked now and every item that has answers, as `calibrate` left them.

    Reading alone: a page may call it. Raises InvalidInputError for a purpose that sittings do not have.
    """
    if purpose not in PURPOSES:
        raise InvalidInputError(f"The purpose is one of {', '.join(PURPOSES)}.", "purpose")
    with services.db.reading() as session:
        fitted, unreadable = fitted_items(session, purpose)
        fitted_at = last_fit(session, purpose).at
    bank = services.bank
    found = [described(bank, one) for one in fitted]
    known = {one.key for one in found}
    served = [ItemKey(question.id, question.version, question.level) for question in bank.ready_questions()]
    found += [ItemReport(key, served=True) for key in served if key not in known]
    return ItemsReport(purpose, fitted_at, tuple(sorted(found, key=place)), unreadable)


def described(bank: Bank, one: FittedItem) -> ItemReport:
    """An item with what is odd about it. An earlier version has its figures, but nobody need mend it any more."""
    question = bank.questions.get(one.key.question_id)
    served = question is not None and question.status is Status.READY and question.version == one.key.version
    return ItemReport(one.key, served, one.figures, tuple(oddities(one.figures, one.key.level)) if served else ())


def place(one: ItemReport) -> tuple[bool, int, str]:
    """Where an item stands in the report."""
    return not one.oddities, -one.figures.n if one.figures else 0, one.key.item_id
