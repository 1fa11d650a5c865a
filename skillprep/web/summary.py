"""A sitting as its summary page shows it."""

from collections.abc import Sequence
from dataclasses import dataclass

from skillprep.bank.bank import Bank
from skillprep.bank.question import Question
from skillprep.store.queries import SittingView, TurnView
from skillprep.web.evidence import EvidenceView, PointLine, evidence_of

TO_WORK_ON = 4


@dataclass(frozen=True)
class SummaryLine:
    """One question: its newest attempt, how many there were, and the evidence when it is scored."""

    turn: TurnView
    attempts: int
    question: Question | None
    evidence: EvidenceView | None


@dataclass(frozen=True)
class Advice:
    """A point that was not made, with the question it belongs to."""

    line: SummaryLine
    point: PointLine


@dataclass(frozen=True)
class Summary:
    """What was asked and what to work on."""

    lines: tuple[SummaryLine, ...]
    advice: tuple[Advice, ...]

    @property
    def scored(self) -> tuple[EvidenceView, ...]:
        """The evidence of every judged question."""
        return tuple(line.evidence for line in self.lines if line.evidence and line.evidence.score.value is not None)

    @property
    def covered(self) -> int:
        """Points covered, over all judged questions."""
        return sum(evidence.covered for evidence in self.scored)

    @property
    def expected(self) -> int:
        """Points expected, over all judged questions."""
        return sum(len(evidence.expected) for evidence in self.scored)

    @property
    def waiting(self) -> int:
        """Answers without a score yet."""
        return sum(bool(line.turn.answer and line.turn.answer.score is None) for line in self.lines)


def summary_of(bank: Bank, sitting: SittingView) -> Summary:
    """The newest attempt at each question, in the order in which they were first asked."""
    newest = {turn.question_id: turn for turn in sitting.turns}
    lines = tuple(summary_line(bank, sitting, turn) for turn in newest.values())
    return Summary(lines, advice_of(lines))


def summary_line(bank: Bank, sitting: SittingView, turn: TurnView) -> SummaryLine:
    """One question. A question that the bank has lost is still listed."""
    question = bank.questions.get(turn.question_id)
    score = turn.answer.score if turn.answer else None
    evidence = evidence_of(question, turn.answer.text, score) if question and turn.answer and score else None
    return SummaryLine(turn, len(attempts_at(sitting, turn)), question, evidence)


def attempts_at(sitting: SittingView, turn: TurnView) -> tuple[TurnView, ...]:
    """Every turn with the same question, in order."""
    return tuple(one for one in sitting.turns if one.question_id == turn.question_id)


def advice_of(lines: Sequence[SummaryLine]) -> tuple[Advice, ...]:
    """What is most worth adding to each answer, heaviest first: a handful, because a longer list is read by nobody."""
    steps = [Advice(line, line.evidence.worth_adding) for line in lines if line.evidence and line.evidence.worth_adding]
    return tuple(sorted(steps, key=lambda advice: -advice.point.weight)[:TO_WORK_ON])
