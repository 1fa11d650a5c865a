"""The front page."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from skillprep.http import Who, access, services
from skillprep.web.specimen import find_specimen
from skillprep.web.unfinished import find_unfinished

home = Blueprint("home", __name__)


@home.get("/")
@access(Who.ANYBODY)
def show() -> ResponseReturnValue:
    """What this is, what it does with an answer, and one way in: start, or go on where you stopped."""
    return render_template(
        "home.html",
        skills=services().bank.skills_in_order(),
        unfinished=find_unfinished(),
        specimen=find_specimen(),
    )
