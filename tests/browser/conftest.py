"""A real browser on the real app, with a person's screen, a phone, or no script at all."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
DESKTOP = {"viewport": {"width": 1280, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


@dataclass(frozen=True)
class Visitor:
    """A page in a browser of its own, and the address of the service."""

    page: Page
    home: str
    mistakes: list[str]

    def go(self, path: str) -> Page:
        """Open a page of the service."""
        self.page.goto(self.home + path)
        return self.page

    def start(self, **more: str) -> Page:
        """Start a sitting of three questions on one skill."""
        wish = {"skill_id": "responsible-deployment"} | more
        page = self.go("/practise?" + "&".join(f"{name}={value}" for name, value in wish.items()))
        page.get_by_role("button", name="Start", exact=True).click()
        return arrived(page, "#answer")


def arrived(page: Page, selector: str) -> Page:
    """The page that a click led to, its scripts running: what is done before that, no script hears."""
    page.wait_for_selector(selector)
    page.wait_for_load_state("load")
    return page


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """A browser sees no difference between databases."""
    return sqlite_url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, started once. Without it these tests are skipped, unless CI demands them."""
    if not CHROMIUM.exists() and not os.environ.get("SKILLPREP_REQUIRE_BROWSER"):
        pytest.skip(f"no browser at {CHROMIUM}")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def address(app: Flask, serve: Callable[[Flask], str]) -> str:
    """Where the app is served, forms protected as in production."""
    app.config["WTF_CSRF_ENABLED"] = True
    return serve(app)


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Callable[..., Visitor]]:
    """Open a browser window of somebody new. No page may log an error or break its content security policy."""
    windows = []

    def open_window(home: str = address, **options: Any) -> Visitor:
        context = browser.new_context(locale="en-GB", **(DESKTOP | options))
        mistakes: list[str] = []
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: mistakes.append(str(error)))
        page.on("console", lambda said: mistakes.append(said.text) if "Content Security Policy" in said.text else None)
        visitor = Visitor(page, home, mistakes)
        windows.append((context, visitor))
        return visitor

    yield open_window
    for context, visitor in windows:
        context.close()
        assert visitor.mistakes == []
