"""/careers: jobs and the skills that they need."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from skillprep.http import Who, access, services

careers = Blueprint("careers", __name__)


@careers.get("/careers")
@access(Who.ANYBODY)
def index() -> ResponseReturnValue:
    """Every career."""
    return render_template("careers.html", careers=services().bank.ready_careers())


@careers.get("/careers/<career_id>")
@access(Who.ANYBODY)
def show(career_id: str) -> ResponseReturnValue:
    """One career with the level that each skill needs."""
    return render_template("career.html", career=services().bank.career(career_id))
