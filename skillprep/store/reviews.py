"""What review over days is computed from: a learner's scored answers, and the day of the interview.

A learner is an owner, or one of an organisation's candidates, whom it names itself.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, aliased

from skillprep.bank.vocabulary import Level
from skillprep.scoring.values import GuardName, PointScore
from skillprep.store.tables import Answer, Deadline, ScoreRow, Sitting, Turn


@dataclass(frozen=True)
class Learner:
    """Whose reviews; `candidate` is None for the owner's own."""

    owner_id: str
    candidate: str | None = None


@dataclass(frozen=True)
class ScoredAnswer:
    """What the newest score of an answer says about the question's points."""

    answer_id: str
    question_id: str
    level: Level
    submitted_at: datetime.datetime
    points: tuple[PointScore, ...]


def scored_answers(session: Session, learner: Learner) -> Iterator[ScoredAnswer]:
    """The learner's answers that say something about what is remembered.

    Left out: what software could not judge, because that is not zero; pasted model answers, which anybody remembers;
    and sittings for hiring, whose results are not the candidate's to practise with.
    """
    for row in session.execute(newest_points(learner)):
        if all(guard["name"] != GuardName.MODEL_ANSWER_PASTED for guard in row.guards):
            points = tuple(map(PointScore.model_validate, row.points))
            yield ScoredAnswer(row.id, row.question_id, Level(row.level), row.submitted_at, points)


def newest_points(learner: Learner) -> Select[Any]:
    """Points and guards of each answer's newest score, taken out of the stored score by the database."""
    later = aliased(ScoreRow)
    newest = select(func.max(later.number)).where(later.answer_id == Answer.id).scalar_subquery()
    return (
        select(
            Answer.id,
            Turn.question_id,
            Turn.level,
            Answer.submitted_at,
            ScoreRow.score["points"].label("points"),
            ScoreRow.score["guards"].label("guards"),
        )
        .join(Turn, Turn.id == Answer.turn_id)
        .join(Sitting, Sitting.id == Turn.sitting_id)
        .join(ScoreRow, ScoreRow.answer_id == Answer.id)
        .where(
            Sitting.owner_id == learner.owner_id,
            Sitting.candidate.is_(None) if learner.candidate is None else Sitting.candidate == learner.candidate,
            Sitting.purpose != "hiring",
            ScoreRow.number == newest,
            ScoreRow.value.is_not(None),
        )
    )


def find_deadline(session: Session, learner: Learner) -> datetime.date | None:
    """The day of the learner's interview, past or to come; None when none is set."""
    found = session.get(Deadline, (learner.owner_id, learner.candidate or ""))
    return found.day if found else None


def learners(session: Session) -> list[Learner]:
    """Everybody with a sitting, over all owners: for the administrator's report alone."""
    rows = session.execute(select(Sitting.owner_id, Sitting.candidate).distinct())
    return [Learner(row.owner_id, row.candidate) for row in rows]
