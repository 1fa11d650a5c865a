"""Points and sentences find each other: by hovering, by focus, by tapping, and in words."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from skillprep.services import Services
from tests.browser.conftest import PHONE, Visitor, arrived
from tests.browser.test_flow import good_answer

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
LIT = re.compile(r"\bis-lit\b")


def result(visitor: Visitor, services: Services) -> Page:
    """A result page on which points were found."""
    page = visitor.start()
    page.locator("#answer").fill(good_answer(services, page.locator("h1").inner_text()))
    page.get_by_role("button", name="Submit answer").click()
    return arrived(page, ".headline")


def first_pair(page: Page) -> tuple[str, str]:
    """The selectors of a point and of the sentence that covers it."""
    link = page.locator(".point-state a").first
    point = link.evaluate("link => link.closest('.point').id")
    return f"#{point}", str(link.get_attribute("href"))


def test_hovering_a_point_marks_its_sentence_and_the_other_way_round(
    visit: Callable[..., Visitor], services: Services
) -> None:
    page = result(visit(), services)
    point, sentence = first_pair(page)
    page.locator(point).hover()
    expect(page.locator(sentence)).to_have_class(LIT)
    page.locator("h1").hover()
    expect(page.locator(sentence)).not_to_have_class(LIT)
    page.locator(f"{sentence} mark").first.hover()
    expect(page.locator(point)).to_have_class(LIT)


def test_focus_does_the_same(visit: Callable[..., Visitor], services: Services) -> None:
    page = result(visit(), services)
    point, sentence = first_pair(page)
    page.locator(f"{point} .point-state a").focus()
    expect(page.locator(sentence)).to_have_class(LIT)
    page.locator(f"{sentence} a").first.focus()
    expect(page.locator(point)).to_have_class(LIT)


def test_a_tap_does_the_same_on_a_phone(visit: Callable[..., Visitor], services: Services) -> None:
    page = result(visit(**PHONE), services)
    point, sentence = first_pair(page)
    page.locator(f"{point} .point-statement").tap()
    expect(page.locator(sentence)).to_have_class(LIT)
    page.keyboard.press("Escape")
    expect(page.locator(sentence)).not_to_have_class(LIT)


def test_a_screen_reader_hears_which_sentence(visit: Callable[..., Visitor], services: Services) -> None:
    page = result(visit(), services)
    point, sentence = first_pair(page)
    number = sentence.rpartition("-")[2]
    assert f"sentence {number}" in page.locator(point).inner_text()
    name = page.locator(f"{sentence} a").first.text_content() or ""
    assert re.match(r"point \d+: ", " ".join(name.split()).replace(" :", ":"))
