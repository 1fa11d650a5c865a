"""A set as JSON and as CSV, with what an interviewer needs of each question."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from skillprep.bank.question import Question
from skillprep.bank.vocabulary import Level
from skillprep.sets.blueprint import Blueprint
from skillprep.sets.question_set import Chosen, QuestionSet

COLUMNS = ("form", "place", "question", "version", "skill", "level", "kind", "minutes", "prompt", "testing",
           "expected_points", "probes", "reason")  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""

Plain = Callable[[str], str]
"""Shows the bank's prose without its glossary links."""


def set_as_json(
    blueprint: Blueprint, built: QuestionSet, questions: Mapping[str, Question], plain: Plain
) -> dict[str, Any]:
    """Wishes, set and the prompts of its questions. A question that the bank has lost has no prompt."""
    ids = sorted({question.question_id for form in built.forms for question in form.questions})
    prompts = {one: plain(questions[one].prompt) for one in ids if one in questions}
    return {"blueprint": blueprint.model_dump(mode="json"), "set": built.model_dump(mode="json"), "prompts": prompts}


def set_as_csv(built: QuestionSet, questions: Mapping[str, Question], plain: Plain) -> str:
    """One line for each question of each form; no cell begins a formula."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(COLUMNS)
    for form in built.forms:
        for place, chosen in enumerate(form.questions, start=1):
            question = questions.get(chosen.question_id)
            line = (form.letter, place, *facts(chosen), *texts(question, chosen.level, plain), chosen.reason)
            writer.writerow(map(harmless, line))
    return stream.getvalue()


def facts(chosen: Chosen) -> Iterator[object]:
    """What the set itself knows of a question."""
    yield from (chosen.question_id, chosen.version, chosen.skill, chosen.level.value, chosen.kind.value, chosen.minutes)


def texts(question: Question | None, level: Level, plain: Plain) -> tuple[str, str, str, str]:
    """Prompt, what is tested, expected points and probes; empty when the bank has lost the question."""
    if question is None:
        return "", "", "", ""
    points = "\n".join(point.statement for point in question.points_at(level))
    return plain(question.prompt), plain(question.testing), points, "\n".join(map(plain, question.probes))


def harmless(cell: object) -> object:
    """A text that no spreadsheet runs: what would begin a formula is put behind an apostrophe."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
