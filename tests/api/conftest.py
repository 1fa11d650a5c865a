"""Callers of the API: one with every scope, and one of another organisation who must always be refused."""

from collections.abc import Callable, Iterable

import pytest
from flask import Flask

from skillprep.actions.create_key import SCOPES, create_key
from skillprep.services import Services
from tests.api.caller import ApiCaller

GOOD = (
    "Our support assistant was rewarded for short conversations. I asked what the number was meant to stand for, "
    "read forty transcripts, and found that people were giving up. We changed the metric to solved problems."
)


@pytest.fixture
def api(app: Flask, key: str) -> ApiCaller:
    """A program of Example College with every scope. Nothing that the pages do for browsers is turned off."""
    app.config["WTF_CSRF_ENABLED"] = True
    client = app.test_client(use_cookies=False)
    document = client.get("/api/v1/openapi.json").json
    return ApiCaller(client, app.url_map.bind("localhost"), document, key)


@pytest.fixture
def new_key(services: Services) -> Callable[..., str]:
    """Make keys."""

    def make(organisation: str, scopes: Iterable[str] = SCOPES, valid_days: int | None = None) -> str:
        return create_key(services, organisation, tuple(scopes), valid_days)

    return make


@pytest.fixture
def other(api: ApiCaller, new_key: Callable[..., str]) -> ApiCaller:
    """A program of another organisation with every scope."""
    return api.with_key(new_key("Another College"))


@pytest.fixture
def place(api: ApiCaller) -> str:
    """The address of the first question of a fresh sitting."""
    return f"/api/v1/sittings/{api.start()['id']}/questions/1"


@pytest.fixture
def answered(api: ApiCaller, place: str) -> str:
    """The address of an answered question."""
    assert api.post(f"{place}/answer", json={"text": GOOD}).status_code == 201
    return place


@pytest.fixture
def draft(api: ApiCaller, place: str) -> str:
    """The address of a question with a draft that must survive everything."""
    api.put(f"{place}/draft", json={"text": "A precious draft", "revision": 0})
    return place


def assert_nothing_lost(api: ApiCaller, draft: str) -> None:
    turn = api.get(draft).json
    assert (turn["state"], turn["draft"]["text"]) == ("open", "A precious draft")
    assert len(api.get("/api/v1/sittings").json["sittings"]) == 1
