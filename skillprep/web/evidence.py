"""A stored score as the evidence page draws it: sentences with their marks beside points with their sentences."""

from collections.abc import Sequence
from dataclasses import dataclass

from skillprep.bank.question import Point, Question
from skillprep.scoring.feedback import Feedback, feedback_on
from skillprep.scoring.quotes import where
from skillprep.scoring.story import STORY_KINDS
from skillprep.scoring.values import Evidence, PointScore, PointState, Score
from skillprep.web.sentences import Mark, Sentence, sentences_of
from skillprep.web.story import StoryView, story_of

REMOVED = "This point has been taken out of the question since you answered."


@dataclass(frozen=True)
class PointLine:
    """An expected point, its number on the page, what the scorer found, and where."""

    number: int
    statement: str
    advice: str
    weight: float
    expected_here: bool
    level: str
    result: PointScore

    @property
    def where(self) -> str:
        """'sentence 2' or 'sentences 2 and 3'; empty without evidence."""
        return where(self.result.evidence)


@dataclass(frozen=True)
class PitfallLine:
    """Something the answer says that a good one avoids."""

    number: int
    pitfall_id: str
    statement: str
    advice: str
    deduction: float
    where: str
    evidence: Evidence | None


@dataclass(frozen=True)
class EvidenceView:
    """All that the page shows of one score."""

    score: Score
    sentences: tuple[Sentence, ...]
    points: tuple[PointLine, ...]
    pitfalls: tuple[PitfallLine, ...]
    lift: tuple[PointLine, ...]
    feedback: Feedback
    story: StoryView | None
    asks_for_story: bool

    @property
    def expected(self) -> tuple[PointLine, ...]:
        """The points expected at the level judged."""
        return tuple(point for point in self.points if point.expected_here)

    @property
    def beyond(self) -> tuple[PointLine, ...]:
        """The points that only a higher level expects."""
        return tuple(point for point in self.points if not point.expected_here)

    @property
    def covered(self) -> int:
        """How many of the expected points the answer makes plainly."""
        return sum(point.result.state is PointState.COVERED for point in self.expected)

    @property
    def partly(self) -> int:
        """How many it touches."""
        return sum(point.result.state is PointState.PARTLY for point in self.expected)

    @property
    def worth_adding(self) -> PointLine | None:
        """The point whose adding would raise the score most."""
        return self.line(self.feedback.to_add[0].point_id) if self.feedback.to_add else None

    def line(self, point_id: str | None) -> PointLine | None:
        """The point with this id."""
        return next((point for point in self.points if point.result.point_id == point_id), None)

    def pitfall(self, pitfall_id: str) -> PitfallLine | None:
        """The pitfall with this id, if it was hit."""
        return next((pitfall for pitfall in self.pitfalls if pitfall.pitfall_id == pitfall_id), None)


def evidence_of(question: Question, text: str, score: Score) -> EvidenceView:
    """Join the score with the question's words. A point that the bank no longer has keeps its place and says so."""
    points = point_lines(question, score)
    pitfalls = pitfall_lines(question, score)
    return EvidenceView(
        score=score,
        sentences=sentences_of(text, score.sentences, marks_of(points, pitfalls)),
        points=points,
        pitfalls=pitfalls,
        lift=tuple(point for point in points if point.result.point_id in score.lift),
        feedback=feedback_on(question, score, text),
        story=story_of(score.structure, score.sentences) if score.structure else None,
        asks_for_story=question.kind in STORY_KINDS,
    )


def point_lines(question: Question, score: Score) -> tuple[PointLine, ...]:
    """The points in the score's order, numbered from 1; what this level expects comes first."""
    known = {point.id: point for point in question.points}
    expected_here = {point.id for point in question.points_at(score.level)} or set(known)
    ordered = sorted(score.points, key=lambda result: result.point_id in known and result.point_id not in expected_here)
    return tuple(
        point_line(n, known.get(result.point_id), result, expected_here) for n, result in enumerate(ordered, 1)
    )


def point_line(number: int, point: Point | None, result: PointScore, expected_here: set[str]) -> PointLine:
    """One point with its result."""
    if point is None:
        return PointLine(number, REMOVED, "", 1.0, True, "", result)
    here = point.id in expected_here
    return PointLine(number, point.statement, point.advice, point.weight, here, point.expected_from.value, result)


def pitfall_lines(question: Question, score: Score) -> tuple[PitfallLine, ...]:
    """Only the pitfalls that were hit; the others would give ideas."""
    known = {pitfall.id: pitfall for pitfall in question.pitfalls}
    hits = [(known[one.pitfall_id], one) for one in score.pitfalls if one.hit and one.pitfall_id in known]
    return tuple(
        PitfallLine(n, pitfall.id, pitfall.statement, pitfall.advice, one.deduction, where(one.evidence), one.evidence)
        for n, (pitfall, one) in enumerate(hits, 1)
    )


def marks_of(points: Sequence[PointLine], pitfalls: Sequence[PitfallLine]) -> list[Mark]:
    """What to underline: evidence of points, and of pitfalls."""
    plain = PointState.COVERED
    found = [
        Mark("point", p.number, p.statement, p.result.evidence, plain=p.result.state is plain)
        for p in points
        if p.result.evidence
    ]
    return found + [Mark("pitfall", p.number, p.statement, p.evidence) for p in pitfalls if p.evidence]
