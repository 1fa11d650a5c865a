"""Judged answers as a scorer might have made them, and lines as somebody might have written them."""

import json
from typing import Any

from skillprep.scoring.values import PointState
from skillprep.validity.judged import JudgedAnswer, JudgedPoint
from skillprep.validity.tally import Tally

QUESTION = "How did you find out whether the model treats groups differently?"


def line(**changes: Any) -> dict[str, Any]:
    """A good record; a change to `...` leaves the key out."""
    record = {
        "id": "a1",
        "question": QUESTION,
        "answer": "First I measured recall for every group with Fairlearn, then I looked for the cause of the gap.",
        "points": [
            {"id": "p1", "statement": "Compares a metric between groups.", "phrasings": ["I measured it by group."]}
        ],
        **changes,
    }
    return {key: value for key, value in record.items() if value is not ...}


def as_bytes(record: object) -> bytes:
    return json.dumps(record).encode()


def point(probability: float, label: int | None, state: PointState | None = None) -> JudgedPoint:
    sure = PointState.COVERED if probability >= 0.5 else PointState.MISSED
    return JudgedPoint(id="p", probability=probability, state=state or sure, denied=False, evidence=None, label=label)


def judged(
    score: float | None = 0.5,
    given: float | None = None,
    group: str | None = None,
    points: tuple[JudgedPoint, ...] = (),
    flagged: bool = False,
) -> JudgedAnswer:
    return JudgedAnswer(
        line=1,
        id="a",
        score=score,
        low=0.0,
        high=1.0,
        flagged=flagged,
        guards=(),
        points=points or (point(0.9, None),),
        given=given,
        group=group,
    )


def tally_of(*answers: JudgedAnswer) -> Tally:
    """Each answer to a question of its own."""
    tally = Tally()
    for place, answer in enumerate(answers):
        tally.add(answer, f"Question {place}?")
    return tally
