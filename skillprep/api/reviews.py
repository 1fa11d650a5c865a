"""/reviews: the points that a candidate should make again today, and the day of the interview."""

from typing import Annotated

from flask import Response
from pydantic import Field

from skillprep.actions.due_reviews import due_reviews
from skillprep.actions.set_deadline import set_deadline
from skillprep.api.problem import problems
from skillprep.api.reply import as_json, gives, scope
from skillprep.api.resource import resource
from skillprep.api.shapes.review import InterviewRequest, Reviews, reviews_of
from skillprep.api.shapes.shape import CandidateName, Shape
from skillprep.http import Who, access, caller, services
from skillprep.store.reviews import Learner

reviews = resource("reviews", "Points that were not made, and the days on which to ask for them again.")


class ReviewQuery(Shape):
    """Whose reviews."""

    candidate: Annotated[
        CandidateName | None, Field(description="of this candidate; without it, of sittings that name none")
    ] = None


@reviews.get(
    "/reviews",
    responses={200: gives(Reviews, "What is due today and what comes.")},
    description="Computed from the newest score of every answer but those in sittings for hiring.",
    security=scope("sittings:read"),
)
@access(Who.KEY, "sittings:read")
def list_reviews(query: ReviewQuery) -> Response:
    """List what is due for review today, and how much on which later day."""
    return as_json(reviews_of(due_reviews(services(), Learner(caller().owner_id, query.candidate))))


@reviews.put(
    "/reviews/interview",
    responses={200: gives(Reviews, "The day is kept; what is due by it."), **problems(400, 404, 413, 415)},
    security=scope("sittings:write"),
)
@access(Who.KEY, "sittings:write")
def put_interview(body: InterviewRequest) -> Response:
    """Keep the day of the interview, so that no review is put off until after it; null forgets it."""
    learner = Learner(caller().owner_id, body.candidate)
    set_deadline(services(), learner, body.day)
    return as_json(reviews_of(due_reviews(services(), learner)))
