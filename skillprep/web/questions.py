"""/questions/<id>: what a question asks, without its answer, and the way to practise it."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from skillprep.bank.vocabulary import Status
from skillprep.errors import NotFoundError
from skillprep.http import Who, access, services

questions = Blueprint("questions", __name__)


@questions.get("/questions/<question_id>")
@access(Who.ANYBODY)
def show(question_id: str) -> ResponseReturnValue:
    """The question. One that is not ready, or not any more, is not shown to strangers."""
    question = services().bank.question(question_id)
    if question.status is not Status.READY:
        raise NotFoundError("This question is not in use at the moment.")
    return render_template("question_card.html", question=question)
