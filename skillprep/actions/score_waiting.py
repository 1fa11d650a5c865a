"""A worker scores the answers that were saved without a score."""

import datetime

from sqlalchemy import select, update

from skillprep.actions.score_answer import score_answer
from skillprep.services import Services
from skillprep.store.tables import ScoreJob

CLAIM = datetime.timedelta(seconds=60)
"""How long a claimed answer is left alone by other workers; a worker that dies loses its claim after it."""


def score_waiting(services: Services, limit: int) -> int:
    """Score up to `limit` answers that are due and return how many got their score."""
    with services.db.reading() as session:
        due = session.execute(
            select(ScoreJob.answer_id, ScoreJob.not_before)
            .where(ScoreJob.not_before <= services.clock())
            .order_by(ScoreJob.not_before)
            .limit(limit)
        ).all()
    return sum(claim(services, job.answer_id, job.not_before) and score_answer(services, job.answer_id) for job in due)


def claim(services: Services, answer_id: str, not_before: datetime.datetime) -> bool:
    """Take the answer unless another worker has: a guarded update decides."""
    with services.db.writing() as session:
        done = session.execute(
            update(ScoreJob)
            .where(ScoreJob.answer_id == answer_id, ScoreJob.not_before == not_before)
            .values(not_before=services.clock() + CLAIM)
            .returning(ScoreJob.answer_id)
        )
        return done.first() is not None
