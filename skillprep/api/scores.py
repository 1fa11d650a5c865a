"""/sittings/{id}/questions/{position}/score: an answer's score with its reasons."""

from flask import Response

from skillprep.actions.save_draft import TurnPath
from skillprep.actions.verify_score import Record, verify_score
from skillprep.api.addresses import PlacePath
from skillprep.api.problem import problems
from skillprep.api.reply import as_json, gives, scope
from skillprep.api.report import report_of
from skillprep.api.resource import resource
from skillprep.api.shapes.score import ScoreReport, WaitingScore
from skillprep.api.shapes.verification import Verification, verification_of
from skillprep.errors import NotFoundError
from skillprep.http import Who, access, caller, services
from skillprep.store.queries import get_sitting

scores = resource("scores", "What the scorer makes of an answer, and why.")

RETRY_SECONDS = 2
"""Scoring takes well under a second once the model is there, and polls are cheap."""

WAITING = gives(WaitingScore, "The answer is saved; its score will come.", Retry_After="seconds until you ask again")


@scores.get(
    "/sittings/<sitting:sitting_id>/questions/<place:position>/score",
    responses={200: gives(ScoreReport, "The newest score."), 202: WAITING, **problems(404)},
    security=scope("sittings:read"),
)
@access(Who.KEY, "sittings:read")
def show_score(path: PlacePath) -> Response:
    """Show an answer's newest score: points with evidence, pitfalls, advice, model answers and the receipt."""
    return score_reply(path.of(caller().owner_id), 200)


@scores.get(
    "/sittings/<sitting:sitting_id>/questions/<place:position>/score/verification",
    responses={200: gives(Verification, "What computing it again showed."), **problems(404)},
    security=scope("sittings:read"),
)
@access(Who.KEY, "sittings:read")
def show_verification(path: PlacePath) -> Response:
    """Compute an answer's newest score again from its receipt and compare every number. 503 while there is no model."""
    with services().db.reading() as session:
        turn = get_sitting(session, caller().owner_id, path.sitting_id).turn(path.position)
    if turn.answer is None or turn.answer.score is None:
        raise NotFoundError("This question has no score yet, so there is nothing to verify.")
    record = Record(turn.answer.score, turn.answer.text)
    return as_json(verification_of(verify_score(services(), record)))


def score_reply(path: TurnPath, status: int) -> Response:
    """The score under a status, or 202 while it waits. Raises NotFoundError when there is no answer."""
    with services().db.reading() as session:
        turn = get_sitting(session, path.owner_id, path.sitting_id).turn(path.position)
    if turn.answer is None:
        raise NotFoundError("This question has not been answered, so it has no score.")
    if turn.answer.score is not None:
        return as_json(report_of(path.sitting_id, turn, turn.answer, turn.answer.score, services().bank), status)
    waiting = WaitingScore(
        sitting_id=path.sitting_id,
        position=path.position,
        submitted_at=turn.answer.submitted_at,
        model=services().model_health().state,
    )
    return as_json(waiting, 202, {"Retry-After": str(RETRY_SECONDS)})
