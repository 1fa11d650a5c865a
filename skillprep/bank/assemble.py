"""Files that were read -> a bank of the sound ones, and every problem of the others."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar

from skillprep.bank.bank import Bank
from skillprep.bank.career import Career
from skillprep.bank.entry import Entry, values_of
from skillprep.bank.exception import AcceptedFinding, ExceptionFile
from skillprep.bank.labelled import AnswerFile
from skillprep.bank.lint import lint
from skillprep.bank.lint_references import skill_references
from skillprep.bank.problem import Problem
from skillprep.bank.project import Project
from skillprep.bank.question import Question
from skillprep.bank.skill import Skill
from skillprep.bank.term import GlossaryFile, Term
from skillprep.bank.tool import Tool, ToolFile
from skillprep.bank.version import bank_version
from skillprep.bank.vocabulary import Strict

Content = TypeVar("Content", bound=Strict)


@dataclass(frozen=True)
class Loaded:
    """The bank of the sound files, what is wrong, in order, and what the service never serves.

    That is the labelled answers by question, for benchmarks, and the findings of the bank's report that were accepted.
    """

    bank: Bank
    answers: Mapping[str, AnswerFile]
    accepted: tuple[AcceptedFinding, ...]
    problems: tuple[Problem, ...]


def assemble(entries: Sequence[Entry], problems: Iterable[Problem]) -> Loaded:
    """`problems` are those of the files that did not become an entry."""
    found = list(problems)
    found += lint(entries, {problem.file for problem in found})
    sound = _without(entries, found)
    found += _left_out_with_their_skill(sound)
    sound = _without(sound, found)
    accepted = tuple(one for file in values_of(sound, ExceptionFile) for one in file.accepted)
    return Loaded(_bank(sound), _by_id(sound, AnswerFile), accepted, tuple(sorted(set(found))))


def _without(entries: Iterable[Entry], problems: Iterable[Problem]) -> list[Entry]:
    refused = {problem.file for problem in problems}
    return [entry for entry in entries if entry.file not in refused]


def _left_out_with_their_skill(entries: Sequence[Entry]) -> list[Problem]:
    skills = {skill.id for skill in values_of(entries, Skill)}
    return [problem for entry in entries for problem in _missing_skills(entry, skills)]


def _missing_skills(entry: Entry, skills: Collection[str]) -> list[Problem]:
    return [
        entry.problem("skill-left-out", where, f"The file of the skill {skill_id!r} has problems.")
        for where, skill_id in skill_references(entry.value)
        if skill_id not in skills
    ]


def _bank(entries: Sequence[Entry]) -> Bank:
    served = [entry.value for entry in entries if not isinstance(entry.value, AnswerFile | ExceptionFile)]
    return Bank(
        skills=_by_id(entries, Skill),
        questions=_by_id(entries, Question),
        projects=_by_id(entries, Project),
        tools=_tools(entries),
        terms=_terms(entries),
        careers=_by_id(entries, Career),
        version=bank_version(served),
    )


def _by_id(entries: Iterable[Entry], model: type[Content]) -> Mapping[str, Content]:
    ordered = sorted(entries, key=lambda entry: entry.id)
    return MappingProxyType({entry.id: entry.value for entry in ordered if isinstance(entry.value, model)})


def _tools(entries: Iterable[Entry]) -> Mapping[str, Tool]:
    return MappingProxyType({tool.id: tool for file in values_of(entries, ToolFile) for tool in file.tools})


def _terms(entries: Iterable[Entry]) -> Mapping[str, Term]:
    return MappingProxyType({term.id: term for file in values_of(entries, GlossaryFile) for term in file.terms})
