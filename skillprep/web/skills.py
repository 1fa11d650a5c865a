"""/skills: the list of skills and each skill's guide."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from skillprep.bank.vocabulary import Level
from skillprep.http import Who, access, services

skills = Blueprint("skills", __name__)


@skills.get("/skills")
@access(Who.ANYBODY)
def index() -> ResponseReturnValue:
    """Every skill with what there is to practise."""
    return render_template("skills.html", skills=services().bank.skills_in_order(), levels=list(Level))


@skills.get("/skills/<skill_id>")
@access(Who.ANYBODY)
def show(skill_id: str) -> ResponseReturnValue:
    """A guide that one would print."""
    return render_template("skill.html", skill=services().bank.skill(skill_id), levels=list(Level))
