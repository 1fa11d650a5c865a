"""Light, dark, or as the system says: remembered in a cookie that holds nothing else."""

from flask import Blueprint, redirect, request
from flask.typing import ResponseReturnValue

from skillprep.http import Who, access
from skillprep.web.addresses import local_address
from skillprep.web.frame import THEMES

YEAR_SECONDS = 31_536_000

appearance = Blueprint("appearance", __name__)


@appearance.post("/appearance")
@access(Who.ANYBODY)
def choose() -> ResponseReturnValue:
    """Remember the choice and go back to the page."""
    response = redirect(local_address(request.form.get("next"), "/"), 303)
    theme = request.form.get("theme", "")
    if theme in THEMES:
        response.set_cookie("theme", theme, max_age=YEAR_SECONDS, samesite="Lax", secure=request.is_secure)
    else:
        response.delete_cookie("theme")
    return response
