"""An answer is handed in: kept first, scored second."""

import datetime
from concurrent.futures import wait
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from skillprep.actions.save_draft import ANSWER_CHARACTERS, TurnPath, locked_turn
from skillprep.actions.score_answer import score_answer
from skillprep.errors import ConflictError, InvalidInputError
from skillprep.services import Services
from skillprep.store.tables import Answer, ScoreJob, Turn
from skillprep.text import checked

CONFIDENCES = ("guess", "fairly", "very")
HEAD_START = datetime.timedelta(seconds=30)
"""How long the worker leaves a fresh answer to the request that brought it."""


@dataclass(frozen=True)
class Submission:
    """An answer as it came in, with how sure the candidate says they are."""

    unverified_text: str
    confidence: str | None = None


def submit_answer(services: Services, path: TurnPath, submission: Submission) -> str:
    """Store the answer, wait a moment for its score, and return its id.

    The answer is committed before anything else is tried: whatever happens to the model, it is not lost, and a worker
    scores it later. Handing in the same text again returns the same answer. Raises InvalidInputError, NotFoundError,
    and ConflictError when the question was skipped or already has another answer.
    """
    text = checked(submission.unverified_text, "text", ANSWER_CHARACTERS)
    if not text.strip():
        raise InvalidInputError("The answer is empty. Write at least a sentence, or skip the question.", "text")
    if submission.confidence not in (None, *CONFIDENCES):
        raise InvalidInputError(f"Confidence is one of {', '.join(CONFIDENCES)}.", "confidence")
    with services.db.writing() as session:
        turn = locked_turn(session, path)
        if earlier := session.scalar(select(Answer).where(Answer.turn_id == turn.id)):
            return same_answer(earlier, text)
        answer_id = store(session, turn, Answer(turn_id=turn.id, text=text, confidence=submission.confidence), services)
    wait([services.background.submit(score_answer, services, answer_id)], timeout=services.score_wait_seconds)
    return answer_id


def same_answer(earlier: Answer, text: str) -> str:
    """The earlier answer's id when this is the same text sent twice, as a double click or a retried request does."""
    if earlier.text != text:
        raise ConflictError("This question is already answered. Look at the result, or try it again.")
    return earlier.id


def store(session: Session, turn: Turn, answer: Answer, services: Services) -> str:
    """Add the answer with its wish to be scored; the draft has become the answer."""
    if turn.skipped_at:
        raise ConflictError("This question was skipped. Try it again from the summary.")
    answer.submitted_at = services.clock()
    session.add(answer)
    session.flush()
    session.add(ScoreJob(answer_id=answer.id, not_before=answer.submitted_at + HEAD_START))
    turn.draft = ""
    return answer.id
