"""An author asks how good the bank is: everything about it that can be measured, for the whole of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean, median

from skillprep.bank.bank import Bank
from skillprep.bank.coverage import coverage
from skillprep.bank.exception import AcceptedFinding
from skillprep.bank.labelled import AnswerFile, Quality
from skillprep.bank.question import Question
from skillprep.bank.readability import reading_ease
from skillprep.bank.similar import similar_pairs
from skillprep.bank.vocabulary import Level
from skillprep.scoring.values import PointState, Score
from skillprep.services import Services

PROMPTS_ALIKE = 0.80
POINTS_ALIKE = 0.80
EASE_MODEL, EASE_PROMPT = 25.0, 10.0
LEVEL_SHARE = 0.25


@dataclass(frozen=True)
class Finding:
    """Something to look at. `reason` is set when an author accepted it."""

    check: str
    subject: str
    detail: str
    reason: str = ""


@dataclass(frozen=True)
class BankReport:
    """Findings, and the figures of the whole bank by name."""

    version: str
    findings: tuple[Finding, ...]
    figures: Mapping[str, float]

    @property
    def open(self) -> tuple[Finding, ...]:
        """Findings that nobody accepted."""
        return tuple(finding for finding in self.findings if not finding.reason)


@dataclass(frozen=True)
class Scored:
    """What the scorer says of the model answer and the labelled answers to one question, at the question's level."""

    question: Question
    model: Score
    labelled: Mapping[Quality, tuple[Score, ...]]

    def mean(self, quality: Quality) -> float:
        """Mean score of the answers of a quality; no score counts as 0."""
        return fmean(score.value or 0.0 for score in self.labelled[quality])


def report_bank(
    services: Services, answers: Mapping[str, AnswerFile], accepted: Iterable[AcceptedFinding]
) -> BankReport:
    """Measure the bank. Needs the model; raises ScorerUnavailableError without it."""
    bank = services.bank
    scored = [score_answers(services, bank, question, answers.get(question.id)) for question in bank.ready_questions()]
    found = [*similarity(services, bank), *balance(bank), *reading(bank), *model_answers(scored), *order(scored)]
    found += [
        Finding("topic-gap", f"{topic.kind}:{topic.id}", "No question mentions it.") for topic in coverage(bank).gaps
    ]
    reasons = {(one.check, one.subject): one.reason for one in accepted}
    findings = tuple(
        Finding(one.check, one.subject, one.detail, reasons.get((one.check, one.subject), "")) for one in found
    )
    return BankReport(bank.version, findings, figures(bank, scored))


def score_answers(services: Services, bank: Bank, question: Question, answers: AnswerFile | None) -> Scored:
    """Score the model answer and, where there are any, the labelled answers."""

    def score(text: str) -> Score:
        return services.scorer(question, text, question.level, bank.version)

    own = next(answer for answer in question.model_answers if answer.level is question.level)
    labelled: dict[Quality, tuple[Score, ...]] = defaultdict(tuple)
    for answer in answers.answers if answers else ():
        labelled[answer.quality] += (score(answer.text),)
    return Scored(question, score(own.text), labelled)


def similarity(services: Services, bank: Bank) -> Iterator[Finding]:
    """Questions that ask nearly the same, and points of one question that say nearly the same."""
    questions = bank.ready_questions()
    for pair in similar_pairs(
        [q.id for q in questions], services.vectors([q.prompt for q in questions]), PROMPTS_ALIKE
    ):
        yield Finding("near-duplicate", f"{pair.first} ~ {pair.second}", f"Prompts alike: cosine {pair.cosine:.2f}.")
    for question in questions:
        statements = services.vectors([point.statement for point in question.points])
        for pair in similar_pairs([point.id for point in question.points], statements, POINTS_ALIKE):
            subject = f"{question.id}: {pair.first} ~ {pair.second}"
            yield Finding("points-alike", subject, f"Statements alike: cosine {pair.cosine:.2f}.")


def balance(bank: Bank) -> Iterator[Finding]:
    """Skills in which a level has less than a quarter of the questions."""
    for skill in bank.skills_in_order():
        total = len(bank.ready_questions(skill=skill.id))
        for level in Level:
            count = len(bank.ready_questions(skill=skill.id, level=level))
            if count < LEVEL_SHARE * total:
                yield Finding("level-balance", f"{skill.id}: {level}", f"{count} of {total} questions.")


def reading(bank: Bank) -> Iterator[Finding]:
    """Texts that are hard to read; interview prose carries long technical words, so the bounds are low."""
    for question in bank.ready_questions():
        texts = {"prompt": (question.prompt, EASE_PROMPT)}
        texts |= {f"model answer {one.level}": (one.text, EASE_MODEL) for one in question.model_answers}
        for name, (text, bound) in texts.items():
            if reading_ease(text) < bound:
                detail = f"Flesch reading ease {reading_ease(text):.0f}, below {bound:.0f}."
                yield Finding("hard-to-read", f"{question.id}: {name}", detail)


def model_answers(scored: Iterable[Scored]) -> Iterator[Finding]:
    """Expected points that the scorer does not find in the model answer, and pitfalls that it does."""
    for one in scored:
        expected = {point.id for point in one.question.points_at(one.question.level)}
        for point in one.model.points:
            if point.point_id in expected and point.state is PointState.MISSED:
                subject = f"{one.question.id}: {point.point_id}"
                yield Finding("model-answer-misses", subject, f"Probability {point.probability:.2f}.")
        for pitfall in one.model.pitfalls:
            if pitfall.hit:
                subject = f"{one.question.id}: {pitfall.pitfall_id}"
                yield Finding("model-answer-pitfall", subject, f"Probability {pitfall.probability:.2f}.")


def order(scored: Iterable[Scored]) -> Iterator[Finding]:
    """Questions where better answers do not score higher: weak, partial, then the strong ones and the model answer."""
    for one in scored:
        lower = [one.mean(quality) for quality in (Quality.WEAK, Quality.PARTIAL) if quality in one.labelled]
        best = {"model": one.model.value or 0.0}
        best |= {"strong": one.mean(Quality.STRONG)} if Quality.STRONG in one.labelled else {}
        for name, value in best.items():
            values = [*lower, value]
            if any(first >= second for first, second in pairwise(values)):
                shown = " < ".join(f"{value:.2f}" for value in values)
                yield Finding("answer-order", one.question.id, f"Weak, partial, {name} should rise: {shown}.")
                break


def figures(bank: Bank, scored: list[Scored]) -> dict[str, float]:
    """Medians over the bank."""
    questions = bank.ready_questions()
    found = {
        "questions": float(len(questions)),
        "points per question": median(len(question.points) for question in questions),
        "reading ease of prompts": median(reading_ease(question.prompt) for question in questions),
        "words of a model answer": median(len(a.text.split()) for q in questions for a in q.model_answers),
        "score of model answers": median(one.model.value or 0.0 for one in scored),
    }
    for quality in Quality:
        values = [score.value or 0.0 for one in scored for score in one.labelled.get(quality, ())]
        if values:
            found[f"score of {quality} answers"] = median(values)
    return {name: round(value, 3) for name, value in found.items()}
