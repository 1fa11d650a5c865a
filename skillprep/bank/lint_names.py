"""Rules about the names of files and about ids across the whole bank."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from skillprep.bank.entry import Entry
from skillprep.bank.problem import Problem
from skillprep.bank.question import Question
from skillprep.bank.skill import Skill


def lint_file_name(entry: Entry) -> Iterator[Problem]:
    if entry.id and entry.id != entry.stem:
        where = ("id",) if ("id",) in entry.lines else ("question",)
        yield entry.problem("file-name", where, f"The id {entry.id!r} is not the file's name.")


def lint_question_folder(entry: Entry) -> Iterator[Problem]:
    if not isinstance(entry.value, Question):
        return
    folder = PurePosixPath(entry.file).parent.name
    if folder != entry.value.skill:
        yield entry.problem("question-folder", ("skill",), f"The skill is {entry.value.skill!r}, not {folder!r}.")


def lint_unique_ids(entries: Iterable[Entry]) -> Iterator[Problem]:
    """The first file by path keeps the id; each later one of the same kind is a problem."""
    owners: dict[tuple[type, str], str] = {}
    for entry in sorted(entries, key=lambda entry: entry.file):
        key = (type(entry.value), entry.id)
        owner = owners.setdefault(key, entry.file)
        if owner != entry.file:
            yield entry.problem("unique-id", ("id",), f"{owner} has the id {entry.id!r} already.")


def lint_skill_order(entries: Iterable[Entry]) -> Iterator[Problem]:
    owners: dict[int, str] = {}
    for entry in sorted(entries, key=lambda entry: entry.file):
        if not isinstance(entry.value, Skill):
            continue
        owner = owners.setdefault(entry.value.order, entry.file)
        if owner != entry.file:
            yield entry.problem("skill-order", ("order",), f"{owner} has place {entry.value.order} already.")
