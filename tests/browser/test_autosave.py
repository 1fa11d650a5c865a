"""Nothing that was typed is lost: by a reload, a second window, a lost connection, or a session that ended."""

from collections.abc import Callable

import pytest
from flask import Flask
from playwright.sync_api import expect

from tests.browser.conftest import Visitor, arrived

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_a_draft_survives_a_reload(visit: Callable[..., Visitor]) -> None:
    page = visit().start()
    page.locator("#answer").press_sequentially("I would start with")
    expect(page.locator("#save-state")).to_contain_text("Saved ")
    page.reload()
    expect(page.locator("#answer")).to_have_value("I would start with")


def test_what_was_just_typed_is_saved_on_leaving(visit: Callable[..., Visitor]) -> None:
    page = visit().start()
    address = page.url
    page.on("dialog", lambda dialog: dialog.accept())
    page.locator("#answer").press_sequentially("Typed and gone at once")
    page.goto("about:blank")
    page.wait_for_timeout(500)
    page.goto(address)
    expect(page.locator("#answer")).to_have_value("Typed and gone at once")


def test_two_windows_are_asked_which_version_stays(visit: Callable[..., Visitor]) -> None:
    page = visit().start()
    other = page.context.new_page()
    other.goto(page.url)
    page.locator("#answer").fill("the first window")
    expect(page.locator("#save-state")).to_contain_text("Saved ")
    other.locator("#answer").fill("the second window")
    expect(other.locator("[data-conflict]")).to_contain_text("changed in another window")
    expect(other.locator("#answer")).to_have_value("the second window")
    other.get_by_role("button", name="Show the other version").click()
    expect(other.locator("#answer")).to_have_value("the first window")
    page.locator("#answer").fill("the first window again")
    expect(page.locator("#save-state")).to_contain_text("Saved ")
    other.locator("#answer").fill("mine stays")
    other.get_by_role("button", name="Keep this text").click()
    expect(other.locator("#save-state")).to_contain_text("Saved ")
    page.reload()
    expect(page.locator("#answer")).to_have_value("mine stays")


def test_without_a_connection_it_says_so_and_saves_later(visit: Callable[..., Visitor]) -> None:
    page = visit().start()
    page.context.set_offline(True)
    page.locator("#answer").fill("written on a train")
    expect(page.locator("#save-state")).to_contain_text("Not saved: no connection.")
    expect(page.get_by_role("button", name="Retry")).to_be_visible()
    page.context.set_offline(False)
    expect(page.locator("#save-state")).to_contain_text("Saved ")


def test_a_session_that_ended_keeps_the_text_and_goes_on_after_signing_in(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    page = visitor.go("/register")
    page.get_by_label("E-mail address").fill("ada@example.org")
    page.get_by_label("Password").fill("four unrelated words")
    page.get_by_role("button", name="Open account").click()
    visitor.start()
    # Every response renews the cookie, so one still on its way would bring it back.
    page.wait_for_load_state("networkidle")
    page.context.clear_cookies()
    page.locator("#answer").fill("typed after the session ended")
    expect(page.locator("#save-state")).to_contain_text("you are signed out. Your text is still here.")
    with page.context.expect_page() as opened:
        page.get_by_role("button", name="Sign in in a new tab").click()
    login = opened.value
    login.get_by_label("E-mail address").fill("ada@example.org")
    login.get_by_label("Password").fill("four unrelated words")
    login.get_by_role("button", name="Sign in").click()
    arrived(login, "#answer")
    page.get_by_role("button", name="then Retry").click()
    expect(page.locator("#save-state")).to_contain_text("Saved ")
    login.reload()
    expect(login.locator("#answer")).to_have_value("typed after the session ended")


def test_answered_in_another_window_the_text_is_still_there(visit: Callable[..., Visitor], app: Flask) -> None:
    page = visit().start()
    other = page.context.new_page()
    other.goto(page.url)
    page.locator("#answer").fill("An answer in one full sentence.")
    page.get_by_role("button", name="Submit answer").click()
    arrived(page, ".verdict")
    other.locator("#answer").fill("Another answer, still being written.")
    expect(other.locator("[data-conflict]")).to_contain_text("already answered")
    expect(other.locator("#answer")).to_have_value("Another answer, still being written.")
