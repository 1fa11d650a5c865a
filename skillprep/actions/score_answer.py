"""A stored answer gets its score, now or later."""

import datetime
import hashlib
import logging

from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError, SQLAlchemyError
from sqlalchemy.orm import Session

from skillprep.bank.vocabulary import Level
from skillprep.errors import NotFoundError, ScorerUnavailableError
from skillprep.scoring.values import Receipt, Score
from skillprep.services import Services
from skillprep.store.tables import Answer, ScoreJob, ScoreRow, Turn

log = logging.getLogger(__name__)

RETRY_FIRST = datetime.timedelta(seconds=5)
RETRY_LONGEST = datetime.timedelta(hours=1)


def score_answer(services: Services, answer_id: str) -> bool:
    """Score one answer with the model outside any transaction, then append the score. False: it waits for a retry."""
    try:
        append(services, answer_id, compute(services, answer_id))
    except (ScorerUnavailableError, NotFoundError, SQLAlchemyError) as error:
        postpone(services, answer_id, error)
        return False
    except Exception as error:
        # Whatever the model library throws, the answer is kept and the reason is logged; nothing is invented.
        log.exception("scoring_failed", extra={"answer_id": answer_id})
        postpone(services, answer_id, error)
        return False
    return True


def compute(services: Services, answer_id: str) -> Score:
    """The score by the bank and the model of now."""
    with services.db.reading() as session:
        row = session.execute(
            select(Answer.text, Turn.question_id, Turn.level)
            .join(Turn, Turn.id == Answer.turn_id)
            .where(Answer.id == answer_id)
        ).one()
    bank = services.bank
    return services.scorer(bank.question(row.question_id), row.text, Level(row.level), bank.version)


def append(services: Services, answer_id: str, score: Score) -> bool:
    """Add the score and drop the wish for one. False when the newest score is this scorer's already."""
    try:
        with services.db.writing() as session:
            added = add_after_newest(session, services, answer_id, score)
            session.execute(delete(ScoreJob).where(ScoreJob.answer_id == answer_id))
            return added
    except IntegrityError:
        # Another process appended meanwhile, or the answer was erased: either way nothing waits any more.
        with services.db.writing() as session:
            session.execute(delete(ScoreJob).where(ScoreJob.answer_id == answer_id))
        return False


def add_after_newest(session: Session, services: Services, answer_id: str, score: Score) -> bool:
    """Add the score under the next number, unless the newest is by the same scorer."""
    wanted = select(ScoreRow.number, ScoreRow.scorer).where(ScoreRow.answer_id == answer_id)
    newest = session.execute(wanted.order_by(ScoreRow.number.desc()).limit(1)).first()
    scorer = scorer_identity(score.receipt)
    if newest is not None and newest.scorer == scorer:
        return False
    row = ScoreRow(
        answer_id=answer_id,
        number=newest.number + 1 if newest else 1,
        scorer=scorer,
        value=score.value,
        score=score.model_dump(mode="json"),
        created_at=services.clock(),
    )
    session.add(row)
    session.flush()
    return True


def scorer_identity(receipt: Receipt) -> str:
    """One short name for everything but the answer that determined the score: all the rest of the receipt."""
    return hashlib.sha256(receipt.model_dump_json(exclude={"answer_sha256"}).encode()).hexdigest()[:32]


def postpone(services: Services, answer_id: str, error: Exception) -> None:
    """Note why it failed and when to try again: after 5, 10, 20 … seconds, at most an hour."""
    log.warning("score_postponed", extra={"answer_id": answer_id, "reason": type(error).__name__})
    try:
        with services.db.writing() as session:
            attempts = session.scalar(select(ScoreJob.attempts).where(ScoreJob.answer_id == answer_id)) or 0
            pause = min(RETRY_FIRST * 2 ** min(attempts, 12), RETRY_LONGEST)
            session.execute(
                update(ScoreJob)
                .where(ScoreJob.answer_id == answer_id)
                .values(attempts=attempts + 1, last_error=str(error)[:300], not_before=services.clock() + pause)
            )
    except SQLAlchemyError:
        # The wish is still in its table with an earlier time, so a worker comes back to it when the database does.
        log.exception("postpone_failed", extra={"answer_id": answer_id})
