"""What questions are fitted from: every sitting of one purpose, over all owners, without a word of any answer."""

import datetime
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from sqlalchemy import Row, Select, and_, func, select
from sqlalchemy.orm import Session

from skillprep.adaptive.engine import Asked, Progress
from skillprep.adaptive.pool import Item
from skillprep.adaptive.response import SIGMA, sigma_of_score
from skillprep.bank.vocabulary import Level
from skillprep.scoring.values import GuardName
from skillprep.store.beliefs import ItemKey
from skillprep.store.tables import Answer, Owner, ScoreRow, Sitting, Turn

BATCH = 500
REVIEW = "review"


@dataclass
class History:
    """Sittings in the order in which they began, and the items that were answered in them.

    `answers` counts the scores that are used, `asked` the sittings in which an item was put, `sittings_on` the sittings
    in which a skill was asked about; `scorers` is the scorer's version behind an item's newest answer, `scored_by`
    counts all answers by it. What is not used is counted as well: `repeated` (the person had answered the question
    before, so the answer shows the feedback), `pasted` (a copied model answer, which anybody can give), and `unplaced`
    (to a question that left the bank and whose skill nothing tells any more).
    """

    sittings: list[Progress] = field(default_factory=list)
    items: dict[str, Item] = field(default_factory=dict)
    keys: dict[str, ItemKey] = field(default_factory=dict)
    answers: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    sittings_on: Counter[str] = field(default_factory=Counter)
    scorers: dict[str, str] = field(default_factory=dict)
    scored_by: Counter[str] = field(default_factory=Counter)
    repeated: int = 0
    pasted: int = 0
    unplaced: int = 0
    met: set[tuple[str, str]] = field(default_factory=set)


def item_history(
    session: Session, purpose: str, skills: Mapping[str, str], progress: Callable[[int, int], None]
) -> History:
    """The history of a purpose. `skills`: the skill of each question of the bank, whatever its status.

    An item is a question's version at a level, so answers to an earlier version stay with that version.
    """
    total = session.scalar(select(func.count()).select_from(wanted_rows(purpose).subquery())) or 0
    found, done = History(), 0
    rows = session.execute(wanted_rows(purpose).order_by(Sitting.started_at, Sitting.id, Turn.position))
    for _, turns in groupby(rows.yield_per(BATCH), lambda row: row.sitting_id):
        sitting = list(turns)
        add_sitting(found, sitting, skills)
        done += len(sitting)
        progress(done, total)
    found.items = {name: item for name, item in found.items.items() if found.answers[name]}
    return found


def add_sitting(found: History, rows: Sequence[Row[Any]], skills: Mapping[str, str]) -> None:
    """One sitting's turns, in order."""
    asked, on = [], set()
    for row in rows:
        skill = skills.get(row.question_id) or only_skill(row)
        if skill is None:
            found.unplaced += row.value is not None
            continue
        key = ItemKey(row.question_id, row.question_version, Level(row.level))
        found.items.setdefault(key.item_id, Item(key.item_id, skill, key.level))
        found.keys[key.item_id] = key
        asked.append(Asked(key.item_id, taken_value(found, row, key.item_id), sigma_of(row)))
        on.add(skill)
    found.asked.update({one.item_id for one in asked})
    found.sittings_on.update(on)
    sitting = Progress(Level(rows[0].sitting_level), tuple(asked))
    if sitting.scored:
        found.sittings.append(sitting)


def taken_value(found: History, row: Row[Any], item_id: str) -> float | None:
    """The score where it says something about the question; None counts as asked and says nothing."""
    meeting = (learner_of(row), row.question_id)
    again = row.mode == REVIEW or meeting in found.met
    if row.answered is not None:
        found.met.add(meeting)
    if row.value is None:
        return None
    if any(guard["name"] == GuardName.MODEL_ANSWER_PASTED for guard in row.guards):
        found.pasted += 1
        return None
    if again:
        found.repeated += 1
        return None
    found.answers[item_id] += 1
    found.scorers[item_id] = row.scorer_version
    found.scored_by[row.scorer_version] += 1
    return float(row.value)


def only_skill(row: Row[Any]) -> str | None:
    """The skill of a sitting on one skill, which is then that of its questions, even of one that left the bank."""
    return None if row.mode == REVIEW or row.more_skill_ids else str(row.skill_id)


def learner_of(row: Row[Any]) -> str:
    """Who answered. An organisation that does not name its candidates may send somebody else each time."""
    if row.owner_kind == "organisation" and not row.candidate:
        return f"sitting {row.sitting_id}"
    return f"{row.owner_id} {row.candidate or ''}"


def sigma_of(row: Row[Any]) -> float:
    """The scorer's deviation for this answer, from its score's own interval."""
    if row.value is None:
        return SIGMA
    return sigma_of_score(row.value, row.low, row.high)


def count_answers_since(session: Session, purpose: str, since: datetime.datetime | None) -> int:
    """How many questions that a purpose asked after `since`, or ever, were answered."""
    answered = select(func.count(Answer.id)).join(Turn, Turn.id == Answer.turn_id)
    wanted = answered.join(Sitting, Sitting.id == Turn.sitting_id).where(Sitting.purpose == purpose)
    return session.scalar(wanted if since is None else wanted.where(Turn.asked_at > since)) or 0


def wanted_rows(purpose: str) -> Select[*tuple[Any, ...]]:
    """Every turn of the purpose's sittings with what is needed of its newest score, taken out by the database."""
    counted = select(func.max(ScoreRow.number)).where(ScoreRow.answer_id == Answer.id)
    newest = counted.correlate(Answer).scalar_subquery()
    return (
        select(
            Turn.sitting_id,
            Sitting.owner_id,
            Owner.kind.label("owner_kind"),
            Sitting.candidate,
            Sitting.skill_id,
            Sitting.more_skill_ids,
            Sitting.mode,
            Sitting.level.label("sitting_level"),
            Turn.question_id,
            Turn.question_version,
            Turn.level,
            Answer.id.label("answered"),
            ScoreRow.value,
            ScoreRow.score["low"].as_float().label("low"),
            ScoreRow.score["high"].as_float().label("high"),
            ScoreRow.score["guards"].label("guards"),
            ScoreRow.score[("receipt", "scorer_version")].as_string().label("scorer_version"),
        )
        .join(Sitting, Sitting.id == Turn.sitting_id)
        .join(Owner, Owner.id == Sitting.owner_id)
        .outerjoin(Answer, Answer.turn_id == Turn.id)
        .outerjoin(ScoreRow, and_(ScoreRow.answer_id == Answer.id, ScoreRow.number == newest))
        .where(Sitting.purpose == purpose)
    )
