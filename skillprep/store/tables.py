"""Every table. Ids are random hex strings, times are UTC, and every row can be traced to its owner."""

import datetime
import uuid
from typing import Any

from sqlalchemy import (
    JSON,
    DateTime,
    Dialect,
    ForeignKey,
    LargeBinary,
    MetaData,
    String,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcDateTime(TypeDecorator[datetime.datetime]):
    """An aware UTC datetime in every database; SQLite itself would forget the zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime.datetime | None, dialect: Dialect) -> datetime.datetime | None:
        """Refuse naive datetimes rather than guess their zone."""
        if value is not None and value.tzinfo is None:
            raise ValueError("A datetime without a zone cannot be stored.")
        return value.astimezone(datetime.UTC) if value else None

    def process_result_value(self, value: datetime.datetime | None, dialect: Dialect) -> datetime.datetime | None:
        """Give the zone back."""
        return value if value is None or value.tzinfo else value.replace(tzinfo=datetime.UTC)


class Row(DeclarativeBase):
    """Root of all tables."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {datetime.datetime: UtcDateTime, dict[str, Any]: JSON, list[str]: JSON}  # noqa: RUF012


def new_id() -> str:
    """A fresh random id: 32 hex digits, unguessable."""
    return uuid.uuid4().hex


Id = String(32)


class Owner(Row):
    """Whoever things belong to: a guest of the browser, a person with a login, or an organisation with keys."""

    __tablename__ = "owners"
    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    kind: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(String(200), default="")
    created_at: Mapped[datetime.datetime]


class Login(Row):
    """How a person proves who they are."""

    __tablename__ = "logins"
    owner_id: Mapped[str] = mapped_column(Id, ForeignKey("owners.id", ondelete="CASCADE"), primary_key=True)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    password_hash: Mapped[str] = mapped_column(String(255))
    created_at: Mapped[datetime.datetime]


class ApiKey(Row):
    """A key of an organisation. Only the secret's hash is kept."""

    __tablename__ = "api_keys"
    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    owner_id: Mapped[str] = mapped_column(Id, ForeignKey("owners.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    secret_sha256: Mapped[str] = mapped_column(String(64))
    scopes: Mapped[list[str]]
    created_at: Mapped[datetime.datetime]
    expires_at: Mapped[datetime.datetime | None]
    revoked_at: Mapped[datetime.datetime | None]


class Sitting(Row):
    """One run of a candidate through questions. `mode`: practice, placement, timed, or review of due points.

    In a review `skill_id` and `level` are those of the first question; the other modes ask about `skill_id` and
    `more_skill_ids` alike. `ends_at` is set when time is limited; `ended_by` says why a finished sitting ended.
    """

    __tablename__ = "sittings"
    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    owner_id: Mapped[str] = mapped_column(Id, ForeignKey("owners.id", ondelete="CASCADE"), index=True)
    candidate: Mapped[str | None] = mapped_column(String(200))
    skill_id: Mapped[str] = mapped_column(String(60))
    more_skill_ids: Mapped[list[str]] = mapped_column(default=list)
    level: Mapped[str] = mapped_column(String(20))
    adaptive: Mapped[bool]
    purpose: Mapped[str] = mapped_column(String(20))
    length: Mapped[int]
    mode: Mapped[str] = mapped_column(String(20), default="practice")
    started_at: Mapped[datetime.datetime]
    ends_at: Mapped[datetime.datetime | None]
    finished_at: Mapped[datetime.datetime | None]
    ended_by: Mapped[str | None] = mapped_column(String(20))


class Turn(Row):
    """One question put to the candidate in a sitting, with the draft of the answer.

    `why` holds the figures of an adaptive choice as they were then: they depend on what others were asked meanwhile.
    """

    __tablename__ = "turns"
    __table_args__ = (UniqueConstraint("sitting_id", "position"),)
    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    sitting_id: Mapped[str] = mapped_column(Id, ForeignKey("sittings.id", ondelete="CASCADE"))
    position: Mapped[int]
    question_id: Mapped[str] = mapped_column(String(60))
    question_version: Mapped[int]
    level: Mapped[str] = mapped_column(String(20))
    reason: Mapped[str] = mapped_column(String(30))
    why: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    asked_at: Mapped[datetime.datetime] = mapped_column(index=True)
    skipped_at: Mapped[datetime.datetime | None]
    draft: Mapped[str] = mapped_column(Text, default="")
    draft_revision: Mapped[int] = mapped_column(default=0)
    draft_saved_at: Mapped[datetime.datetime | None]


class Answer(Row):
    """What the candidate submitted. It never changes."""

    __tablename__ = "answers"
    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    turn_id: Mapped[str] = mapped_column(Id, ForeignKey("turns.id", ondelete="CASCADE"), unique=True)
    text: Mapped[str] = mapped_column(Text)
    confidence: Mapped[str | None] = mapped_column(String(10))
    submitted_at: Mapped[datetime.datetime]


class ScoreRow(Row):
    """A score of an answer: appended, never changed. `number` counts an answer's scores from 1; the highest counts.

    `scorer` names everything that determined the score but the answer. Two writers cannot both append number n, and
    neither repeats the scorer of the newest; going back to an earlier scorer is a new score all the same.
    """

    __tablename__ = "scores"
    __table_args__ = (UniqueConstraint("answer_id", "number"),)
    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    answer_id: Mapped[str] = mapped_column(Id, ForeignKey("answers.id", ondelete="CASCADE"))
    number: Mapped[int]
    scorer: Mapped[str] = mapped_column(String(64))
    value: Mapped[float | None]
    score: Mapped[dict[str, Any]]
    created_at: Mapped[datetime.datetime]


class ScoreJob(Row):
    """An answer that waits for its score. Written with the answer, deleted with the score."""

    __tablename__ = "score_jobs"
    answer_id: Mapped[str] = mapped_column(Id, ForeignKey("answers.id", ondelete="CASCADE"), primary_key=True)
    not_before: Mapped[datetime.datetime] = mapped_column(index=True)
    attempts: Mapped[int] = mapped_column(default=0)
    last_error: Mapped[str] = mapped_column(String(300), default="")


class StoredSet(Row):
    """A set of questions that its owner had built: the wishes, and what was chosen. It never changes."""

    __tablename__ = "question_sets"
    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    owner_id: Mapped[str] = mapped_column(Id, ForeignKey("owners.id", ondelete="CASCADE"), index=True)
    title: Mapped[str] = mapped_column(String(200))
    blueprint: Mapped[dict[str, Any]]
    built: Mapped[dict[str, Any]]
    bank_version: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[datetime.datetime]


class Deadline(Row):
    """The day of an owner's interview, or of one candidate's of an organisation; `candidate` is empty for the owner."""

    __tablename__ = "deadlines"
    owner_id: Mapped[str] = mapped_column(Id, ForeignKey("owners.id", ondelete="CASCADE"), primary_key=True)
    candidate: Mapped[str] = mapped_column(String(200), primary_key=True, default="")
    day: Mapped[datetime.date]


class ItemBelief(Row):
    """What is believed of a question's version at a level, from the answers of one purpose; fitted anew at will.

    It has no owner, because it belongs to the bank: weights over parameters, nothing of anybody's. `grid` names the
    grid that the weights are over, `scorer` the version of the scorer behind its newest answer.
    """

    __tablename__ = "item_beliefs"
    purpose: Mapped[str] = mapped_column(String(20), primary_key=True)
    question_id: Mapped[str] = mapped_column(String(60), primary_key=True)
    question_version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    level: Mapped[str] = mapped_column(String(20), primary_key=True)
    belief: Mapped[bytes] = mapped_column(LargeBinary)
    grid: Mapped[str] = mapped_column(String(16))
    answers: Mapped[int]
    figures: Mapped[dict[str, Any]]
    scorer: Mapped[str] = mapped_column(String(64))
    fitted_at: Mapped[datetime.datetime]
