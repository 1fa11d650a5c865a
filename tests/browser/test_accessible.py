"""axe finds nothing on any page, in light, dark and at phone width; nothing scrolls sideways; targets can be hit."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from skillprep.services import Services
from tests.browser.conftest import PHONE, Visitor
from tests.browser.test_evidence import result

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

PAGES = (
    "/",
    "/practise",
    "/skills",
    "/skills/responsible-deployment",
    "/questions/bias-audit-step-by-step",
    "/projects",
    "/projects/hiring-pre-mortem",
    "/tools",
    "/tools/nist-ai-rmf",
    "/glossary",
    "/careers",
    "/search",
    "/search?q=bias",
    "/search?q=zzzxqv",
    "/progress",
    "/sets",
    "/sets/new",
    "/login",
    "/register",
    "/account",
    "/about/scoring",
    "/no/such/page",
)
SCREENS = {"desktop": {}, "dark": {"color_scheme": "dark"}, "phone": PHONE}


def violations(page: Page) -> list[str]:
    """What axe objects to, one line for each element."""
    found = Axe().run(page).response["violations"]
    return [f"{page.url} {one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"]]


def check(page: Page) -> list[str]:
    """axe, and whether anything sticks out at the side."""
    wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    return violations(page) + ([f"{page.url} scrolls sideways"] if wide else [])


@pytest.mark.parametrize("screen", SCREENS.values(), ids=SCREENS.keys())
def test_no_page_has_a_violation(visit: Callable[..., Visitor], screen: dict[str, object]) -> None:
    visitor = visit(reduced_motion="reduce", **screen)
    assert [line for path in PAGES for line in check(visitor.go(path))] == []


@pytest.mark.parametrize("screen", SCREENS.values(), ids=SCREENS.keys())
def test_nor_has_a_sitting(visit: Callable[..., Visitor], services: Services, screen: dict[str, object]) -> None:
    visitor = visit(reduced_motion="reduce", **screen)
    found = check(visitor.start())
    page = result(visitor, services)
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
    found += check(page)
    with page.expect_navigation():
        page.locator(".overline a").first.click()
    found += check(page)
    found += check(visitor.go("/progress"))
    assert found == []


def test_targets_on_a_phone_are_large_enough(visit: Callable[..., Visitor]) -> None:
    visitor = visit(**PHONE)
    small = "nodes => nodes.filter(n => n.offsetParent && n.getBoundingClientRect().height < 44).map(n => n.outerHTML)"
    for page in (visitor.go("/"), visitor.start(), visitor.go("/search?q=bias")):
        assert page.locator(".btn, .bar a, .top a, .foot a, button, select, .kind span").evaluate_all(small) == []
