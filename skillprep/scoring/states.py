"""From findings to the states a candidate sees: missed < unsure < partly < covered, by probability."""

from collections.abc import Sequence

from skillprep.scoring.answer import Sentence
from skillprep.scoring.evidence import Finding
from skillprep.scoring.head import Thresholds
from skillprep.scoring.levels import contribution
from skillprep.scoring.values import Evidence, PitfallScore, PointScore, PointState, Span
from skillprep.scoring.windows import Windows

DEDUCTION = 0.1
"""What one pitfall takes off; a mentioned pitfall must not outweigh the points made."""


def point_score(point_id: str, finding: Finding, evidence: Evidence | None, thresholds: Thresholds) -> PointScore:
    """State and contribution of one point. A denied point is held inside the unsure band: a person should look."""
    held = finding.held if finding.probability > thresholds.decision else None
    probability = finding.probability if held is None else min(finding.probability, held)
    state = point_state(probability, thresholds)
    return PointScore(
        point_id=point_id,
        probability=probability,
        contribution=contribution(probability, thresholds),
        state=state,
        denied=held is not None,
        evidence=None if state is PointState.MISSED else evidence,
    )


def point_state(probability: float, thresholds: Thresholds) -> PointState:
    """The band a probability falls in. Unsure lies around the decision threshold; partly is likely but not plain."""
    if probability >= thresholds.covered:
        return PointState.COVERED
    if probability >= thresholds.unsure_high:
        return PointState.PARTLY
    return PointState.UNSURE if probability >= thresholds.unsure_low else PointState.MISSED


def pitfall_score(pitfall_id: str, finding: Finding, evidence: Evidence | None, thresholds: Thresholds) -> PitfallScore:
    """A hit must be likely and not denied: 'I would not stop at a checklist' avoids the pitfall it names."""
    hit = finding.probability >= thresholds.pitfall and not finding.denied
    return PitfallScore(
        pitfall_id=pitfall_id,
        probability=finding.probability,
        hit=hit,
        deduction=DEDUCTION if hit else 0.0,
        evidence=evidence if hit else None,
    )


def evidence_of(finding: Finding, windows: Windows, sentences: Sequence[Sentence]) -> Evidence | None:
    """The sentences of the finding's window, as indices and as a span of the submitted text."""
    if finding.window is None:
        return None
    first, last = windows.first[finding.window], windows.last[finding.window]
    span = Span(start=sentences[first].span.start, end=sentences[last].span.end)
    return Evidence(first=first, last=last, span=span)
