"""A score's receipt as a file: everything needed to compute the score again and compare."""

from flask import Blueprint, make_response
from flask.typing import ResponseReturnValue

from skillprep.errors import NotFoundError
from skillprep.http import Who, access, owner_id, services
from skillprep.store.queries import get_sitting

results = Blueprint("results", __name__)


@results.get("/sittings/<id:sitting_id>/questions/<position:position>/receipt.json")
@access(Who.OWNER)
def receipt(sitting_id: str, position: int) -> ResponseReturnValue:
    """The newest score of the answer, with its receipt, as JSON."""
    with services().db.reading() as session:
        turn = get_sitting(session, owner_id(), sitting_id).turn(position)
    if turn.answer is None or turn.answer.score is None:
        raise NotFoundError("This answer has no score yet, so there is no receipt.")
    response = make_response(turn.answer.score.model_dump_json(indent=2))
    response.mimetype = "application/json"
    name = f"skillprep-{turn.question_id}-{turn.position}.json"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
