"""/sittings/<id>: a sitting's summary, its next question, and its end."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from skillprep.actions.ask_next import ask_next
from skillprep.actions.end_overdue import end_overdue
from skillprep.actions.finish_sitting import finish_sitting
from skillprep.http import Who, access, owner_id, services
from skillprep.store.queries import get_sitting
from skillprep.web.standing import standing_of
from skillprep.web.summary import summary_of

sittings = Blueprint("sittings", __name__)


@sittings.get("/sittings/<id:sitting_id>")
@access(Who.OWNER)
def show(sitting_id: str) -> ResponseReturnValue:
    """What was asked, how it went, and what to work on."""
    end_overdue(services(), owner_id())
    with services().db.reading() as session:
        sitting = get_sitting(session, owner_id(), sitting_id)
    summary, standing = summary_of(services().bank, sitting), standing_of(sitting)
    return render_template("summary.html", sitting=sitting, summary=summary, standing=standing)


@sittings.post("/sittings/<id:sitting_id>/next")
@access(Who.OWNER)
def go_on(sitting_id: str) -> ResponseReturnValue:
    """To the question that waits for an answer; to the summary when there is none left."""
    position = ask_next(services(), owner_id(), sitting_id)
    if position is None:
        return redirect(url_for("sittings.show", sitting_id=sitting_id), 303)
    return redirect(url_for("turns.show", sitting_id=sitting_id, position=position), 303)


@sittings.post("/sittings/<id:sitting_id>/finish")
@access(Who.OWNER)
def finish(sitting_id: str) -> ResponseReturnValue:
    """Stop here; what was answered stays."""
    finish_sitting(services(), owner_id(), sitting_id)
    return redirect(url_for("sittings.show", sitting_id=sitting_id), 303)
