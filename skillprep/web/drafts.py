"""The answer in progress: saved every few seconds, and what a page asks to find its way back after an interruption."""

from typing import Any

from flask import Blueprint, jsonify, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import generate_csrf

from skillprep.actions.save_draft import TurnPath, save_draft
from skillprep.errors import InvalidInputError
from skillprep.http import Who, access, owner_id, services
from skillprep.store.queries import TurnView, get_sitting

drafts = Blueprint("drafts", __name__)
PLACE = "/sittings/<id:sitting_id>/questions/<position:position>"


@drafts.post(f"{PLACE}/draft")
@access(Who.OWNER)
def save(sitting_id: str, position: int) -> ResponseReturnValue:
    """Keep the draft: as JSON from the page's script, as a form from its button where there is no script."""
    text, revision = draft_from(request.get_json() if request.is_json else request.form.to_dict())
    draft = save_draft(services(), TurnPath(owner_id(), sitting_id, position), text, revision)
    if request.is_json:
        return jsonify(revision=draft.revision, saved_at=draft.saved_at.isoformat())
    return redirect(url_for("turns.show", sitting_id=sitting_id, position=position), 303)


def draft_from(unverified_body: Any) -> tuple[str, int]:
    """Text and revision, or InvalidInputError."""
    body = unverified_body if isinstance(unverified_body, dict) else {}
    text, revision = body.get("text"), str(body.get("revision", ""))[:12]
    if not isinstance(text, str):
        raise InvalidInputError("The draft needs a text.", "text")
    if not (revision.isascii() and revision.isdecimal()):
        raise InvalidInputError("The draft needs the number of the version that it was based on.", "revision")
    return text, int(revision)


@drafts.get(f"{PLACE}/status")
@access(Who.OWNER)
def status(sitting_id: str, position: int) -> ResponseReturnValue:
    """What has become of the question, and a fresh form token for a page that outlived a sign-in."""
    with services().db.reading() as session:
        turn = get_sitting(session, owner_id(), sitting_id).turn(position)
    return jsonify(
        state=state_of(turn),
        model=services().model_health().state,
        draft=turn.draft,
        revision=turn.draft_revision,
        csrf_token=generate_csrf(),
    )


def state_of(turn: TurnView) -> str:
    """open, skipped, waiting or scored."""
    if turn.answer:
        return "scored" if turn.answer.score else "waiting"
    return "skipped" if turn.skipped_at else "open"
