"""How often questions were asked lately, over all owners: counts alone, which say nothing about anybody."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from skillprep.store.tables import Sitting, Turn


@dataclass(frozen=True)
class AskedLately:
    """In how many of the `sittings` sittings each question was asked."""

    counts: Mapping[str, int]
    sittings: int


def asked_lately(session: Session, purpose: str, since: datetime.datetime) -> AskedLately:
    """The counts of sittings with one purpose; a question that is tried again in a sitting counts once."""
    lately = (Turn.asked_at >= since, Sitting.purpose == purpose)
    rows = session.execute(
        select(Turn.question_id, func.count(Turn.sitting_id.distinct()))
        .join(Sitting, Sitting.id == Turn.sitting_id)
        .where(*lately)
        .group_by(Turn.question_id)
    )
    counts = {question_id: number for question_id, number in rows}  # noqa: C416 - rows are not plain pairs to mypy
    total = session.scalar(
        select(func.count(Turn.sitting_id.distinct())).join(Sitting, Sitting.id == Turn.sitting_id).where(*lately)
    )
    return AskedLately(counts, total or 0)
