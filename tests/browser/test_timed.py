"""Time that runs out in a browser: what was typed is handed in, and an empty page ends the sitting."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor, arrived

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
ANSWER = "First I agree with legal on the groups. Then I measure recall for each group with Fairlearn."


def timed(visitor: Visitor) -> Page:
    """A page with two minutes, its clock in the test's hands."""
    visitor.page.clock.install()
    return visitor.start(mode="timed", minutes="2")


@pytest.mark.parametrize("text", [ANSWER, ""], ids=["something-written", "nothing-written"])
def test_time_up_loses_nothing(visit: Callable[..., Any], text: str) -> None:
    page = timed(visit())
    expect(page.locator("[data-countdown-shown]")).to_contain_text("left")
    page.locator("#answer").fill(text)
    page.clock.fast_forward(121_000)
    if text:
        arrived(page, ".verdict")
        expect(page.locator("body")).to_contain_text("Fairlearn")
    else:
        arrived(page, "h1")
        expect(page.locator("h1")).to_contain_text("Your sitting on")


def test_time_left_can_be_hidden_and_is_spoken_at_one_minute_only(visit: Callable[..., Any]) -> None:
    page = timed(visit())
    page.get_by_role("button", name="Hide", exact=True).click()
    expect(page.locator("[data-countdown-shown]")).to_be_hidden()
    expect(page.locator("[data-countdown-spoken]")).to_have_text("")
    page.clock.fast_forward(65_000)
    expect(page.locator("[data-countdown-spoken]")).to_have_text("One minute left.")
