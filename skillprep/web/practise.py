"""/practise: choose a skill, a level and a length, and start."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from skillprep.actions.choose_question import PLACEMENT_LEAST
from skillprep.actions.start_sitting import MINUTES_MAX, MODES, SittingWish, start_sitting
from skillprep.bank.vocabulary import Level
from skillprep.errors import InvalidInputError, NotFoundError
from skillprep.http import Who, access, owner_or_guest_id, services
from skillprep.web.unfinished import find_unfinished

LENGTHS = (1, 3, 5, 8)
PLACEMENT_MOST = 12
DEFAULTS = {
    "level": Level.INTERMEDIATE.value,
    "length": "3",
    "adaptive": "yes",
    "mode": "practice",
    "minutes": "20",
}

practise = Blueprint("practise", __name__)


@practise.get("/practise")
@access(Who.ANYBODY)
def choose() -> ResponseReturnValue:
    """The form, filled in from the address so that guides can link to it."""
    return form(DEFAULTS | request.args.to_dict(), None, request.args.getlist("more"))


@practise.post("/practise")
@access(Who.ANYBODY)
def start() -> ResponseReturnValue:
    """Start the sitting; a visitor becomes a guest by it."""
    try:
        wish = wish_from(request.form)
        sitting_id = start_sitting(services(), owner_or_guest_id(), wish)
    except (InvalidInputError, NotFoundError) as error:
        return form(DEFAULTS | {"adaptive": ""} | request.form.to_dict(), error, request.form.getlist("more")), 422
    return redirect(url_for("turns.show", sitting_id=sitting_id, position=1), 303)


def form(chosen: dict[str, str], error: Exception | None, more: list[str]) -> str:
    """The page with what was chosen so far."""
    return render_template(
        "practise.html",
        skills=services().bank.skills_in_order(),
        levels=list(Level),
        lengths=LENGTHS,
        minutes=minutes_each(),
        chosen=chosen,
        more=more,
        minutes_max=MINUTES_MAX,
        placement=(PLACEMENT_LEAST, PLACEMENT_MOST),
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
    mode = fields.get("mode", MODES[0])
    skill_id, level = fields["skill_id"], Level(fields["level"])
    return SittingWish(
        skill_id,
        level,
        length=PLACEMENT_MOST if mode == "placement" else length_from(fields),
        adaptive=mode == "placement" or fields.get("adaptive") == "yes",
        mode=mode,
        more_skill_ids=tuple(one for one in fields.getlist("more") if one != skill_id),
        minutes=minutes_from(fields) if mode == "timed" else None,
    )


def length_from(fields: MultiDict[str, str]) -> int:
    """One of the lengths on the page. Raises InvalidInputError."""
    length = fields.get("length", "")
    if length not in map(str, LENGTHS):
        raise InvalidInputError("Choose how many questions.", "length")
    return int(length)


def minutes_from(fields: MultiDict[str, str]) -> int:
    """The limit of a timed sitting. Raises InvalidInputError."""
    minutes = fields.get("minutes", "").strip()
    if not (minutes.isascii() and minutes.isdigit() and len(minutes) <= 3):
        raise InvalidInputError(f"Give the minutes as a whole number from 1 to {MINUTES_MAX}.", "minutes")
    return int(minutes)
