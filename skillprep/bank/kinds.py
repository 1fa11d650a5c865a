"""The kinds of bank files: where each lies, its model, and the name of its JSON Schema."""

from dataclasses import dataclass

from skillprep.bank.career import Career
from skillprep.bank.exception import ExceptionFile
from skillprep.bank.labelled import AnswerFile
from skillprep.bank.project import Project
from skillprep.bank.question import Question
from skillprep.bank.skill import Skill
from skillprep.bank.term import GlossaryFile
from skillprep.bank.tool import ToolFile
from skillprep.bank.vocabulary import Strict


@dataclass(frozen=True)
class FileKind:
    """A model and the name that its schema goes by."""

    schema_name: str
    model: type[Strict]


KINDS = {
    "questions": FileKind("question", Question),
    "skills": FileKind("skill", Skill),
    "projects": FileKind("project", Project),
    "careers": FileKind("career", Career),
    "answers": FileKind("answers", AnswerFile),
    "tools.yaml": FileKind("tools", ToolFile),
    "glossary.yaml": FileKind("glossary", GlossaryFile),
    "exceptions.yaml": FileKind("exceptions", ExceptionFile),
}
"""By the first part of a file's path: a folder of files, or a single file."""

IGNORED = frozenset({"schema", "splits.json"})
"""Lies beside the bank's files without being read: the generated schemas, and the benchmarks' division of questions."""


def find_kind(file: str) -> FileKind | None:
    """The kind of a file by its path relative to the bank, such as `questions/a-skill/a-question.yaml`."""
    first, *rest = file.split("/")
    is_single = first.endswith(".yaml")
    fits = not rest if is_single else bool(rest) and file.endswith(".yaml")
    return KINDS.get(first) if fits else None
