"""Every rule that a file must keep once it fits its model. What each asks of the author is in rules.py."""

from collections.abc import Iterable, Sequence

from skillprep.bank.entry import Entry
from skillprep.bank.known import known_things
from skillprep.bank.lint_answers import lint_answers
from skillprep.bank.lint_names import lint_file_name, lint_question_folder, lint_skill_order, lint_unique_ids
from skillprep.bank.lint_parts import lint_skill_levels, lint_unique_parts
from skillprep.bank.lint_question import lint_question
from skillprep.bank.lint_references import lint_references
from skillprep.bank.lint_text import lint_text
from skillprep.bank.problem import Problem

_ABOUT_ONE_FILE = (
    lint_file_name,
    lint_question_folder,
    lint_unique_parts,
    lint_skill_levels,
    lint_question,
    lint_text,
)
_ABOUT_WHAT_IT_NAMES = (lint_references, lint_answers)
_ABOUT_ALL_FILES = (lint_unique_ids, lint_skill_order)


def lint(entries: Sequence[Entry], broken_files: Iterable[str]) -> list[Problem]:
    """All problems of all entries; `broken_files` exist but fit no model, so naming them is no mistake."""
    own = [problem for rule in _ABOUT_ALL_FILES for problem in rule(entries)]
    own += [problem for entry in entries for rule in _ABOUT_ONE_FILE for problem in rule(entry)]
    # What names a file with problems of its own is judged once that file is repaired.
    broken = {*broken_files, *(problem.file for problem in own)}
    known = known_things((entry for entry in entries if entry.file not in broken), broken)
    return own + [problem for entry in entries for rule in _ABOUT_WHAT_IT_NAMES for problem in rule(entry, known)]
