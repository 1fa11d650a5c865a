"""An owner's sets of questions."""

import datetime
from collections import Counter
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from skillprep.errors import NotFoundError
from skillprep.sets.blueprint import Blueprint
from skillprep.sets.question_set import QuestionSet
from skillprep.store.tables import StoredSet


@dataclass(frozen=True)
class SetView:
    """A stored set."""

    id: str
    blueprint: Blueprint
    built: QuestionSet
    bank_version: str
    created_at: datetime.datetime


def get_set(session: Session, owner_id: str, set_id: str) -> SetView:
    """One set of this owner. Raises NotFoundError."""
    row = session.scalar(select(StoredSet).where(StoredSet.id == set_id, StoredSet.owner_id == owner_id))
    if row is None:
        raise NotFoundError("There is no such set here.")
    return set_view(row)


def list_sets(session: Session, owner_id: str, limit: int) -> list[SetView]:
    """Sets of this owner, newest first."""
    wanted = select(StoredSet).where(StoredSet.owner_id == owner_id)
    return [
        set_view(row)
        for row in session.scalars(wanted.order_by(StoredSet.created_at.desc(), StoredSet.id).limit(limit))
    ]


def count_sets(session: Session, owner_id: str) -> int:
    """How many sets this owner keeps."""
    return session.scalar(select(func.count()).select_from(StoredSet).where(StoredSet.owner_id == owner_id)) or 0


def uses_of(session: Session, owner_id: str) -> Counter[str]:
    """How many of this owner's sets each question is in; a set counts once, however many forms it has."""
    found: Counter[str] = Counter()
    for built in session.scalars(select(StoredSet.built).where(StoredSet.owner_id == owner_id)):
        forms = QuestionSet.model_validate(built).forms
        found.update({question.question_id for form in forms for question in form.questions})
    return found


def set_view(row: StoredSet) -> SetView:
    """A row as a value."""
    return SetView(
        id=row.id,
        blueprint=Blueprint.model_validate(row.blueprint),
        built=QuestionSet.model_validate(row.built),
        bank_version=row.bank_version,
        created_at=row.created_at,
    )
