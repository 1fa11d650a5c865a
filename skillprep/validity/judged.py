"""What the scorer made of one record, as it is written to the results."""

from skillprep.scoring.values import Evidence, Guard, PointState, Score, Unit, Value
from skillprep.validity.record import Record


class Quote(Value):
    """The words of the answer that carried a point; start and end count its characters, end excluded."""

    text: str
    start: int
    end: int


class JudgedPoint(Value):
    """One point: how probable it is that the answer makes it, and where. `label` is the person's, as given."""

    id: str
    probability: Unit
    state: PointState
    denied: bool
    evidence: Quote | None
    label: int | None


class JudgedAnswer(Value):
    """One line of the results. `score` is in [0, 1]; None says that software cannot judge this answer.

    `flagged`: a person should look. `given` and `group` are the record's own, so that the file can be read alone.
    """

    line: int
    id: str
    score: Unit | None
    low: Unit
    high: Unit
    flagged: bool
    guards: tuple[Guard, ...]
    points: tuple[JudgedPoint, ...]
    given: float | None
    group: str | None


def judged_answer(line: int, record: Record, score: Score) -> JudgedAnswer:
    """The record and its score side by side."""
    points = tuple(
        JudgedPoint(
            id=point.id,
            probability=found.probability,
            state=found.state,
            denied=found.denied,
            evidence=quote(record.answer, found.evidence),
            label=point.label,
        )
        for point, found in zip(record.points, score.points, strict=True)
    )
    return JudgedAnswer(
        line=line,
        id=record.id,
        score=score.value,
        low=score.low,
        high=score.high,
        flagged=score.needs_review,
        guards=score.guards,
        points=points,
        given=record.score,
        group=record.group,
    )


def quote(answer: str, evidence: Evidence | None) -> Quote | None:
    """The evidence in words."""
    if evidence is None:
        return None
    start, end = evidence.span.start, evidence.span.end
    return Quote(text=answer[start:end], start=start, end=end)
