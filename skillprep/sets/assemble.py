"""Blueprint + pool -> the set that measures best, or why there is none."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Annotated

import numpy as np
from pydantic import Field

from skillprep.bank.vocabulary import Kind
from skillprep.errors import InvalidInputError
from skillprep.sets.blueprint import Blueprint
from skillprep.sets.conflict import clash, explained
from skillprep.sets.information import information, targets
from skillprep.sets.pool import Pool
from skillprep.sets.programme import Forms, Limits, Problem, Solution, State, best
from skillprep.sets.question_set import Built, Form, QuestionSet
from skillprep.sets.reasons import Reasons
from skillprep.sets.relaxation import relaxed
from skillprep.sets.rules import Path, Rule, rules_of
from skillprep.sets.swaps import settle

USUAL = Limits()


class ClashingWish(Built):
    """A wish that takes part in a conflict."""

    path: Annotated[Path, Field(description="where it stands in the blueprint")]
    words: str


class Change(Built):
    """What the offered blueprint asks for instead; `after` is empty when the wish is dropped."""

    before: str
    after: str


class Conflict(Built):
    """Why no set satisfies a blueprint, and the nearest blueprint that has one."""

    explanation: str
    wishes: Annotated[tuple[ClashingWish, ...], Field(description="they clash; without any one of them a set exists")]
    smallest: Annotated[bool, Field(description="whether no smaller group of wishes clashes")]
    changes: tuple[Change, ...]
    relaxed: Annotated[Blueprint | None, Field(description="a blueprint that has a set; null when none was found")]
    nearest: Annotated[bool, Field(description="whether it is shown that no change would be smaller")]


def assemble(blueprint: Blueprint, pool: Pool, limits: Limits = USUAL) -> QuestionSet | Conflict:
    """The forms whose least information at any target is largest (maximin), within the limits' gap.

    The same blueprint and pool give the same set, unless the time limit cuts the search short. Raises
    InvalidInputError for names that the pool does not know, for a likeness limit without likenesses, and when time
    ran out before it was known whether there is a set.
    """
    refuse_unknown(blueprint, pool)
    aims = targets(blueprint)
    problem = Problem(information(pool.items, aims), rules_of(blueprint, pool), blueprint.forms.count)
    found = best(problem, limits)
    if found.state is State.INFEASIBLE:
        return conflict(blueprint, pool, problem, limits)
    if not found.forms:
        raise InvalidInputError(
            f"No set was found in {limits.seconds:g} seconds, nor was it shown that there is none. Ask for fewer forms "
            "or fewer questions, or drop a wish.",
            "forms",
        )
    forms = settle(problem, found.forms, np.array([item.used for item in pool.items]))
    return described(blueprint, pool, problem, forms, found)


def described(blueprint: Blueprint, pool: Pool, problem: Problem, forms: Forms, found: Solution) -> QuestionSet:
    """The set with a reason for each question, gentle questions first."""
    reasons = Reasons(problem, pool, forms)
    made = []
    for number, form in enumerate(forms):
        ordered = sorted(form, key=lambda place: asking_order(pool, place))
        whole = problem.information[list(form)].sum(axis=0) if form else np.zeros(problem.information.shape[1])
        made.append(
            Form(
                letter="ABCDEF"[number],
                questions=tuple(reasons.chosen(number, place) for place in ordered),
                minutes=sum(pool.items[place].minutes for place in form),
                information=tuple(round(float(one), 4) for one in whole),
            )
        )
    value = min(reasons.value(number) for number in range(len(forms)))
    return QuestionSet(
        title=blueprint.title,
        targets=targets(blueprint),
        forms=tuple(made),
        value=round(value, 4),
        bound=round(max(found.bound, value), 4),
        within_time=found.state is State.SOLVED,
    )


def asking_order(pool: Pool, place: int) -> tuple[int, int, str]:
    """By level, then what the candidate did before what they know and what they would do, then by id."""
    item = pool.items[place]
    return item.level.rank, list(Kind).index(item.kind), item.id


def conflict(blueprint: Blueprint, pool: Pool, problem: Problem, limits: Limits) -> Conflict:
    """The explanation and the offer."""
    found = clash(problem, limits)
    offered, nearest = relaxed(blueprint, pool, problem, limits)
    return Conflict(
        explanation=explained(problem, found, limits),
        wishes=tuple(ClashingWish(path=rule.path, words=rule.words) for rule in found.rules),
        smallest=found.smallest,
        changes=changes(problem.rules, rules_of(offered, pool)) if offered else (),
        relaxed=offered,
        nearest=nearest,
    )


def changes(before: Iterable[Rule], after: Iterable[Rule]) -> tuple[Change, ...]:
    """What reads differently."""
    new = {rule.path: rule.words for rule in after}
    return tuple(
        Change(before=rule.words, after=new.get(rule.path, ""))
        for rule in before
        if new.get(rule.path, "") != rule.words
    )


def refuse_unknown(blueprint: Blueprint, pool: Pool) -> None:
    """Raise InvalidInputError for the first name that stands for nothing, with the nearest name that does."""
    if not pool.items:
        raise InvalidInputError("The bank has no question that is ready.", "")
    if blueprint.similarity_below is not None and pool.similarity is None:
        raise InvalidInputError("How alike questions are is not known here. Leave this wish out.", "similarity_below")
    named = (
        ("skills", "skill", blueprint.skills, {item.skill for item in pool.items} | set(pool.skill_names)),
        ("must_have", "question that is ready", blueprint.must_have, {item.id for item in pool.items}),
        ("must_not", "question that is ready", blueprint.must_not, {item.id for item in pool.items}),
        ("topics", "topic", topics_of(blueprint), {tag for item in pool.items for tag in item.tags}),
    )
    for field, noun, names, known in named:
        for name in names:
            if name not in known:
                near = get_close_matches(name, sorted(known), n=1)
                hint = f" Did you mean “{near[0]}”?" if near else ""
                raise InvalidInputError(f"The bank has no {noun} “{name}”.{hint}", field)


def topics_of(blueprint: Blueprint) -> list[str]:
    """Every topic that is named."""
    return [tag for wish in blueprint.topics for tag in wish.tags]
