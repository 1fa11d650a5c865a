"""Answers whose sentences carry a STAR label: the bank's model answers, whole and incomplete, and candidates' answers.

All model answers go situation, task, action, result. A judge fitted to them alone would read the part off the place and
call the last sentence of anything a result, so each also comes with parts left out.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.scoring_data import BANK, load_answers, load_questions, load_splits
from skillprep.bank.question import ModelAnswer
from skillprep.bank.vocabulary import Kind
from skillprep.scoring.answer import read_answer

LABELS = Path(__file__).parent / "star_labels.json"
PARTS = ("situation", "task", "action", "result", "remark")
LETTERS = {"S": "situation", "T": "task", "A": "action", "R": "result", "N": "remark"}
FORMS = {"STAR": 0.2, "STA": 0.3, "TAR": 0.15, "SAR": 0.05, "AR": 0.1, "A": 0.1, "SA": 0.2, "RSTA": 0.15}
"""Which parts are kept, in which order, with the weight of such an answer in fitting; chosen on train and dev."""
WHOLE = "STAR"
CANDIDATE = "candidate"
WEIGHTS = FORMS | {CANDIDATE: 1.0}

Words = tuple[str, ...]


@dataclass(frozen=True)
class StarCase:
    """One answer: its form (of FORMS, or CANDIDATE), the words of its sentences and the place of each one's part."""

    form: str
    kind: Kind
    question: str
    split: str
    words: tuple[Words, ...]
    labels: tuple[int, ...]

    @property
    def weight(self) -> float:
        """How much each of its sentences counts in fitting."""
        return WEIGHTS[self.form]

    def has(self, part: str) -> bool:
        """Whether a sentence of it plays the part."""
        return PARTS.index(part) in self.labels


def star_cases() -> list[StarCase]:
    """Every case of every question that belongs to a part of the split."""
    splits = load_splits()
    found: list[StarCase] = []
    for question in load_questions():
        if question.id in splits:
            for answer in question.model_answers:
                found += forms_of(answer, question.kind, question.id, splits[question.id])
    return found + list(candidate_cases(splits))


def forms_of(answer: ModelAnswer, kind: Kind, question: str, split: str) -> Iterator[StarCase]:
    """The model answer whole and with parts left out; forms that need a part it does not have are skipped."""
    said = {part.tag[0].upper(): words_of(part.text) for part in answer.parts}
    for form in FORMS:
        letters = [letter for letter in form if letter in said]
        if form == WHOLE or len(letters) == len(form):
            labels = tuple(PARTS.index(LETTERS[letter]) for letter in letters for _ in said[letter])
            yield StarCase(
                form, kind, question, split, tuple(words for letter in letters for words in said[letter]), labels
            )


def candidate_cases(splits: dict[str, str]) -> Iterator[StarCase]:
    """The answers of question_bank/answers that star_labels.json labels. Raises ValueError when the two do not fit."""
    letters: dict[str, list[str]] = json.loads(LABELS.read_text("utf-8"))["answers"]
    for file in load_answers(BANK / "answers"):
        for answer, row in zip(file.answers, letters.get(file.question, ()), strict=False):
            words = words_of(answer.text)
            if len(words) != len(row):
                raise ValueError(f"{file.question}: {len(words)} sentences but {len(row)} labels in {LABELS.name}")
            labels = tuple(PARTS.index(LETTERS[letter]) for letter in row)
            yield StarCase(CANDIDATE, Kind.BEHAVIOURAL, file.question, splits[file.question], words, labels)


def words_of(text: str) -> tuple[Words, ...]:
    """The words of each sentence, as the scorer reads them."""
    return tuple(sentence.words for sentence in read_answer(text).sentences)


def chosen(
    cases: Sequence[StarCase], *, form: str | None = None, kind: Kind | None = None, tests: bool | None = None
) -> list[StarCase]:
    """The cases of one form and kind, in or outside the test part."""
    return [
        case
        for case in cases
        if form in (None, case.form) and kind in (None, case.kind) and tests in (None, case.split == "test")
    ]
