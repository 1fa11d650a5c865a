"""Rules about one question: its model answers, and how its points and pitfalls are worded."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from skillprep.bank.entry import Entry
from skillprep.bank.problem import Problem
from skillprep.bank.question import Pitfall, Point, Question
from skillprep.bank.read_yaml import Where
from skillprep.bank.vocabulary import Kind, Level, StarTag

MIN_ANSWER_WORDS, MAX_ANSWER_WORDS = 120, 250

MAX_OVERLAP = 0.8
"""Jaccard index of words from which two wordings count as the same one: the encoder gains nothing from the second."""

_WORD = re.compile(r"\w+")


def lint_question(entry: Entry) -> Iterator[Problem]:
    question = entry.value
    if not isinstance(question, Question):
        return
    yield from _lint_answer_levels(entry, question)
    yield from _lint_answer_lengths(entry, question)
    yield from _lint_star(entry, question)
    yield from _lint_expected_points(entry, question)
    yield from _lint_wordings(entry, "points", question.points)
    yield from _lint_wordings(entry, "pitfalls", question.pitfalls)


def _lint_answer_levels(entry: Entry, question: Question) -> Iterator[Problem]:
    seen: set[Level] = set()
    for index, answer in enumerate(question.model_answers):
        if answer.level in seen:
            where = ("model_answers", index, "level")
            yield entry.problem("answer-levels", where, f"The level {answer.level} has a model answer already.")
        seen.add(answer.level)
    if question.level not in seen:
        yield entry.problem("own-level-answer", ("model_answers",), f"No model answer is {question.level}.")


def _lint_answer_lengths(entry: Entry, question: Question) -> Iterator[Problem]:
    for index, answer in enumerate(question.model_answers):
        count = len(answer.text.split())
        if not MIN_ANSWER_WORDS <= count <= MAX_ANSWER_WORDS:
            yield entry.problem("answer-length", ("model_answers", index), f"The model answer has {count} words.")


def _lint_star(entry: Entry, question: Question) -> Iterator[Problem]:
    if question.kind is not Kind.BEHAVIOURAL:
        return
    for index, answer in enumerate(question.model_answers):
        tags = {part.tag for part in answer.parts}
        missing = [str(tag) for tag in StarTag if tag not in tags]
        if missing:
            yield entry.problem("star-complete", ("model_answers", index), f"It lacks {' and '.join(missing)}.")


def _lint_expected_points(entry: Entry, question: Question) -> Iterator[Problem]:
    if not question.points_at(question.level):
        yield entry.problem("expected-point", ("points",), f"No point is expected of {question.level}.")


def _lint_wordings(entry: Entry, name: str, parts: Sequence[Point | Pitfall]) -> Iterator[Problem]:
    for index, part in enumerate(parts):
        for (_, words), (where, others) in combinations(_wordings(part), 2):
            if _overlap(words, others) >= MAX_OVERLAP:
                finding = f"{part.id!r} is worded like this already."
                yield entry.problem("distinct-wording", (name, index, *where), finding)


def _wordings(part: Point | Pitfall) -> list[tuple[Where, set[str]]]:
    phrasings: list[tuple[Where, str]] = [(("phrasings", index), text) for index, text in enumerate(part.phrasings)]
    return [(where, _words(text)) for where, text in [(("statement",), part.statement), *phrasings]]


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))


def _overlap(words: set[str], others: set[str]) -> float:
    """Jaccard index; wordings without a single word count as the same."""
    union = words | others
    return len(words & others) / len(union) if union else 1.0
