"""/question-sets: sets of questions for interviews, built from a blueprint."""

from typing import Any

from flask import Response, url_for

from skillprep.actions.build_set import build_set
from skillprep.api.addresses import SetPath
from skillprep.api.problem import SORTS, escaped, problems, request_id
from skillprep.api.reply import as_json, gives, scope
from skillprep.api.resource import resource
from skillprep.api.shapes.problem import FieldProblem
from skillprep.api.shapes.question_set import REFUSAL, InfeasibleBlueprint, StoredSet, set_of
from skillprep.http import Who, access, caller, services
from skillprep.sets.assemble import Conflict
from skillprep.sets.blueprint import Blueprint
from skillprep.store.sets import get_set

question_sets = resource("question_sets", "Sets of questions for interviews. They belong to the key's organisation.")

SCHEMAS = "#/components/schemas"
REFUSED: dict[str, Any] = {
    "description": f"{SORTS[422].title}; or no set satisfies the blueprint: then the wishes that clash and the nearest "
    "blueprint that works.",
    "content": {
        "application/problem+json": {
            "schema": {"anyOf": [{"$ref": f"{SCHEMAS}/InfeasibleBlueprint"}, {"$ref": f"{SCHEMAS}/Problem"}]}
        }
    },
}


@question_sets.post(
    "/question-sets",
    responses={
        201: gives(StoredSet, "The set with the reason for each question.", Location="the set's address"),
        **problems(400, 409, 413, 415),
        422: REFUSED,
    },
    description="The set that measures best among those that satisfy every wish, by a mixed-integer programme. "
    "Questions that your organisation's earlier sets hold count as used.",
    security=scope("sets:write"),
)
@access(Who.KEY, "sets:write")
def create_set(body: Blueprint) -> Response:
    """Build a set of questions and keep it."""
    found = build_set(services(), caller().owner_id, body)
    if isinstance(found, Conflict):
        return as_json(refusal(found), 422, mimetype="application/problem+json")
    location = url_for("api_question_sets.show_set", set_id=found)
    return as_json(stored(found), 201, {"Location": location})


@question_sets.get(
    "/question-sets/<sitting:set_id>",
    responses={200: gives(StoredSet, "The set."), **problems(404)},
    security=scope("sets:read"),
)
@access(Who.KEY, "sets:read")
def show_set(path: SetPath) -> Response:
    """Show a set of questions that was built earlier."""
    return as_json(stored(path.set_id))


def stored(set_id: str) -> StoredSet:
    """The caller's set. Raises NotFoundError."""
    with services().db.reading() as session:
        return set_of(get_set(session, caller().owner_id, set_id))


def refusal(found: Conflict) -> InfeasibleBlueprint:
    """The conflict as problem+json."""
    return InfeasibleBlueprint(
        type=REFUSAL["type"],
        title=REFUSAL["title"],
        status=422,
        detail=found.explanation,
        request_id=request_id(),
        errors=tuple(
            FieldProblem(source="body", pointer=pointer(wish.path), detail=wish.words) for wish in found.wishes[:20]
        ),
        smallest=found.smallest,
        changes=found.changes,
        relaxed=found.relaxed,
        nearest=found.nearest,
    )


def pointer(path: tuple[str | int, ...]) -> str:
    """Where a wish stands in the body. That nothing else is taken follows from the whole list."""
    parts = path[1:] if path[0] == "only" else path[:1] if path[0] == "must_have" else path
    return "/" + "/".join(map(escaped, parts))
