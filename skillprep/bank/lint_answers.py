"""Rules about a file of labelled answers and the question it belongs to.

Sentence numbers are left to the benchmark that uses them: they count what the scorer's own segmentation yields.
"""

from collections.abc import Collection, Iterator, Sequence

from skillprep.bank.entry import Entry
from skillprep.bank.known import Known
from skillprep.bank.labelled import AnswerFile, Label, Reading
from skillprep.bank.problem import Problem
from skillprep.bank.question import Question
from skillprep.bank.read_yaml import Where


def lint_answers(entry: Entry, known: Known) -> Iterator[Problem]:
    if not isinstance(entry.value, AnswerFile):
        return
    question_id = entry.value.question
    if question_id not in known.questions:
        yield entry.problem("known-question", ("question",), f"There is no question {question_id!r}.")
    elif question := known.questions[question_id]:
        yield from _lint_labels(entry, entry.value, question)


def _lint_labels(entry: Entry, file: AnswerFile, question: Question) -> Iterator[Problem]:
    points = {point.id for point in question.points}
    pitfalls = {pitfall.id for pitfall in question.pitfalls}
    for index, answer in enumerate(file.answers):
        readings: dict[Where, Reading] = {("answers", index): answer}
        if answer.second:
            readings["answers", index, "second"] = answer.second
        for where, reading in readings.items():
            yield from _unknown(entry, (*where, "covered"), reading.covered, points)
            yield from _unknown(entry, (*where, "pitfalls"), reading.pitfalls, pitfalls)


def _unknown(entry: Entry, where: Where, labels: Sequence[Label], known_ids: Collection[str]) -> Iterator[Problem]:
    for index, label in enumerate(labels):
        if label.id not in known_ids:
            yield entry.problem("known-label", (*where, index, "id"), f"The question does not know {label.id!r}.")
