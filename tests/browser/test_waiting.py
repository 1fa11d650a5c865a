"""While there is no score the page waits in words, and shows the score as soon as it is there."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import expect

from skillprep.actions.score_waiting import score_waiting
from skillprep.errors import ScorerUnavailableError
from skillprep.services import Services
from tests.browser.conftest import Visitor
from tests.conftest import Clock

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_the_score_appears_by_itself(
    app: Flask, services: Services, clock: Clock, visit: Callable[..., Visitor]
) -> None:
    def refuse(*_: Any) -> Any:
        raise ScorerUnavailableError("The model is still loading.")

    app.extensions["skillprep"] = replace(services, scorer=refuse)
    page = visit().start()
    page.locator("#answer").fill("First I agree on the groups. Then I measure. Then I look for the cause.")
    page.get_by_role("button", name="Submit answer").click()
    expect(page.locator("h1")).to_have_text("Your answer is saved.")
    assert "of 100" not in page.locator("main").inner_text()
    clock.forward(hours=2)
    assert score_waiting(services, limit=5) == 1
    expect(page.locator(".headline")).to_contain_text("of 100 at")
