"""The main job in a browser: choose, write, submit, look at the evidence, improve, go on, finish."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from skillprep.services import Services
from tests.browser.conftest import PHONE, Visitor, arrived

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def good_answer(services: Services, prompt: str) -> str:
    """The question's own phrasings: found by any encoder."""
    asked = next(one for one in services.bank.ready_questions() if one.prompt.split() == prompt.split())
    return " ".join(point.phrasings[0] for point in asked.points[:3]) + "\n\nAnd then I went home for the day."


@pytest.mark.parametrize("screen", [{}, PHONE, {"color_scheme": "dark"}], ids=["desktop", "phone", "dark"])
def test_a_guest_gets_from_the_front_page_to_the_summary(
    visit: Callable[..., Visitor], services: Services, screen: dict[str, object]
) -> None:
    visitor = visit(**screen)
    page = visitor.go("/")
    page.get_by_role("link", name="Start practising").click()
    page.get_by_text("Responsible deployment").or_(
        page.get_by_text("AI ethics and responsible deployment")
    ).first.click()
    page.get_by_role("button", name="Start", exact=True).click()
    page.locator("#answer").fill(good_answer(services, page.locator("h1").inner_text()))
    page.get_by_label("Fairly sure").check()
    page.get_by_role("button", name="Submit answer").click()
    expect(page.locator(".headline")).to_contain_text("of 100 at")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name="Improve this answer").click()
    expect(arrived(page, "#answer").locator("#answer")).to_have_value(
        good_answer(services, page.locator("h1").inner_text())
    )
    page.get_by_role("button", name="Skip").click()
    page.get_by_role("button", name="Next question").click()
    page.locator(".overline a").first.click()
    page.get_by_role("button", name="End this sitting").click()
    expect(page.locator("h1")).to_contain_text("Your sitting on")


def test_it_can_all_be_done_with_the_keyboard(visit: Callable[..., Visitor], services: Services) -> None:
    page = visit().go("/practise")
    page.keyboard.press("Tab")
    expect(page.locator(".skip-link")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("input[name=skill_id]:checked")).to_be_focused()
    page.keyboard.press("ArrowDown")
    for _ in range(6):
        page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Start", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    arrived(page, "#answer")
    page.locator("#answer").focus()
    page.keyboard.insert_text(good_answer(services, page.locator("h1").inner_text()))
    page.keyboard.press("Control+Enter")
    arrived(page, ".headline")
    badge = page.locator("a.badge-point").first
    badge.focus()
    target = str(badge.get_attribute("href"))
    page.keyboard.press("Enter")
    expect(page.locator(target)).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate(f"document.querySelector('{target}').contains(document.activeElement)")


def test_it_works_without_scripts(visit: Callable[..., Visitor], services: Services) -> None:
    visitor = visit(java_script_enabled=False)
    page = visitor.start(length="1")
    page.locator("#answer").fill("Half a thought.")
    page.get_by_role("button", name="Save draft").click()
    expect(page.locator("#answer")).to_have_value("Half a thought.")
    page.locator("#answer").fill(good_answer(services, page.locator("h1").inner_text()))
    page.get_by_role("button", name="Submit answer").click()
    expect(page.locator(".headline")).to_contain_text("of 100 at")
    page.get_by_role("button", name="To the summary").click()
    expect(page.locator("h1")).to_contain_text("Your sitting on")


def test_hints_come_one_by_one(visit: Callable[..., Visitor]) -> None:
    page = visit().start()
    hints = page.locator("[data-hint]")
    expect(hints.nth(0)).to_be_visible()
    if hints.count() > 1:
        expect(hints.nth(1)).to_be_hidden()
        hints.nth(0).locator("summary").click()
        expect(hints.nth(1)).to_be_visible()


def test_the_clock_runs_only_when_wanted(visit: Callable[..., Visitor]) -> None:
    page = visit().start()
    expect(page.locator("[data-timer-value]")).to_be_hidden()
    page.get_by_role("button", name="Show a clock").click()
    expect(page.locator("[data-timer-value]")).to_have_text("0:01")
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_role("button", name="Go on")).to_be_visible()
    page.get_by_role("button", name="Hide").click()
    expect(page.locator("[data-timer-value]")).to_be_hidden()


def test_the_appearance_can_be_switched_and_stays(visit: Callable[..., Visitor]) -> None:
    visitor = visit(color_scheme="dark")
    page = visitor.go("/")
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "dark")
    page.get_by_role("button", name="Switch between light and dark").click()
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "light")
    visitor.go("/skills")
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "light")
