"""Building a set, its reasons, and its kit: in a browser, without script, and on paper."""

from collections.abc import Callable

import pytest

from tests.browser.conftest import Visitor
from tests.browser.test_accessible import SCREENS, check

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def build(visitor: Visitor, **more: str) -> str:
    """Fill the form in, send it, and return the path of the page that follows."""
    page = visitor.go("/sets/new")
    for label, text in {"What is the interview for?": "Second interview", "Questions": "4", **more}.items():
        page.get_by_label(label, exact=True).fill(text)
    page.get_by_role("button", name="Build the set").click()
    page.wait_for_load_state("load")
    return page.url.removeprefix(visitor.home)


@pytest.mark.parametrize("screen", SCREENS.values(), ids=SCREENS.keys())
def test_no_page_of_a_set_has_a_violation(visit: Callable[..., Visitor], screen: dict[str, object]) -> None:
    visitor = visit(reduced_motion="reduce", **screen)
    build(visitor, **{"Minutes at most": "5"})
    found = check(visitor.page)
    visitor.page.get_by_role("button", name="Build this instead").click()
    visitor.page.wait_for_selector(".set-questions")
    found += check(visitor.page)
    found += check(visitor.go(visitor.page.url.removeprefix(visitor.home) + "/kit"))
    found += check(visitor.go("/sets"))
    assert found == []


def test_it_all_works_without_script(visit: Callable[..., Visitor]) -> None:
    visitor = visit(java_script_enabled=False)
    path = build(visitor)
    assert visitor.page.locator(".why").count() == 4
    page = visitor.go(f"{path}/kit")
    assert page.get_by_text("Print this page with your browser").is_visible()
    assert not page.locator("[data-print]").is_visible()


def test_on_paper_each_question_has_pages_of_its_own_and_nothing_of_the_site(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    page = visitor.go(f"{build(visitor)}/kit")
    page.emulate_media(media="print")
    assert [part for part in (".top", ".foot", ".kit-tools") if page.locator(part).is_visible()] == []
    breaks = page.locator(".sheet").evaluate_all("sheets => sheets.map(s => getComputedStyle(s).breakBefore)")
    assert breaks == ["auto", *["page"] * 5]
    printed = page.pdf(format="A4")
    # Cover, four questions and the last sheet; a long question may run on to a second page.
    assert 6 <= printed.count(b"/Type /Page\n") <= 10
