"""Rules about lists inside one file: ids that must differ, and the three levels of a guide."""

from collections.abc import Iterator, Sequence

from skillprep.bank.career import Career
from skillprep.bank.entry import Entry
from skillprep.bank.labelled import AnswerFile
from skillprep.bank.problem import Problem
from skillprep.bank.project import Project
from skillprep.bank.question import Question
from skillprep.bank.read_yaml import Where
from skillprep.bank.skill import Skill
from skillprep.bank.term import GlossaryFile
from skillprep.bank.tool import ToolFile
from skillprep.bank.vocabulary import Level, Strict

Place = tuple[Where, str]
"""Where an id stands, and the id."""


def lint_unique_parts(entry: Entry) -> Iterator[Problem]:
    for places in _id_lists(entry.value):
        seen: set[str] = set()
        for where, part_id in places:
            if part_id in seen:
                yield entry.problem("unique-part", where, f"The id {part_id!r} is in the list already.")
            seen.add(part_id)


def lint_skill_levels(entry: Entry) -> Iterator[Problem]:
    if not isinstance(entry.value, Skill):
        return
    levels = [learning.level for learning in entry.value.levels]
    if sorted(levels) != sorted(Level):
        yield entry.problem("skill-levels", ("levels",), f"The levels are {', '.join(levels)}.")


def _id_lists(value: Strict) -> Iterator[list[Place]]:
    """Every list of the file whose ids must differ from each other."""
    match value:
        case Question():
            # A score names points and pitfalls alike, so they share one list.
            yield _places("points", value.points) + _places("pitfalls", value.pitfalls)
        case Skill():
            yield _places("statistics", value.statistics)
        case Project():
            yield _places("steps", value.steps)
        case ToolFile():
            yield _places("tools", value.tools)
        case GlossaryFile():
            yield _places("terms", value.terms)
        case Career():
            yield [(("skills", index, "skill"), need.skill) for index, need in enumerate(value.skills)]
        case AnswerFile():
            yield from _label_lists(value)


def _label_lists(value: AnswerFile) -> Iterator[list[Place]]:
    for index, answer in enumerate(value.answers):
        yield _places("covered", answer.covered, ("answers", index))
        yield _places("pitfalls", answer.pitfalls, ("answers", index))


def _places(name: str, parts: Sequence[object], above: Where = ()) -> list[Place]:
    return [((*above, name, index, "id"), getattr(part, "id", "")) for index, part in enumerate(parts)]
