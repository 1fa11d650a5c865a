"""What references between files may name."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from skillprep.bank.entry import Entry, values_of
from skillprep.bank.question import Question
from skillprep.bank.skill import Skill
from skillprep.bank.term import GlossaryFile
from skillprep.bank.tool import ToolFile


@dataclass(frozen=True)
class Known:
    """Ids that exist. A broken file still declares its id (value None; no ids at all for tools and terms: None),
    because one broken file must not bring a complaint about each file that names it."""

    skills: Mapping[str, Skill | None]
    questions: Mapping[str, Question | None]
    tools: Collection[str] | None
    terms: Collection[str] | None


def known_things(entries: Iterable[Entry], broken_files: Iterable[str]) -> Known:
    """What sound entries hold, and what the names of broken files promise."""
    sound, broken = list(entries), list(broken_files)
    tools = {tool.id for file in values_of(sound, ToolFile) for tool in file.tools}
    terms = {term.id for file in values_of(sound, GlossaryFile) for term in file.terms}
    return Known(
        skills={**_promised("skills", broken), **{skill.id: skill for skill in values_of(sound, Skill)}},
        questions={**_promised("questions", broken), **{asked.id: asked for asked in values_of(sound, Question)}},
        tools=None if "tools.yaml" in broken else tools,
        terms=None if "glossary.yaml" in broken else terms,
    )


def _promised(folder: str, broken_files: Iterable[str]) -> dict[str, None]:
    return {PurePosixPath(file).stem: None for file in broken_files if file.startswith(f"{folder}/")}
