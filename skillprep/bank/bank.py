"""The question bank as the service sees it: checked, immutable, and in memory."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from skillprep.bank.career import Career
from skillprep.bank.project import Project
from skillprep.bank.question import Question
from skillprep.bank.skill import Skill
from skillprep.bank.term import Term
from skillprep.bank.tool import Tool
from skillprep.bank.vocabulary import Kind, Level, Status
from skillprep.errors import NotFoundError

Item = TypeVar("Item")


@dataclass(frozen=True)
class Bank:
    """Everything by id, whatever its status; the skill that a question, project or career names is always there.

    Lists hold only what is ready. A single thing is found in any status, so that old scores can still be read. A tool
    or term may be missing while its file has problems, so pages ask for those with `tools_named` and `find_term`.
    """

    skills: Mapping[str, Skill]
    questions: Mapping[str, Question]
    projects: Mapping[str, Project]
    tools: Mapping[str, Tool]
    terms: Mapping[str, Term]
    careers: Mapping[str, Career]
    version: str

    def skill(self, skill_id: str) -> Skill:
        return _get(self.skills, skill_id, "skill")

    def question(self, question_id: str) -> Question:
        return _get(self.questions, question_id, "question")

    def project(self, project_id: str) -> Project:
        return _get(self.projects, project_id, "project")

    def career(self, career_id: str) -> Career:
        return _get(self.careers, career_id, "career")

    def tool(self, tool_id: str) -> Tool:
        return _get(self.tools, tool_id, "tool")

    def term(self, term_id: str) -> Term:
        return _get(self.terms, term_id, "term")

    def find_term(self, term_id: str) -> Term | None:
        return self.terms.get(term_id)

    def skills_in_order(self) -> tuple[Skill, ...]:
        ready = (skill for skill in self.skills.values() if skill.status is Status.READY)
        return tuple(sorted(ready, key=lambda skill: (skill.order, skill.id)))

    def ready_questions(
        self, skill: str | None = None, level: Level | None = None, kind: Kind | None = None
    ) -> tuple[Question, ...]:
        """Ready questions, by skill's place, level and id; each argument narrows the list."""
        chosen = (
            question
            for question in self.questions.values()
            if question.status is Status.READY
            and skill in (None, question.skill)
            and level in (None, question.level)
            and kind in (None, question.kind)
        )
        return tuple(sorted(chosen, key=lambda q: (self.skills[q.skill].order, q.level.rank, q.id)))

    def ready_projects(self) -> tuple[Project, ...]:
        """Ready projects, by skill's place, level and id."""
        ready = (project for project in self.projects.values() if project.status is Status.READY)
        return tuple(sorted(ready, key=lambda p: (self.skills[p.skill].order, p.level.rank, p.id)))

    def projects_of(self, skill: str) -> tuple[Project, ...]:
        return tuple(project for project in self.ready_projects() if project.skill == skill)

    def ready_careers(self) -> tuple[Career, ...]:
        ready = (career for career in self.careers.values() if career.status is Status.READY)
        return tuple(sorted(ready, key=lambda career: (career.title.casefold(), career.id)))

    def careers_of(self, skill: str) -> tuple[Career, ...]:
        """Ready careers that need the skill."""
        return tuple(career for career in self.ready_careers() if skill in {need.skill for need in career.skills})

    def tools_in_order(self) -> tuple[Tool, ...]:
        return tuple(sorted(self.tools.values(), key=lambda tool: tool.name.casefold()))

    def tools_named(self, tool_ids: Iterable[str]) -> tuple[Tool, ...]:
        """The tools with these ids in the order given, without those that are not served at the moment."""
        return tuple(self.tools[tool_id] for tool_id in tool_ids if tool_id in self.tools)

    def skills_using(self, tool: str) -> tuple[Skill, ...]:
        """Ready skills whose guide names the tool."""
        return tuple(
            skill for skill in self.skills_in_order() if any(tool in group.tools for group in skill.tool_groups)
        )

    def terms_in_order(self) -> tuple[Term, ...]:
        return tuple(sorted(self.terms.values(), key=lambda term: term.term.casefold()))


def _get(items: Mapping[str, Item], item_id: str, noun: str) -> Item:
    try:
        return items[item_id]
    except KeyError:
        raise NotFoundError(f"There is no {noun} with this id.") from None
