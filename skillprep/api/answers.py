"""/sittings/{id}/questions/{position}: the question, its draft, its answer, and passing on it or trying it again."""

from typing import Any

from flask import Response, url_for

from skillprep.actions.retry_question import retry_question
from skillprep.actions.save_draft import TurnPath, save_draft
from skillprep.actions.skip_question import skip_question
from skillprep.actions.submit_answer import Submission, submit_answer
from skillprep.api.addresses import PlacePath
from skillprep.api.problem import problems
from skillprep.api.reply import as_json, gives, scope
from skillprep.api.resource import resource
from skillprep.api.scores import WAITING, score_reply
from skillprep.api.shapes.answer import AnswerRequest, DraftRequest, SavedDraft
from skillprep.api.shapes.score import ScoreReport
from skillprep.api.shapes.turn import Turn, turn_of
from skillprep.http import Who, access, caller, services
from skillprep.store.queries import TurnView, get_sitting

answers = resource("answers", "Drafts and answers to the questions of a sitting.")

PLACE = "/sittings/<sitting:sitting_id>/questions/<place:position>"
WRITE: dict[str, Any] = {"security": scope("sittings:write")}


@answers.get(
    PLACE,
    responses={200: gives(Turn, "The question and what became of it."), **problems(404)},
    security=scope("sittings:read"),
)
@access(Who.KEY, "sittings:read")
def show_turn(path: PlacePath) -> Response:
    """Show a question of a sitting and what became of it."""
    return turn_reply(path.of(caller().owner_id))


@answers.put(
    f"{PLACE}/draft",
    responses={200: gives(SavedDraft, "The draft is kept."), **problems(400, 404, 409, 413, 415)},
    **WRITE,
)
@access(Who.KEY, "sittings:write")
def put_draft(path: PlacePath, body: DraftRequest) -> Response:
    """Keep the answer in progress. 409 when a newer draft was saved meanwhile, or the question is closed."""
    draft = save_draft(services(), path.of(caller().owner_id), body.text, body.revision)
    return as_json(SavedDraft(revision=draft.revision, saved_at=draft.saved_at))


@answers.post(
    f"{PLACE}/answer",
    responses={
        200: gives(ScoreReport, "The same text was handed in before; its score."),
        201: gives(ScoreReport, "The answer is saved and scored.", Location="the score's address"),
        202: WAITING,
        **problems(400, 404, 409, 413, 415),
    },
    description="It is saved before anything else is tried, so sending the same text again is always safe. 409 when "
    "the question was skipped, or another text was handed in before.",
    **WRITE,
)
@access(Who.KEY, "sittings:write")
def post_answer(path: PlacePath, body: AnswerRequest) -> Response:
    """Hand in the answer."""
    place = path.of(caller().owner_id)
    again = turn_at(place).answer is not None
    submit_answer(services(), place, Submission(body.text, body.confidence))
    response = score_reply(place, 200 if again else 201)
    if response.status_code == 201:
        response.headers["Location"] = url_for("api_scores.show_score", **path.model_dump())
    return response


@answers.post(
    f"{PLACE}/skip", responses={200: gives(Turn, "The skipped question."), **problems(400, 404, 409, 413, 415)}, **WRITE
)
@access(Who.KEY, "sittings:write")
def skip(path: PlacePath) -> Response:
    """Pass on a question; its draft stays. 409 when it is answered or skipped already."""
    place = path.of(caller().owner_id)
    skip_question(services(), place)
    return turn_reply(place)


@answers.post(
    f"{PLACE}/retry",
    responses={
        201: gives(Turn, "The same question at a new place.", Location="the new place's address"),
        **problems(400, 404, 409, 413, 415),
    },
    **WRITE,
)
@access(Who.KEY, "sittings:write")
def retry(path: PlacePath) -> Response:
    """Ask a question once more, beginning with the earlier text. 409 while another question is open."""
    place = path.of(caller().owner_id)
    position = retry_question(services(), place)
    location = url_for("api_answers.show_turn", sitting_id=path.sitting_id, position=position)
    return turn_reply(TurnPath(place.owner_id, place.sitting_id, position), 201, {"Location": location})


def turn_reply(path: TurnPath, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """The turn as it is now."""
    return as_json(turn_of(turn_at(path), services().bank), status, headers)


def turn_at(path: TurnPath) -> TurnView:
    """The caller's turn. Raises NotFoundError."""
    with services().db.reading() as session:
        return get_sitting(session, path.owner_id, path.sitting_id).turn(path.position)
