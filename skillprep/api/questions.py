"""/questions: what may be asked, without the answers."""

from collections.abc import Sequence
from typing import Annotated

from flask import Response
from pydantic import Field

from skillprep.api.addresses import QuestionPath
from skillprep.api.paging import PageQuery, cursor_to, link_to, place_of
from skillprep.api.problem import problems
from skillprep.api.reply import as_json, gives, scope
from skillprep.api.resource import resource
from skillprep.api.shapes.question import Question, QuestionList, question_of
from skillprep.api.shapes.shape import KindName, LevelName
from skillprep.bank import question as bank
from skillprep.bank.vocabulary import Status
from skillprep.errors import InvalidInputError, NotFoundError
from skillprep.http import Who, access, services

questions = resource("questions", "What may be asked. Points, pitfalls and model answers come with a score.")


class QuestionQuery(PageQuery):
    """Which questions."""

    skill: Annotated[str | None, Field(max_length=60, description="only questions on this skill's id")] = None
    level: Annotated[LevelName | None, Field(description="only questions of this level")] = None
    kind: Annotated[KindName | None, Field(description="only questions of this kind")] = None


@questions.get(
    "/questions",
    responses={200: gives(QuestionList, "The questions that fit.", Link='the next page as rel="next"')},
    security=scope("bank:read"),
)
@access(Who.KEY, "bank:read")
def list_questions(query: QuestionQuery) -> Response:
    """List the questions that are ready, by skill, level and id."""
    fitting = services().bank.ready_questions(query.skill, query.level, query.kind)
    filters = ("questions", query.skill, query.level, query.kind)
    rest = after(fitting, place_of(query.cursor, *filters)) if query.cursor else fitting
    shown = rest[: query.limit]
    following = cursor_to([shown[-1].id], *filters) if len(rest) > len(shown) else None
    body = QuestionList(questions=tuple(map(question_of, shown)), total=len(fitting), next=following)
    return as_json(body, headers=link_to(following))


def after(found: Sequence[bank.Question], place: Sequence[str]) -> Sequence[bank.Question]:
    """The questions behind the last one of the page before. Raises InvalidInputError when the bank has dropped it."""
    ids = [question.id for question in found]
    if place[0] not in ids:
        raise InvalidInputError("The questions have changed meanwhile. Start with the first page.", "cursor")
    return found[ids.index(place[0]) + 1 :]


@questions.get(
    "/questions/<entry:question_id>",
    responses={200: gives(Question, "The question."), **problems(404)},
    security=scope("bank:read"),
)
@access(Who.KEY, "bank:read")
def show_question(path: QuestionPath) -> Response:
    """Show a question without its answer."""
    question = services().bank.question(path.question_id)
    if question.status is not Status.READY:
        raise NotFoundError("There is no question with this id.")
    return as_json(question_of(question))
