"""/sittings: runs of a candidate through questions."""

from typing import Annotated

from flask import Response, url_for
from pydantic import Field

from skillprep.actions.ask_next import ask_next
from skillprep.actions.end_overdue import end_overdue
from skillprep.actions.estimate_ability import estimate_ability
from skillprep.actions.finish_sitting import finish_sitting
from skillprep.actions.start_sitting import SittingWish, start_sitting
from skillprep.api.addresses import SittingPath
from skillprep.api.paging import PageQuery, cursor_to, link_to, place_of
from skillprep.api.problem import problems
from skillprep.api.reply import as_json, gives, scope
from skillprep.api.resource import resource
from skillprep.api.shapes.shape import CandidateName
from skillprep.api.shapes.sitting import NextQuestion, Sitting, SittingList, SittingRequest, card_of, sitting_of
from skillprep.api.shapes.turn import turn_of
from skillprep.errors import InvalidInputError, NotFoundError
from skillprep.http import Who, access, caller, services
from skillprep.store.queries import SittingView, get_sitting
from skillprep.store.sitting_pages import page_of_sittings, place_after, sitting_place

sittings = resource("sittings", "Runs of a candidate through questions. They belong to the key's organisation.")


BODY_NAMES = {"skill_id": "skill", "more_skill_ids": "more_skills"}
"""What the body calls the fields that actions name otherwise."""


class SittingQuery(PageQuery):
    """Which sittings."""

    candidate: Annotated[CandidateName | None, Field(description="only those of this candidate")] = None


@sittings.post(
    "/sittings",
    responses={
        201: gives(Sitting, "The sitting with its first question.", Location="the sitting's address"),
        **problems(400, 413, 415),
    },
    security=scope("sittings:write"),
)
@access(Who.KEY, "sittings:write")
def create_sitting(body: SittingRequest) -> Response:
    """Start a sitting and ask its first question."""
    wish = SittingWish(
        skill_id=body.skill,
        level=body.level,
        length=body.length,
        adaptive=body.adaptive,
        purpose=body.purpose,
        candidate=body.candidate,
        mode=body.mode,
        more_skill_ids=body.more_skills,
        minutes=body.minutes,
    )
    try:
        sitting_id = start_sitting(services(), caller().owner_id, wish)
    except NotFoundError as error:
        raise InvalidInputError(str(error), "skill") from error
    except InvalidInputError as error:
        raise InvalidInputError(str(error), BODY_NAMES.get(error.field, error.field)) from error
    location = url_for("api_sittings.show_sitting", sitting_id=sitting_id)
    return as_json(whole(sitting_id), 201, {"Location": location})


@sittings.get(
    "/sittings",
    responses={200: gives(SittingList, "The sittings that fit.", Link='the next page as rel="next"')},
    security=scope("sittings:read"),
)
@access(Who.KEY, "sittings:read")
def list_sittings(query: SittingQuery) -> Response:
    """List your organisation's sittings, newest first."""
    owner_id = caller().owner_id
    end_overdue(services(), owner_id)
    bound_to = ("sittings", owner_id, query.candidate)
    place = place_after(place_of(query.cursor, *bound_to)) if query.cursor else None
    with services().db.reading() as session:
        rest = page_of_sittings(session, owner_id, query.candidate, place, query.limit + 1)
    shown = rest[: query.limit]
    following = cursor_to(sitting_place(shown[-1]), *bound_to) if len(rest) > len(shown) else None
    return as_json(SittingList(sittings=tuple(map(card_of, shown)), next=following), headers=link_to(following))


@sittings.get(
    "/sittings/<sitting:sitting_id>",
    responses={200: gives(Sitting, "The sitting with everything in it."), **problems(404)},
    security=scope("sittings:read"),
)
@access(Who.KEY, "sittings:read")
def show_sitting(path: SittingPath) -> Response:
    """Show a sitting with its questions, drafts, answers and scores in short."""
    return as_json(whole(path.sitting_id))


@sittings.post(
    "/sittings/<sitting:sitting_id>/next",
    responses={200: gives(NextQuestion, "The question to answer now, if any."), **problems(400, 404, 413, 415)},
    security=scope("sittings:write"),
)
@access(Who.KEY, "sittings:write")
def ask_next_question(path: SittingPath) -> Response:
    """Ask the next question; the open one while there is one. A sitting without a next question is finished."""
    position = ask_next(services(), caller().owner_id, path.sitting_id)
    if position is None:
        return as_json(NextQuestion(finished=True, question=None))
    turn = turn_of(found(path.sitting_id).turn(position), services().bank)
    return as_json(NextQuestion(finished=False, question=turn))


@sittings.post(
    "/sittings/<sitting:sitting_id>/finish",
    responses={200: gives(Sitting, "The finished sitting."), **problems(400, 404, 413, 415)},
    security=scope("sittings:write"),
)
@access(Who.KEY, "sittings:write")
def end_sitting(path: SittingPath) -> Response:
    """Finish a sitting; twice changes nothing. Answers that wait still get their scores."""
    finish_sitting(services(), caller().owner_id, path.sitting_id)
    return as_json(whole(path.sitting_id))


def whole(sitting_id: str) -> Sitting:
    """The caller's sitting with all that it says. Raises NotFoundError."""
    end_overdue(services(), caller().owner_id)
    bank = services().bank
    with services().db.reading() as session:
        sitting = get_sitting(session, caller().owner_id, sitting_id)
        standing = estimate_ability(session, services(), bank, sitting)
    return sitting_of(sitting, bank, standing)


def found(sitting_id: str) -> SittingView:
    """The caller's sitting. Raises NotFoundError."""
    with services().db.reading() as session:
        return get_sitting(session, caller().owner_id, sitting_id)
