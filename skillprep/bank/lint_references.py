"""Rules about what one file says of another: skills, tools, terms."""

from collections.abc import Iterator

from skillprep.bank.career import Career
from skillprep.bank.entry import Entry
from skillprep.bank.glossary_links import glossary_links
from skillprep.bank.known import Known
from skillprep.bank.labelled import AnswerFile
from skillprep.bank.problem import Problem
from skillprep.bank.project import Project
from skillprep.bank.question import Question
from skillprep.bank.read_yaml import Where
from skillprep.bank.skill import Skill
from skillprep.bank.term import GlossaryFile
from skillprep.bank.text_fields import texts_of
from skillprep.bank.vocabulary import Status, Strict

Reference = tuple[Where, str]
"""Where an id of another thing stands, and the id."""


def lint_references(entry: Entry, known: Known) -> Iterator[Problem]:
    yield from _lint_skills(entry, known)
    yield from _lint_tools(entry, known)
    yield from _lint_terms(entry, known)


def skill_references(value: Strict) -> list[Reference]:
    """The skills without which a file makes no sense."""
    if isinstance(value, Career):
        return [(("skills", index, "skill"), need.skill) for index, need in enumerate(value.skills)]
    if isinstance(value, Question | Project):
        return [(("skill",), value.skill)]
    return []


def _lint_skills(entry: Entry, known: Known) -> Iterator[Problem]:
    for where, skill_id in skill_references(entry.value):
        if skill_id not in known.skills:
            yield entry.problem("known-skill", where, f"There is no skill {skill_id!r}.")
        elif (skill := known.skills[skill_id]) and _outruns(entry.value, skill):
            yield entry.problem("ready-skill", where, f"The skill {skill_id!r} is {skill.status}, this file is ready.")


def _outruns(value: Strict, skill: Skill) -> bool:
    return getattr(value, "status", None) is Status.READY and skill.status is not Status.READY


def _lint_tools(entry: Entry, known: Known) -> Iterator[Problem]:
    if known.tools is None:
        return
    for where, tool_id in _tool_references(entry.value):
        if tool_id not in known.tools:
            yield entry.problem("known-tool", where, f"There is no tool {tool_id!r}.")


def _tool_references(value: Strict) -> Iterator[Reference]:
    if isinstance(value, Project):
        for index, tool_id in enumerate(value.tools):
            yield ("tools", index), tool_id
    elif isinstance(value, Skill):
        for place, group in enumerate(value.tool_groups):
            for index, tool_id in enumerate(group.tools):
                yield ("tool_groups", place, "tools", index), tool_id


def _lint_terms(entry: Entry, known: Known) -> Iterator[Problem]:
    if known.terms is None:
        return
    for where, term_id in _term_references(entry.value):
        if term_id not in known.terms:
            yield entry.problem("known-term", where, f"There is no term {term_id!r}.")


def _term_references(value: Strict) -> Iterator[Reference]:
    if isinstance(value, GlossaryFile):
        for place, term in enumerate(value.terms):
            for index, term_id in enumerate(term.see):
                yield ("terms", place, "see", index), term_id
    if not isinstance(value, AnswerFile):
        for where, text in texts_of(value):
            yield from ((where, link.term_id) for link in glossary_links(text))
