"""Rows of sittings whose answers were scored, written as the program writes them."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from skillprep.bank.vocabulary import Level
from skillprep.scoring.receipt import SCORER_VERSION
from skillprep.services import Services
from skillprep.store.tables import Answer, Owner, ScoreRow, Sitting, Turn

SKILL = "responsible-deployment"


@dataclass(frozen=True)
class Given:
    """A question, and the score that the answer to it got: None cannot be judged, a missing answer was skipped."""

    question_id: str
    value: float | None
    version: int = 1
    half: float = 0.25
    guards: tuple[str, ...] = ()
    scorer: str = SCORER_VERSION
    level: Level = Level.INTERMEDIATE


@dataclass(frozen=True)
class Ran:
    """What is particular about a sitting."""

    purpose: str = "practice"
    mode: str = "practice"
    owner_id: str | None = None
    skill_id: str = SKILL
    finished: bool = True


def add_sitting(services: Services, given: Sequence[Given], ran: Ran = Ran()) -> str:
    """Store a sitting, of a new guest unless somebody is named, and return whose it is."""
    with services.db.writing() as session:
        return add(session, services.clock(), given, ran)


def add(session: Session, now: datetime.datetime, given: Sequence[Given], ran: Ran) -> str:
    owner_id = ran.owner_id
    if owner_id is None:
        owner = Owner(kind="guest", created_at=now)
        session.add(owner)
        session.flush()
        owner_id = owner.id
    sitting = Sitting(
        owner_id=owner_id,
        skill_id=ran.skill_id,
        level=Level.INTERMEDIATE.value,
        adaptive=True,
        purpose=ran.purpose,
        mode=ran.mode,
        length=len(given),
        started_at=now,
        finished_at=now if ran.finished else None,
    )
    session.add(sitting)
    session.flush()
    for position, one in enumerate(given, start=1):
        add_turn(session, sitting, position, one)
    return owner_id


def add_turn(session: Session, sitting: Sitting, position: int, given: Given) -> None:
    turn = Turn(
        sitting_id=sitting.id,
        position=position,
        question_id=given.question_id,
        question_version=given.version,
        level=given.level.value,
        reason="start",
        asked_at=sitting.started_at,
    )
    session.add(turn)
    session.flush()
    answer = Answer(turn_id=turn.id, text="What they wrote.", submitted_at=sitting.started_at)
    session.add(answer)
    session.flush()
    session.add(
        ScoreRow(
            answer_id=answer.id,
            number=1,
            scorer="0" * 32,
            value=given.value,
            score=score_of(given),
            created_at=sitting.started_at,
        )
    )


def score_of(given: Given) -> Mapping[str, Any]:
    """The parts of a stored score that fits read."""
    value = given.value
    return {
        "value": value,
        "low": 0.0 if value is None else max(0.0, value - given.half),
        "high": 1.0 if value is None else min(1.0, value + given.half),
        "guards": [{"name": name, "effect": "review", "reason": "It is copied."} for name in given.guards],
        "receipt": {"scorer_version": given.scorer},
    }
