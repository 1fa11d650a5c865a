"""The app with another bank, scorer or database than the factory gave it."""

from dataclasses import replace
from typing import Any, NoReturn

from skillprep.bank.bank import Bank
from skillprep.bank.vocabulary import Status
from tests.api.caller import ApiCaller


class FixedBank:
    """A bank that does not follow its files."""

    problems = ()

    def __init__(self, bank: Bank) -> None:
        self._bank = bank

    def current(self) -> Bank:
        return self._bank


class FailingBank:
    """A bank that raises when it is asked for."""

    problems = ()

    def __init__(self, error: Exception) -> None:
        self._error = error

    def current(self) -> NoReturn:
        raise self._error


def as_draft(api: ApiCaller, kind: str, entry_id: str) -> None:
    """Serve the bank with this skill or question as a draft."""
    items = getattr(bank_of(api), kind)
    draft = items[entry_id].model_copy(update={"status": Status.DRAFT})
    serve(api, replace(bank_of(api), **{kind: {**items, entry_id: draft}}))


def without(api: ApiCaller, kind: str, entry_id: str) -> None:
    """Serve the bank without this skill or question."""
    items = {name: item for name, item in getattr(bank_of(api), kind).items() if name != entry_id}
    serve(api, replace(bank_of(api), **{kind: items}))


def bank_of(api: ApiCaller) -> Bank:
    found: Bank = api.client.application.extensions["skillprep"].bank
    return found


def serve(api: ApiCaller, bank: Bank) -> None:
    change_services(api, live_bank=FixedBank(bank))


def change_services(api: ApiCaller, **parts: Any) -> None:
    """Give the app services with other parts."""
    extensions = api.client.application.extensions
    extensions["skillprep"] = replace(extensions["skillprep"], **parts)
