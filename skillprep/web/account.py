"""/login, /register, /logout and /account. Practising needs none of them."""

from collections.abc import Callable

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from skillprep.actions.log_in import log_in
from skillprep.actions.register import PASSWORD_MIN, register
from skillprep.errors import SkillPrepError
from skillprep.http import (
    STATUS,
    Who,
    access,
    forget_owner,
    guest_id,
    limiter,
    remember_owner,
    services,
)
from skillprep.services import Services
from skillprep.web.addresses import local_address

PER_ADDRESS = "10 per minute"
PER_ACCOUNT = "10 per 15 minutes"

account = Blueprint("account", __name__)

Verb = Callable[[Services, str | None, str, str], str]


def named_account() -> str:
    """The account that somebody tries to open, so that guesses from many addresses are counted together."""
    return f"account:{request.form.get('email', '').strip().casefold()[:254]}"


@account.get("/login")
@access(Who.ANYBODY)
def login_form() -> ResponseReturnValue:
    """Sign in."""
    return render_template("login.html", target=target(), email="", error=None)


@account.post("/login")
@limiter.limit(PER_ADDRESS)
@limiter.limit(PER_ACCOUNT, key_func=named_account)
@access(Who.ANYBODY)
def login() -> ResponseReturnValue:
    """Sign in and go on where the visitor came from."""
    return entered(log_in, "login.html")


@account.get("/register")
@access(Who.ANYBODY)
def register_form() -> ResponseReturnValue:
    """Open an account."""
    return render_template("register.html", target=target(), email="", error=None, password_min=PASSWORD_MIN)


@account.post("/register")
@limiter.limit(PER_ADDRESS)
@limiter.limit(PER_ACCOUNT, key_func=named_account)
@access(Who.ANYBODY)
def open_account() -> ResponseReturnValue:
    """Open an account; what was practised as a guest stays."""
    return entered(register, "register.html")


@account.post("/logout")
@access(Who.ANYBODY)
def logout() -> ResponseReturnValue:
    """Sign out."""
    forget_owner()
    return redirect(url_for("home.show"), 303)


@account.get("/account")
@access(Who.ANYBODY)
def show() -> ResponseReturnValue:
    """Who the visitor is here, and what that means for their work."""
    return render_template("account.html")


def entered(verb: Verb, template: str) -> ResponseReturnValue:
    """Bind the browser to the owner that the form opens, or show the form again with what is wrong."""
    email = request.form.get("email", "")
    try:
        found = verb(services(), guest_id(), email, request.form.get("password", ""))
    except SkillPrepError as error:
        page = render_template(template, target=target(), email=email, error=error, password_min=PASSWORD_MIN)
        return page, STATUS.get(type(error), 400)
    remember_owner(found)
    return redirect(target(), 303)


def target() -> str:
    """Where to go afterwards; never off this site."""
    return local_address(request.values.get("next"), url_for("history.show"))
