"""/sittings/<id>/questions/<n>: one question of a sitting, while it is open and afterwards."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from skillprep.actions.end_overdue import end_overdue
from skillprep.actions.retry_question import retry_question
from skillprep.actions.save_draft import TurnPath
from skillprep.actions.skip_question import skip_question
from skillprep.actions.submit_answer import CONFIDENCES, Submission, submit_answer
from skillprep.errors import InvalidInputError
from skillprep.http import Who, access, owner_id, services
from skillprep.store.queries import SittingView, TurnView, get_sitting
from skillprep.web.evidence import evidence_of
from skillprep.web.standing import standing_of
from skillprep.web.summary import attempts_at

turns = Blueprint("turns", __name__)
PLACE = "/sittings/<id:sitting_id>/questions/<position:position>"


@turns.get(PLACE)
@access(Who.OWNER)
def show(sitting_id: str, position: int) -> ResponseReturnValue:
    """The question while it is open, its result once it is answered."""
    sitting, turn = own_turn(sitting_id, position)
    if turn.is_open:
        return question_page(sitting, turn, turn.draft)
    return result_page(sitting, turn)


@turns.post(f"{PLACE}/answer")
@access(Who.OWNER)
def answer(sitting_id: str, position: int) -> ResponseReturnValue:
    """Hand the answer in. What cannot be taken comes back with the text still in the form."""
    text, sure = request.form.get("text", ""), request.form.get("confidence") or None
    try:
        submit_answer(services(), TurnPath(owner_id(), sitting_id, position), Submission(text, sure))
    except InvalidInputError as error:
        sitting, turn = own_turn(sitting_id, position)
        return question_page(sitting, turn, text, error), 422
    return to_turn(sitting_id, position)


@turns.post(f"{PLACE}/skip")
@access(Who.OWNER)
def skip(sitting_id: str, position: int) -> ResponseReturnValue:
    """Pass on the question and go on with the sitting."""
    skip_question(services(), TurnPath(owner_id(), sitting_id, position))
    return redirect(url_for("turns.show", sitting_id=sitting_id, position=position), 303)


@turns.post(f"{PLACE}/retry")
@access(Who.OWNER)
def retry(sitting_id: str, position: int) -> ResponseReturnValue:
    """The same question once more, beginning with the earlier text."""
    return to_turn(sitting_id, retry_question(services(), TurnPath(owner_id(), sitting_id, position)))


def to_turn(sitting_id: str, position: int) -> ResponseReturnValue:
    """See Other: the page of a question."""
    return redirect(url_for("turns.show", sitting_id=sitting_id, position=position), 303)


def own_turn(sitting_id: str, position: int) -> tuple[SittingView, TurnView]:
    """The visitor's sitting and one turn of it. Raises NotFoundError."""
    end_overdue(services(), owner_id())
    with services().db.reading() as session:
        sitting = get_sitting(session, owner_id(), sitting_id)
    return sitting, sitting.turn(position)


def question_page(sitting: SittingView, turn: TurnView, text: str, error: InvalidInputError | None = None) -> str:
    """The open question with the text written so far."""
    question = services().bank.question(turn.question_id)
    return render_template(
        "question.html",
        sitting=sitting,
        turn=turn,
        question=question,
        text=text,
        confidences=CONFIDENCES,
        error=error,
        seconds_left=seconds_left(sitting),
    )


def seconds_left(sitting: SittingView) -> int | None:
    """What is left of a timed sitting that goes on; None where time is not limited, or is over."""
    if sitting.ends_at is None or sitting.finished_at:
        return None
    return max(int((sitting.ends_at - services().clock()).total_seconds()), 0)


def result_page(sitting: SittingView, turn: TurnView) -> str:
    """Skipped, waiting for its score, or judged."""
    question = services().bank.question(turn.question_id)
    attempts = attempts_at(sitting, turn)
    if turn.answer is None:
        return render_template("skipped.html", sitting=sitting, turn=turn, question=question)
    if turn.answer.score is None:
        return render_template("waiting.html", sitting=sitting, turn=turn, question=question)
    found = evidence_of(question, turn.answer.text, turn.answer.score)
    return render_template(
        "result.html",
        sitting=sitting,
        turn=turn,
        question=question,
        found=found,
        attempts=attempts,
        standing=standing_of(sitting),
    )
