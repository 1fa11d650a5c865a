"""A stored score joined with the question's words."""

from skillprep.api.shapes.score import PitfallReport, PointReport, Quote, ScoreReport, SentenceRange
from skillprep.api.shapes.shape import without_links
from skillprep.api.shapes.turn import AnswerShape
from skillprep.bank.bank import Bank
from skillprep.bank.question import Pitfall, Point, Question
from skillprep.scoring.feedback import Feedback, feedback_on
from skillprep.scoring.values import Evidence, PitfallScore, PointScore, Score
from skillprep.store.queries import AnswerView, TurnView


def report_of(sitting_id: str, turn: TurnView, answer: AnswerView, score: Score, bank: Bank) -> ScoreReport:
    """The score with its reasons. What the bank no longer has keeps its id and loses its words."""
    question = bank.questions.get(turn.question_id)
    points = {point.id: point for point in question.points} if question else {}
    pitfalls = {pitfall.id: pitfall for pitfall in question.pitfalls} if question else {}
    return ScoreReport(
        sitting_id=sitting_id,
        position=turn.position,
        question_id=turn.question_id,
        answer=AnswerShape(text=answer.text, confidence=answer.confidence, submitted_at=answer.submitted_at),
        level=score.level,
        value=score.value,
        low=score.low,
        high=score.high,
        needs_review=score.needs_review,
        points=tuple(point_report(one, points.get(one.point_id), answer.text) for one in score.points),
        pitfalls=tuple(
            pitfall_report(one, pitfalls.get(one.pitfall_id), answer.text) for one in score.pitfalls if one.hit
        ),
        guards=score.guards,
        levels=score.levels,
        lift_to=score.lift_to,
        lift=score.lift,
        sentences=tuple(SentenceRange(start=one.start, end=one.end) for one in score.sentences),
        model_answers=question.model_answers if question else (),
        structure=score.structure,
        feedback=feedback_report(question, score, answer.text) if question else None,
        receipt=score.receipt,
    )


def feedback_report(question: Question, score: Score, text: str) -> Feedback:
    """The feedback as the pages show it, glossary links replaced by their words."""
    return Feedback.model_validate(without_links(feedback_on(question, score, text).model_dump(mode="json")))


def point_report(found: PointScore, point: Point | None, text: str) -> PointReport:
    """One point."""
    return PointReport(
        id=found.point_id,
        statement=without_links(point.statement) if point else None,
        weight=point.weight if point else None,
        expected_from=point.expected_from if point else None,
        state=found.state,
        probability=found.probability,
        contribution=found.contribution,
        denied=found.denied,
        evidence=quote(found.evidence, text),
        advice=without_links(point.advice) if point else None,
    )


def pitfall_report(found: PitfallScore, pitfall: Pitfall | None, text: str) -> PitfallReport:
    """One pitfall."""
    return PitfallReport(
        id=found.pitfall_id,
        statement=without_links(pitfall.statement) if pitfall else None,
        probability=found.probability,
        deduction=found.deduction,
        evidence=quote(found.evidence, text),
        advice=without_links(pitfall.advice) if pitfall else None,
    )


def quote(evidence: Evidence | None, text: str) -> Quote | None:
    """The evidence in the candidate's own words."""
    if evidence is None:
        return None
    span = evidence.span
    return Quote(
        text=text[span.start : span.end], start=span.start, end=span.end, first=evidence.first, last=evidence.last
    )
