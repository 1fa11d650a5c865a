"""Guards that need the encoder: an answer about something else, one that denies what it should say, and one in which a
sentence takes back what the others say."""

from collections.abc import Sequence

import numpy as np

from skillprep.scoring.disowning import Disowning
from skillprep.scoring.evidence import Finding
from skillprep.scoring.head import Thresholds
from skillprep.scoring.reference import Reference
from skillprep.scoring.values import Effect, Guard, GuardName
from skillprep.scoring.windows import Windows

CLOSEST_WINDOWS = 3
DENIED_FOR_REVIEW = 1
OPENING_WORDS = 6


def meaning_guards(
    reference: Reference,
    windows: Windows,
    findings: Sequence[Finding],
    thresholds: Thresholds,
    disowning: Disowning | None = None,
) -> tuple[Guard, ...]:
    """Findings about what the answer means. `findings` are those of the question's points."""
    found = (
        off_topic(reference, windows, findings, thresholds),
        points_denied(findings, thresholds),
        disowned(windows, disowning),
    )
    return tuple(guard for guard in found if guard is not None)


def relatedness(reference: Reference, windows: Windows) -> float:
    """Mean over the three windows closest to the question of their best cosine with any of its texts; -1 for none."""
    if not len(windows):
        return -1.0
    texts = np.vstack([reference.prompt_vector, reference.vectors])
    best = np.sort((windows.vectors @ texts.T).max(axis=1))
    return float(best[-CLOSEST_WINDOWS:].mean())


def off_topic(
    reference: Reference, windows: Windows, findings: Sequence[Finding], thresholds: Thresholds
) -> Guard | None:
    """Nothing in the answer is near the question, and no point is likely to be made."""
    made = any(finding.probability >= thresholds.decision for finding in findings)
    if made or relatedness(reference, windows) >= thresholds.off_topic:
        return None
    reason = "No sentence of the answer says something about this question in words of its own."
    return Guard(name=GuardName.OFF_TOPIC, effect=Effect.ZERO, reason=reason)


def points_denied(findings: Sequence[Finding], thresholds: Thresholds) -> Guard | None:
    """At least one point that would count seems to be denied: software cannot be sure, a person should look."""
    count = sum(finding.denied and finding.probability >= thresholds.decision for finding in findings)
    if count < DENIED_FOR_REVIEW:
        return None
    subject = "One sentence seems" if count == 1 else f"{count} sentences seem"
    reason = f"{subject} to say the opposite of what a good answer says. A person should look."
    return Guard(name=GuardName.POINTS_DENIED, effect=Effect.REVIEW, reason=reason)


def disowned(windows: Windows, disowning: Disowning | None) -> Guard | None:
    """A sentence like those with which people distance themselves from what they say before or after it: attribution,
    irony, a case that never was. What taken_back.py knows as patterns of words, told by meaning."""
    places = singles(windows)
    if disowning is None or not places:
        return None
    logits = disowning.logits([windows.texts[place] for place in places], windows.vectors[places])
    if logits.max() < disowning.threshold:
        return None
    opening = " ".join(windows.texts[places[int(np.argmax(logits))]].split()[:OPENING_WORDS])
    reason = f"“{opening} …” seems to take back what the rest says, so your view is open. A person should look."
    return Guard(name=GuardName.TAKEN_BACK, effect=Effect.REVIEW, reason=reason)


def singles(windows: Windows) -> list[int]:
    """The windows that are one sentence or a clause of it."""
    return [place for place in range(len(windows)) if windows.first[place] == windows.last[place]]
