"""Reads for pages and resources. Every one is asked with the owner whose things it may show."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from skillprep.adaptive.reasons import Why
from skillprep.bank.vocabulary import Level
from skillprep.errors import NotFoundError
from skillprep.scoring.values import Score
from skillprep.store.tables import Answer, Login, Owner, ScoreJob, ScoreRow, Sitting, Turn


@dataclass(frozen=True)
class AnswerView:
    """An answer with its newest score; `score` is None while it waits for one."""

    id: str
    text: str
    confidence: str | None
    submitted_at: datetime.datetime
    score: Score | None


@dataclass(frozen=True)
class TurnView:
    """A question of a sitting and what became of it."""

    position: int
    question_id: str
    question_version: int
    level: Level
    reason: str
    why: Why | None
    asked_at: datetime.datetime
    skipped_at: datetime.datetime | None
    draft: str
    draft_revision: int
    draft_saved_at: datetime.datetime | None
    answer: AnswerView | None

    @property
    def is_open(self) -> bool:
        """Neither answered nor skipped."""
        return self.answer is None and self.skipped_at is None


@dataclass(frozen=True)
class SittingView:
    """A sitting with its turns in order."""

    id: str
    candidate: str | None
    skill_id: str
    more_skill_ids: tuple[str, ...]
    level: Level
    adaptive: bool
    purpose: str
    length: int
    mode: str
    started_at: datetime.datetime
    ends_at: datetime.datetime | None
    finished_at: datetime.datetime | None
    ended_by: str | None
    turns: tuple[TurnView, ...]

    def turn(self, position: int) -> TurnView:
        """The turn at a position, or NotFoundError."""
        for turn in self.turns:
            if turn.position == position:
                return turn
        raise NotFoundError(f"This sitting has no question {position}.")

    @property
    def skill_ids(self) -> tuple[str, ...]:
        """The skills that it is about."""
        return (self.skill_id, *self.more_skill_ids)

    @property
    def minutes(self) -> int | None:
        """How long it may take; None when time is not limited."""
        return round((self.ends_at - self.started_at).total_seconds() / 60) if self.ends_at else None

    @property
    def open_turn(self) -> TurnView | None:
        """The turn that waits for an answer, if any."""
        return next((turn for turn in self.turns if turn.is_open), None)


@dataclass(frozen=True)
class OwnerView:
    """Who is asking; `email` is None for guests and organisations."""

    id: str
    kind: str
    name: str
    email: str | None


def find_owner(session: Session, owner_id: str) -> OwnerView | None:
    """The owner, or None when there is none of that id any more."""
    row = session.execute(
        select(Owner, Login.email).outerjoin(Login, Login.owner_id == Owner.id).where(Owner.id == owner_id)
    ).first()
    return OwnerView(row[0].id, row[0].kind, row[0].name, row[1]) if row else None


def get_sitting(session: Session, owner_id: str, sitting_id: str) -> SittingView:
    """One sitting of this owner with its turns, answers and newest scores. Raises NotFoundError."""
    sitting = session.scalar(select(Sitting).where(Sitting.id == sitting_id, Sitting.owner_id == owner_id))
    if sitting is None:
        raise NotFoundError("There is no such sitting here.")
    return sitting_view(sitting, turns_of(session, [sitting.id]))


def list_sittings(session: Session, owner_id: str, limit: int, offset: int = 0) -> list[SittingView]:
    """Sittings of this owner, newest first, with everything in them."""
    rows = session.scalars(
        select(Sitting)
        .where(Sitting.owner_id == owner_id)
        .order_by(Sitting.started_at.desc(), Sitting.id)
        .limit(limit)
        .offset(offset)
    ).all()
    turns = turns_of(session, [row.id for row in rows])
    return [sitting_view(row, turns) for row in rows]


def count_sittings(session: Session, owner_id: str) -> int:
    """How many sittings this owner has."""
    return session.scalar(select(func.count()).select_from(Sitting).where(Sitting.owner_id == owner_id)) or 0


def count_waiting(session: Session) -> int:
    """How many answers wait for a score, over all owners."""
    return session.scalar(select(func.count()).select_from(ScoreJob)) or 0


def turns_of(session: Session, sitting_ids: Sequence[str]) -> dict[str, list[TurnView]]:
    """The turns of each sitting in order, in two queries however many there are."""
    rows = session.execute(
        select(Turn, Answer)
        .outerjoin(Answer, Answer.turn_id == Turn.id)
        .where(Turn.sitting_id.in_(sitting_ids))
        .order_by(Turn.position)
    ).all()
    scores = newest_scores(session, [answer.id for _, answer in rows if answer])
    found: dict[str, list[TurnView]] = {one: [] for one in sitting_ids}
    for turn, answer in rows:
        found[turn.sitting_id].append(turn_view(turn, answer, scores))
    return found


def newest_scores(session: Session, answer_ids: Sequence[str]) -> dict[str, Score]:
    """The score that counts for each answer: the one appended last, whatever the clock said."""
    rows = session.scalars(
        select(ScoreRow).where(ScoreRow.answer_id.in_(answer_ids)).order_by(ScoreRow.answer_id, ScoreRow.number)
    )
    return {row.answer_id: Score.model_validate(row.score) for row in rows}


def sitting_view(row: Sitting, turns: dict[str, list[TurnView]]) -> SittingView:
    """A row and its turns as a value."""
    return SittingView(
        id=row.id,
        candidate=row.candidate,
        skill_id=row.skill_id,
        more_skill_ids=tuple(row.more_skill_ids),
        level=Level(row.level),
        adaptive=row.adaptive,
        purpose=row.purpose,
        length=row.length,
        mode=row.mode,
        started_at=row.started_at,
        ends_at=row.ends_at,
        finished_at=row.finished_at,
        ended_by=row.ended_by,
        turns=tuple(turns[row.id]),
    )


def turn_view(row: Turn, answer: Answer | None, scores: dict[str, Score]) -> TurnView:
    """A row, its answer and score as a value."""
    return TurnView(
        position=row.position,
        question_id=row.question_id,
        question_version=row.question_version,
        level=Level(row.level),
        reason=row.reason,
        why=Why.read(row.why) if row.why else None,
        asked_at=row.asked_at,
        skipped_at=row.skipped_at,
        draft=row.draft,
        draft_revision=row.draft_revision,
        draft_saved_at=row.draft_saved_at,
        answer=answer_view(answer, scores.get(answer.id)) if answer else None,
    )


def answer_view(row: Answer, score: Score | None) -> AnswerView:
    """A row and its newest score as a value."""
    return AnswerView(row.id, row.text, row.confidence, row.submitted_at, score)
