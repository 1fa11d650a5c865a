"""The front page's example of a result: a real answer to a real question, scored by this very service."""

from dataclasses import dataclass

from flask import current_app

from skillprep.errors import SkillPrepError
from skillprep.http import services
from skillprep.web.evidence import EvidenceView, evidence_of

QUESTION_ID = "bias-audit-step-by-step"
TEXT = (
    "First I would agree with HR whose results we compare, say by sex and by age band. "
    "The model was trained over the summer. "
    "Then I run Fairlearn on held-out data and look at who is wrongly turned away in each group. "
    "A gap sends me to the training labels before I touch the model."
)


@dataclass(frozen=True)
class Specimen:
    """The question and what the scorer made of the example answer; `scored_by` names bank and weights."""

    prompt: str
    view: EvidenceView
    scored_by: tuple[str, str]


def find_specimen() -> Specimen | None:
    """The example, scored once for each bank and model; None while there is no model or no such question."""
    if services().model_health().state != "ready":
        return None
    bank = services().bank
    scored_by = (bank.version, services().encoder.sha256)
    kept: Specimen | None = current_app.extensions.get("skillprep-specimen")
    if kept is None or kept.scored_by != scored_by:
        try:
            question = bank.question(QUESTION_ID)
            score = services().scorer(question, TEXT, question.level, bank.version)
        except SkillPrepError:
            return None
        kept = Specimen(question.prompt, evidence_of(question, TEXT, score), scored_by)
        current_app.extensions["skillprep-specimen"] = kept
    return kept
