"""Somebody measures the scorer on answers of their own: each is scored, all together are reported on."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from skillprep.errors import InvalidInputError, ScorerUnavailableError
from skillprep.scoring.answer import read_answer
from skillprep.scoring.reference import reference_texts
from skillprep.scoring.score import score_answer
from skillprep.scoring.values import Receipt, Score, ScoringModel
from skillprep.semantic.encoder import EncoderState
from skillprep.semantic.recent import RecentVectors
from skillprep.services import Services
from skillprep.validity.judged import JudgedAnswer, judged_answer
from skillprep.validity.record import Record, as_question, read_record
from skillprep.validity.report import Report, make_report
from skillprep.validity.scale import Scale
from skillprep.validity.tally import Tally, digest

BATCH = 64
"""Answers whose sentences are encoded together."""
REMEMBERED = 20_000
"""Vectors kept from one batch to the next, so that a question asked on every line is encoded once."""
LISTED = 20


@dataclass
class Complaints:
    """Lines with something wrong: how many, and the first few with the reason."""

    count: int = 0
    listed: list[tuple[int, str]] = field(default_factory=list)

    def add(self, line: int, reason: str) -> None:
        """Count one line."""
        self.count += 1
        if len(self.listed) < LISTED:
            self.listed.append((line, reason))


@dataclass(frozen=True)
class Evaluated:
    """The report, the lines left out, ids met again, and what was measured: the last score's receipt."""

    report: Report
    bad: Complaints
    repeated: Complaints
    receipt: Receipt | None


Numbered = tuple[int, Record]
Keep = Callable[[JudgedAnswer], None]


def evaluate_answers(services: Services, lines: Iterable[bytes], keep: Keep, scale: Scale | None = None) -> Evaluated:
    """Score every line, hand each judged answer to `keep` in the order of the lines, then measure.

    Needs memory for one batch and some numbers an answer, however many lines come. Bad lines are counted and left out.
    Raises ScorerUnavailableError without the model, and InvalidInputError when every line is blank.
    """
    model = open_model(services)
    vectors = RecentVectors(model.embed, REMEMBERED)
    batched = replace(model, embed=vectors, reference=vectors)
    bad, repeated, tally, receipt = Complaints(), Complaints(), Tally(), None
    for batch in batches(records(lines, scale, bad, repeated)):
        vectors.prepare(texts_of(batch))
        for (line, record), score in scored(batch, batched, services.bank.version, bad):
            judged = judged_answer(line, record, score)
            keep(judged)
            tally.add(judged, record.question)
            receipt = score.receipt
    return Evaluated(make_report(tally, model.head.thresholds.decision, scale), bad, repeated, receipt)


def open_model(services: Services) -> ScoringModel:
    """The model, loaded. Unlike warm_up this encodes nothing of the bank, which is not asked about here."""
    if services.encoder.state is not EncoderState.READY:
        services.encoder.load()
    if services.encoder.state is not EncoderState.READY:
        raise ScorerUnavailableError(services.model_health().failure)
    return services.scoring_model()


def records(lines: Iterable[bytes], scale: Scale | None, bad: Complaints, repeated: Complaints) -> Iterator[Numbered]:
    """Good records with the number of their line; blank lines count as lines but are no records."""
    seen: set[bytes] = set()
    empty = True
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        empty = False
        try:
            record = on_scale(read_record(line), scale)
        except InvalidInputError as error:
            bad.add(number, str(error))
            continue
        if (name := digest(record.id)) in seen:
            repeated.add(number, f"the id {record.id!r} stood on an earlier line")
        seen.add(name)
        yield number, record
    if empty:
        raise InvalidInputError("There is nothing to evaluate: the file is empty.", "answers")


def on_scale(record: Record, scale: Scale | None) -> Record:
    """The record. Raises InvalidInputError when its score lies outside the scale that was stated."""
    if scale and record.score is not None and not scale.low <= record.score <= scale.high:
        raise InvalidInputError(f"score: {record.score:g} lies outside the scale {scale.low:g} to {scale.high:g}")
    return record


def batches(found: Iterator[Numbered]) -> Iterator[list[Numbered]]:
    """Up to 64 records at a time."""
    batch = []
    for one in found:
        batch.append(one)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def texts_of(batch: list[Numbered]) -> list[str]:
    """Every text that scoring the batch will ask vectors for, and few that it will not."""
    return [text for _, record in batch for text in (*reference_texts(as_question(record)), *sentences_of(record))]


def sentences_of(record: Record) -> list[str]:
    """The sentences as they are encoded; none when the answer will be refused."""
    try:
        return [sentence.text for sentence in read_answer(record.answer).sentences]
    except InvalidInputError:
        return []


def scored(
    batch: list[Numbered], model: ScoringModel, bank_version: str, bad: Complaints
) -> Iterator[tuple[Numbered, Score]]:
    """Each record with its score; answers that are too long to be scored are bad lines."""
    for line, record in batch:
        question = as_question(record)
        try:
            score = score_answer(question, record.answer, question.level, model, bank_version)
        except InvalidInputError as error:
            bad.add(line, str(error))
            continue
        yield (line, record), score
