"""The receipt of a score: which texts, models and settings it was computed from, so that it can be computed again."""

import hashlib

from skillprep.bank.question import Question
from skillprep.scoring.normalise import NORMALISATIONS
from skillprep.scoring.values import Receipt, ScoringModel

SCORER_VERSION = "2.0"


def make_receipt(question: Question, answer: str, model: ScoringModel, bank_version: str) -> Receipt:
    """`answer` as submitted; lone surrogates, which UTF-8 has no bytes for, are hashed as they are."""
    return Receipt(
        scorer_version=SCORER_VERSION,
        bank_version=bank_version,
        question_id=question.id,
        question_version=question.version,
        answer_sha256=hashlib.sha256(answer.encode("utf-8", "surrogatepass")).hexdigest(),
        model_name=model.name,
        model_sha256=model.sha256,
        head_sha256=model.head.sha256,
        polarity_sha256=model.polarity_sha256,
        disowning_sha256=model.disowning.sha256 if model.disowning else "",
        thresholds=model.head.thresholds.model_dump(),
        normalisations=normalisations(model),
    )


def normalisations(model: ScoringModel) -> tuple[str, ...]:
    """What was done to the text before it was compared."""
    return NORMALISATIONS if model.correct is None else (*NORMALISATIONS, f"spelling-corrected ({model.spelling})")
