"""One answer to one question, scored. Start here: `score_answer` tells the whole story."""

from collections.abc import Sequence
from dataclasses import dataclass

from skillprep.bank.question import Question
from skillprep.bank.vocabulary import Level
from skillprep.scoring.answer import Answer, read_answer
from skillprep.scoring.evidence import Finding, find_evidence
from skillprep.scoring.guards import Source, source_of, text_guards, usable
from skillprep.scoring.head import Thresholds
from skillprep.scoring.levels import level_score, lifting_points, next_level
from skillprep.scoring.meaning import meaning_guards
from skillprep.scoring.receipt import make_receipt
from skillprep.scoring.reference import question_reference
from skillprep.scoring.spelling import corrected
from skillprep.scoring.states import evidence_of, pitfall_score, point_score
from skillprep.scoring.structure import structure_of
from skillprep.scoring.values import (
    Effect,
    Evidence,
    Guard,
    LevelScore,
    PitfallScore,
    PointScore,
    PointState,
    Score,
    ScoringModel,
    Structure,
)
from skillprep.scoring.windows import Windows, make_windows

UNSURE_WEIGHT_FOR_REVIEW = 0.4
"""Share of the weight. On answers to development questions half are above; their scores are off by .20, the others by
.12."""
MOST_DEDUCTED = 0.2


@dataclass(frozen=True)
class Judgement:
    """An answer read and compared with the question: its guards and one finding for each point and pitfall."""

    answer: Answer
    windows: Windows | None
    guards: tuple[Guard, ...]
    findings: tuple[Finding, ...]


def score_answer(question: Question, answer: str, level: Level, model: ScoringModel, bank_version: str) -> Score:
    """Judge `answer` at `level`. Deterministic; raises InvalidInputError when the text is too long.

    When a guard says NO_SCORE, `value` is None, `levels` is empty and every point is unsure: software cannot judge it.
    """
    judged = judge(question, read_answer(answer), model)
    thresholds = model.head.thresholds
    points = point_scores(question, judged, thresholds)
    pitfalls = pitfall_scores(question, judged, thresholds)
    deduction = min(sum(pitfall.deduction for pitfall in pitfalls), MOST_DEDUCTED)
    levels = () if Effect.NO_SCORE in effects(judged) else level_scores(question, points, deduction)
    here = next((found for found in levels if found.level is level), None)
    lift_to = next_level(levels, thresholds.passed)
    return Score(
        level=level,
        value=here.value if here else None,
        low=here.low if here else 0.0,
        high=here.high if here else 1.0,
        needs_review=needs_review(question, judged, points),
        points=points,
        pitfalls=pitfalls,
        guards=judged.guards,
        levels=levels,
        lift_to=lift_to,
        lift=lifting_points(question, lift_to, by_id(points), deduction, thresholds.passed) if lift_to else (),
        sentences=tuple(sentence.span for sentence in judged.answer.sentences),
        receipt=make_receipt(question, answer, model, bank_version),
        structure=structure(judged, model),
    )


def judge(question: Question, answer: Answer, model: ScoringModel) -> Judgement:
    """Guards that need only the text come first: what they stop is never encoded.

    They judge the answer as it was typed, and corrected too: a question copied with slips in it is a copy.
    """
    nothing = tuple(Finding(None, 0.0) for _ in (*question.points, *question.pitfalls))
    source = source_of(question)
    read = corrected(answer, question, model.correct)
    guards = found_in_text(answer, read, source)
    if stops(guards):
        return Judgement(answer, None, guards, nothing)
    both = zip(answer.sentences, read.sentences, strict=True)
    good = [usable(typed, source) and (typed is meant or usable(meant, source)) for typed, meant in both]
    windows = make_windows(read.sentences, good, model.embed)
    reference = question_reference(question, model.reference)
    findings = find_evidence(reference, windows, model.head, model.infer)
    on_points = findings[: len(question.points)]
    guards = added(guards, meaning_guards(reference, windows, on_points, model.head.thresholds, model.disowning))
    return Judgement(read, windows, guards, nothing if stops(guards) else findings)


def found_in_text(typed: Answer, read: Answer, source: Source) -> tuple[Guard, ...]:
    """Guards of the text as it was typed, then those that only its corrected form shows."""
    guards = text_guards(typed, source)
    if stops(guards) or read is typed:
        return guards
    return added(guards, text_guards(read, source))


def added(guards: Sequence[Guard], more: Sequence[Guard]) -> tuple[Guard, ...]:
    """Both, each finding once."""
    known = {guard.name for guard in guards}
    return (*guards, *(guard for guard in more if guard.name not in known))


def stops(guards: Sequence[Guard]) -> bool:
    """Whether nothing the answer says may count."""
    return any(guard.effect is not Effect.REVIEW for guard in guards)


def structure(judged: Judgement, model: ScoringModel) -> Structure | None:
    """How the answer is built; nothing when a guard stops it. It is computed from the text alone and adds no number."""
    if model.star is None or stops(judged.guards):
        return None
    return structure_of(judged.answer.sentences, model.star)


def effects(judged: Judgement) -> frozenset[Effect]:
    """What the guards do."""
    return frozenset(guard.effect for guard in judged.guards)


def point_scores(question: Question, judged: Judgement, thresholds: Thresholds) -> tuple[PointScore, ...]:
    """One score a point, in the question's order."""
    found = [
        point_score(point.id, finding, evidence(finding, judged), thresholds)
        for point, finding in zip(question.points, judged.findings, strict=False)
    ]
    if Effect.NO_SCORE in effects(judged):
        return tuple(point.model_copy(update={"state": PointState.UNSURE}) for point in found)
    return tuple(found)


def pitfall_scores(question: Question, judged: Judgement, thresholds: Thresholds) -> tuple[PitfallScore, ...]:
    """One score a pitfall, in the question's order."""
    findings = judged.findings[len(question.points) :]
    return tuple(
        pitfall_score(pitfall.id, finding, evidence(finding, judged), thresholds)
        for pitfall, finding in zip(question.pitfalls, findings, strict=True)
    )


def evidence(finding: Finding, judged: Judgement) -> Evidence | None:
    """Where in the answer the finding lies."""
    return evidence_of(finding, judged.windows, judged.answer.sentences) if judged.windows else None


def level_scores(question: Question, points: tuple[PointScore, ...], deduction: float) -> tuple[LevelScore, ...]:
    """The answer judged at every level, lowest first."""
    return tuple(level_score(question, level, by_id(points), deduction) for level in Level)


def by_id(points: tuple[PointScore, ...]) -> dict[str, PointScore]:
    """Points under their ids."""
    return {point.point_id: point for point in points}


def needs_review(question: Question, judged: Judgement, points: tuple[PointScore, ...]) -> bool:
    """Whether a person should look: a guard asks for it, or much of the weight is unsure."""
    if effects(judged) & {Effect.REVIEW, Effect.NO_SCORE}:
        return True
    weights = {point.id: point.weight for point in question.points}
    unsure = sum(weights[point.point_id] for point in points if point.state is PointState.UNSURE)
    return unsure > UNSURE_WEIGHT_FOR_REVIEW * sum(weights.values())
