"""How much a bank holds, for authors and for the command line."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from skillprep.bank.bank import Bank
from skillprep.bank.question import Question
from skillprep.bank.vocabulary import Kind, Level, Status

Cell = tuple[str, Level, Kind]


@dataclass(frozen=True)
class BankStats:
    """Counts of ready things, except `statuses`, which counts every question.

    `questions` has a number for each skill, level and kind, zero included, so that gaps show.
    """

    version: str
    questions: Mapping[Cell, int]
    statuses: Mapping[Status, int]
    points_per_question: Mapping[int, int]
    minutes: int
    skills: int
    projects: int
    careers: int
    tools: int
    terms: int

    @property
    def ready_questions(self) -> int:
        return sum(self.questions.values())

    @property
    def gaps(self) -> tuple[Cell, ...]:
        """Skill, level and kind for which there is no question."""
        return tuple(cell for cell, count in self.questions.items() if not count)


def bank_stats(bank: Bank) -> BankStats:
    ready = bank.ready_questions()
    return BankStats(
        version=bank.version,
        questions=_cells(bank, ready),
        statuses=_statuses(bank),
        points_per_question=dict(sorted(Counter(len(question.points) for question in ready).items())),
        minutes=sum(question.minutes for question in ready),
        skills=len(bank.skills_in_order()),
        projects=len(bank.ready_projects()),
        careers=len(bank.ready_careers()),
        tools=len(bank.tools),
        terms=len(bank.terms),
    )


def _cells(bank: Bank, questions: Iterable[Question]) -> dict[Cell, int]:
    counts = Counter((question.skill, question.level, question.kind) for question in questions)
    cells = [(skill.id, level, kind) for skill in bank.skills_in_order() for level in Level for kind in Kind]
    return {cell: counts[cell] for cell in cells}


def _statuses(bank: Bank) -> dict[Status, int]:
    counts = Counter(question.status for question in bank.questions.values())
    return {status: counts[status] for status in Status}
