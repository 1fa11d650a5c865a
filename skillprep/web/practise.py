"""/practise: choose a skill, a level and a length, and start."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from skillprep.actions.start_sitting import SittingWish, start_sitting
from skillprep.bank.vocabulary import Level
from skillprep.errors import InvalidInputError, NotFoundError
from skillprep.http import Who, access, owner_or_guest_id, services
from skillprep.web.unfinished import find_unfinished

LENGTHS = (1, 3, 5, 8)
DEFAULTS = {"level": Level.INTERMEDIATE.value, "length": "3", "adaptive": "yes"}

practise = Blueprint("practise", __name__)


@practise.get("/practise")
@access(Who.ANYBODY)
def choose() -> ResponseReturnValue:
    """The form, filled in from the address so that guides can link to it."""
    return form(DEFAULTS | request.args.to_dict(), None)


@practise.post("/practise")
@access(Who.ANYBODY)
def start() -> ResponseReturnValue:
    """Start the sitting; a visitor becomes a guest by it."""
    try:
        wish = wish_from(request.form)
        sitting_id = start_sitting(services(), owner_or_guest_id(), wish)
    except (InvalidInputError, NotFoundError) as error:
        return form(request.form.to_dict(), error), 422
    return redirect(url_for("turns.show", sitting_id=sitting_id, position=1), 303)


def form(chosen: dict[str, str], error: Exception | None) -> str:
    """The page with what was chosen so far."""
    return render_template(
        "practise.html",
        skills=services().bank.skills_in_order(),
        levels=list(Level),
        lengths=LENGTHS,
        minutes=minutes_each(),
        chosen=chosen,
        error=error,
        unfinished=find_unfinished(),
    )


def minutes_each() -> float:
    """The bank's mean minutes a question, so that a length can be given in time as well."""
    questions = services().bank.ready_questions()
    return sum(question.minutes for question in questions) / max(len(questions), 1)


def wish_from(fields: MultiDict[str, str]) -> SittingWish:
    """What the form asks for, or InvalidInputError in words."""
    if not fields.get("skill_id"):
        raise InvalidInputError("Choose a skill.", "skill_id")
    if fields.get("level") not in list(Level):
        raise InvalidInputError("Choose a level.", "level")
    length = fields.get("length", "")
    if length not in map(str, LENGTHS):
        raise InvalidInputError("Choose how many questions.", "length")
    return SittingWish(fields["skill_id"], Level(fields["level"]), int(length), fields.get("adaptive") == "yes")
