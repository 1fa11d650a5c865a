"""A recorded score is computed again from its receipt and compared."""

import json
from dataclasses import dataclass, replace

from sqlalchemy import or_, select

from skillprep.bank.rubric import asked
from skillprep.errors import InvalidInputError, NotFoundError, ScorerUnavailableError
from skillprep.scoring.exported import Exported, read_exported
from skillprep.scoring.receipt import make_receipt
from skillprep.scoring.replay import Difference, Outcome, Verdict, altered_receipt, blockers, is_text_of, verdict
from skillprep.scoring.values import Receipt, Score
from skillprep.semantic.encoder import EncoderState
from skillprep.services import Services
from skillprep.store.tables import Answer, ScoreRow


@dataclass(frozen=True)
class Record:
    """A score as it was kept or handed out, with the text it was made from and what was found wrong with it before."""

    score: Score
    text: str
    only_hits: bool = False
    altered: tuple[Difference, ...] = ()


def verify_score(services: Services, record: Record) -> Verdict:
    """Score the text again with the bank, model and head of now, and say whether every number is the same.

    Nothing is stored. Raises ScorerUnavailableError while there is no model, because then nothing is known.
    """
    if services.encoder.state is not EncoderState.READY:
        raise ScorerUnavailableError(services.encoder.failure or "The language model is still loading.")
    receipt, bank = record.score.receipt, services.bank
    try:
        question = asked(bank, receipt.question_id)
    except NotFoundError:
        return Verdict(Outcome.CANNOT_REPLAY, (f"The bank has no question {receipt.question_id} any more.",))
    now = make_receipt(question, record.text, services.scoring_model(), bank.version)
    if reasons := why_not(receipt, now, record.text):
        return Verdict(Outcome.CANNOT_REPLAY, reasons)
    again = services.scorer(question, record.text, record.score.level, bank.version)
    if record.only_hits:
        again = again.model_copy(update={"pitfalls": tuple(one for one in again.pitfalls if one.hit)})
    return verdict(record.score, again, (*record.altered, *altered_receipt(receipt, now)))


def why_not(receipt: Receipt, now: Receipt, text: str) -> tuple[str, ...]:
    """Every reason why the score cannot be replayed."""
    other_text = "The answer's text is not the one that was scored: its sha256 is another than the receipt's."
    return (*(() if is_text_of(receipt, text) else (other_text,)), *blockers(receipt, now))


def stored_record(services: Services, unverified_id: str) -> Record:
    """The record of a score's id, or of an answer's id: its newest score. For operators: any owner's. Raises
    NotFoundError, and InvalidInputError when the stored row is no score any more."""
    with services.db.reading() as session:
        row = session.execute(
            select(Answer.text, ScoreRow.score, ScoreRow.value)
            .join(Answer, Answer.id == ScoreRow.answer_id)
            .where(or_(ScoreRow.id == unverified_id, ScoreRow.answer_id == unverified_id))
            .order_by(ScoreRow.number.desc())
            .limit(1)
        ).first()
    if row is None:
        raise NotFoundError("There is no stored score of this id, and no answer of this id that has a score.")
    score = read_exported(json.dumps(row.score)).score
    listed = () if row.value == score.value else (Difference("the value that lists show", row.value, score.value),)
    return Record(score, row.text, altered=listed)


def exported_record(exported: Exported, answer: str | None) -> Record:
    """The record of an exported score; `answer` is the text where the file does not carry it."""
    text = answer if answer is not None else exported.text
    if text is None:
        raise InvalidInputError("This file does not carry the answer. Pass the text that was scored: --answer FILE")
    record = Record(exported.score, text, exported.only_hits)
    false = tuple(Difference(f"quote of {one}", "words that do not stand there", None) for one in exported.false_quotes)
    return replace(record, altered=false)
