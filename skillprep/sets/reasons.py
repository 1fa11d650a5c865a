"""Why each question is in its set, in words with numbers."""

from dataclasses import dataclass

import numpy as np

from skillprep.sets.pool import Item, Pool
from skillprep.sets.programme import Forms, Goal, Problem
from skillprep.sets.question_set import Chosen
from skillprep.sets.rules import Rule
from skillprep.sets.swaps import SAME, Exchange, Swap
from skillprep.sets.wording import listed


@dataclass(frozen=True)
class Case:
    """A question in its form, and what else could have stood there."""

    item: Item
    named: bool
    serves: tuple[str, ...]
    share: float
    """Of what the form measures, how much this question brings."""
    loss: float
    """The share of the form's value that would be lost with the runner-up."""
    swap: Swap | None
    other: Item | None


class Reasons:
    """Looks at one solved problem."""

    def __init__(self, problem: Problem, pool: Pool, forms: Forms) -> None:
        self.problem, self.pool, self.forms = problem, pool, forms
        self.exchange = Exchange(problem)

    def chosen(self, form: int, place: int) -> Chosen:
        """One question with its reason."""
        case, item = self.case(form, place), self.pool.items[place]
        return Chosen(
            question_id=item.id,
            version=item.version,
            skill=item.skill,
            level=item.level,
            kind=item.kind,
            minutes=item.minutes,
            information=tuple(round(float(one), 4) for one in self.problem.information[place]),
            serves=case.serves,
            runner_up=case.other.id if case.other else None,
            runner_up_loss=round(case.loss, 4) if case.other else None,
            reason=" ".join([towards(case), measure(case), beside(case)]),
        )

    def case(self, form: int, place: int) -> Case:
        """What is to be said."""
        item, value = self.pool.items[place], self.value(form)
        named = any(rule.path == ("must_have", item.id) for rule in self.problem.rules)
        swap = None if named else self.exchange.runner_up(self.forms, form, place)
        return Case(
            item=item,
            named=named,
            serves=tuple(rule.words for rule in self.problem.rules if serves(rule, place)),
            share=self.brings(form, place),
            loss=max(0.0, 1 - swap.value / value) if swap and value else 0.0,
            swap=swap,
            other=self.pool.items[swap.place] if swap else None,
        )

    def value(self, form: int) -> float:
        """What a form measures, in the goal's unit."""
        found = self.problem.information[list(self.forms[form])].sum(axis=0)
        return float(found.min() if self.problem.goal is Goal.LEAST else found.sum())

    def brings(self, form: int, place: int) -> float:
        """A question's share of its form's information at the target where the form is weakest."""
        whole = self.problem.information[list(self.forms[form])].sum(axis=0)
        weakest = int(np.argmin(whole))
        return float(self.problem.information[place, weakest] / whole[weakest])


def serves(rule: Rule, place: int) -> bool:
    """Whether a question counts towards a wish for at least so many; all count towards the length."""
    return (
        bool(rule.noun)
        and rule.path[0] not in ("questions", "minutes")
        and any(
            np.isfinite(row.low) and row.low != 0 and row.weights[row.places == place].sum() > 0 for row in rule.rows
        )
    )


def towards(case: Case) -> str:
    """What it counts towards."""
    if case.named:
        return "You asked for it by name."
    return f"Counts towards {listed(case.serves)}." if case.serves else "Your wishes leave this place open."


def measure(case: Case) -> str:
    """What it brings."""
    return f"It brings {percent(case.share)} of what this form measures."


def beside(case: Case) -> str:
    """How it compares with what could have stood in its place."""
    if case.named:
        return ""
    if case.swap is None or case.other is None:
        return "No other question could take its place without breaking one of your wishes."
    lead = f"Of {case.swap.alternatives} others that would fit, the next best is “{case.other.id}”"
    if case.swap.alternatives == 1:
        lead = f"The one other that would fit is “{case.other.id}”"
    if round(case.loss, SAME) > 0:
        return f"{lead}, with which the form would measure {percent(case.loss)} less."
    if case.other.used > case.item.used:
        return f"{lead}, which measures as much but was used {case.other.used - case.item.used} times more."
    return f"{lead}, which measures as much: between the two the order of their names decided."


def percent(share: float) -> str:
    """'0.4 %', '12 %', 'under 0.1 %'."""
    if share < 0.001:
        return "under 0.1 %"
    return f"{share:.1%}".replace("%", " %") if share < 0.1 else f"{share:.0%}".replace("%", " %")
