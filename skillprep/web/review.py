"""/review: the points that are due, when the rest comes, and the day of the interview."""

import datetime

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from skillprep.actions.ask_next import ask_next
from skillprep.actions.due_reviews import due_reviews
from skillprep.actions.set_deadline import FURTHEST_DAYS, set_deadline
from skillprep.actions.start_review import LENGTH_MAX, start_review
from skillprep.adaptive.agenda import Agenda, agenda_of
from skillprep.errors import ConflictError, InvalidInputError
from skillprep.http import Who, access, current_owner, owner_id, owner_or_guest_id, services
from skillprep.store.reviews import Learner

review = Blueprint("review", __name__)


@review.get("/review")
@access(Who.ANYBODY)
def show() -> ResponseReturnValue:
    """What is due, and the week to come; an explanation for who has nothing to review."""
    return page()


@review.post("/review/start")
@access(Who.OWNER)
def start() -> ResponseReturnValue:
    """Go to the first question with due points."""
    try:
        sitting_id = start_review(services(), Learner(owner_id()))
    except ConflictError as error:
        return page(error), 409
    position = ask_next(services(), owner_id(), sitting_id)
    if position is None:
        return redirect(url_for("sittings.show", sitting_id=sitting_id), 303)
    return redirect(url_for("turns.show", sitting_id=sitting_id, position=position), 303)


@review.post("/review/interview")
@access(Who.ANYBODY)
def interview() -> ResponseReturnValue:
    """Keep or forget the day of the interview; a visitor becomes a guest by it."""
    try:
        day = None if request.form.get("remove") else day_from(request.form.get("day", ""))
        set_deadline(services(), Learner(owner_or_guest_id()), day)
    except InvalidInputError as error:
        return page(error, request.form.get("day", "")), 422
    return redirect(url_for("review.show"), 303)


def day_from(unverified_day: str) -> datetime.date:
    """The day that a date field sends. Raises InvalidInputError."""
    try:
        return datetime.datetime.strptime(unverified_day.strip(), "%Y-%m-%d").replace(tzinfo=datetime.UTC).date()
    except ValueError:
        raise InvalidInputError("Give the day as year-month-day, such as 2027-03-12.", "day") from None


def page(error: Exception | None = None, typed: str | None = None) -> str:
    """The page, with what was wrong and what was typed."""
    agenda = agenda_here()
    kept = agenda.interview.isoformat() if agenda.interview and agenda.interview >= agenda.today else ""
    return render_template(
        "review.html",
        agenda=agenda,
        asked_at_once=LENGTH_MAX,
        day=kept if typed is None else typed,
        furthest=agenda.today + datetime.timedelta(days=FURTHEST_DAYS),
        error=error,
        day_is_wrong=typed is not None,
    )


def agenda_here() -> Agenda:
    """The visitor's agenda; an empty one for somebody who is nobody yet."""
    owner = current_owner()
    if owner:
        return due_reviews(services(), Learner(owner.id))
    return agenda_of({}, services().bank, None, services().clock().astimezone(datetime.UTC).date())
