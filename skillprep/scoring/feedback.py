"""What to tell the candidate about one score: what was covered, what to add, what to avoid, and one next step.

Words about the subject are the bank's, quotes are the candidate's own. Feedback is made from a stored score whenever it
is shown, and is itself never stored.
"""

import math
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from skillprep.bank.question import Point, Question
from skillprep.scoring.guard_steps import guard_step
from skillprep.scoring.quotes import quoted, where
from skillprep.scoring.story import STORY_KINDS, story_notes
from skillprep.scoring.values import Effect, PointScore, PointState, Score, Value


class Step(StrEnum):
    """What the next step is about."""

    GUARD = "guard"
    UNSURE = "unsure"
    POINT = "point"
    PITFALL = "pitfall"
    STORY = "story"
    LEVEL = "level"
    REHEARSE = "rehearse"


class NextStep(Value):
    """The one thing to do now, with the point or pitfall it is about."""

    about: Step
    text: str
    point_id: str | None = None
    pitfall_id: str | None = None


class Said(Value):
    """A point that the answer makes plainly, with the words that make it."""

    point_id: str
    statement: str
    quote: str


class ToAdd(Value):
    """A point that is not plain yet: how to add it, and the words that come nearest, if any."""

    point_id: str
    statement: str
    advice: str
    state: PointState
    quote: str


class ToAvoid(Value):
    """Something said that a good answer avoids."""

    pitfall_id: str
    statement: str
    advice: str
    quote: str


class Feedback(Value):
    """Feedback on one answer at the level it was judged at."""

    summary: Annotated[str, Field(description="what was found, in one or two sentences")]
    covered: tuple[Said, ...]
    to_add: Annotated[tuple[ToAdd, ...], Field(description="what would raise the score most comes first")]
    to_avoid: tuple[ToAvoid, ...]
    story: Annotated[tuple[str, ...], Field(description="how it is told; only where the question asks for a story")]
    next_step: NextStep


def feedback_on(question: Question, score: Score, text: str) -> Feedback:
    """Feedback on the answer `text` (as submitted) to `question`, scored as `score`.

    What the bank has dropped since the score was made is left out. `next_step` is always there.
    """
    counted = not stopped(score)
    open_points = tuple(by_gain(question, score)) if counted else ()
    notes = story_notes(score, text) if question.kind in STORY_KINDS else ()
    return Feedback(
        summary=summary(question, score),
        covered=tuple(covered(question, score, text)) if counted else (),
        to_add=tuple(to_add(point, found, text) for point, found in open_points),
        to_avoid=to_avoid(question, score, text),
        story=notes,
        next_step=next_step(question, score, text, open_points, notes),
    )


def stopped(score: Score) -> bool:
    """Whether a guard says that nothing in the answer counts."""
    return any(guard.effect is not Effect.REVIEW for guard in score.guards)


def expected(question: Question, score: Score) -> tuple[tuple[Point, PointScore], ...]:
    """The points that the level asks for, those that both question and score know, in the question's order."""
    found = {one.point_id: one for one in score.points}
    points = question.points_at(score.level) or question.points
    return tuple((point, found[point.id]) for point in points if point.id in found)


def summary(question: Question, score: Score) -> str:
    """What was found."""
    if stopped(score):
        return next(guard.reason for guard in score.guards if guard.effect is not Effect.REVIEW)
    states = [found.state for _, found in expected(question, score)]
    count, total = states.count(PointState.COVERED), len(states)
    at = f"expected at {score.level.capitalize()}"
    if total and count == total:
        return f"You covered {f'all {total} points' if total > 1 else 'the one point'} {at}."
    near, unsure = states.count(PointState.PARTLY), states.count(PointState.UNSURE)
    if count:
        said = f"You covered {count} of the {total} points {at}{f' and touched {near} more' if near else ''}."
    else:
        said = f"None of the {total} points {at} is plain yet{f', but you touched {near} of them' if near else ''}."
    rest = "one of them" if unsure == 1 else f"{unsure} of them"
    return f"{said} About {rest} the software is not sure." if unsure else said


def covered(question: Question, score: Score, text: str) -> Iterator[Said]:
    """What the answer makes plainly, the heaviest first."""
    made = [(point, found) for point, found in expected(question, score) if found.state is PointState.COVERED]
    for point, found in sorted(made, key=lambda pair: -pair[0].weight):
        yield Said(point_id=point.id, statement=point.statement, quote=quoted(text, found.evidence))


def by_gain(question: Question, score: Score) -> Iterator[tuple[Point, PointScore]]:
    """The points that are not plain yet, what would raise the score most first, then in the question's order."""
    gaps = [(point, found) for point, found in expected(question, score) if found.state is not PointState.COVERED]
    yield from sorted(gaps, key=lambda pair: -gain(*pair))


def gain(point: Point, found: PointScore) -> float:
    """What making the point fully would add to the sum of weights."""
    return point.weight * (1.0 - found.contribution)


def to_add(point: Point, found: PointScore, text: str) -> ToAdd:
    """One point that is not plain yet."""
    quote = quoted(text, found.evidence)
    return ToAdd(point_id=point.id, statement=point.statement, advice=point.advice, state=found.state, quote=quote)


def to_avoid(question: Question, score: Score, text: str) -> tuple[ToAvoid, ...]:
    """The pitfalls that were hit, in the question's order."""
    known = {pitfall.id: pitfall for pitfall in question.pitfalls}
    return tuple(
        ToAvoid(
            pitfall_id=hit.pitfall_id,
            statement=known[hit.pitfall_id].statement,
            advice=known[hit.pitfall_id].advice,
            quote=quoted(text, hit.evidence),
        )
        for hit in score.pitfalls
        if hit.hit and hit.pitfall_id in known
    )


def next_step(
    question: Question,
    score: Score,
    text: str,
    open_points: tuple[tuple[Point, PointScore], ...],
    notes: tuple[str, ...],
) -> NextStep:
    """The one thing to do now: what a guard asks for; to ask a person when most hangs on what the software cannot tell;
    how it is told once the level is passed; the change that raises the score most; what the next level asks for; and
    last, saying it aloud."""
    if instead := guard_step(question, score, text):
        return NextStep(about=Step.GUARD, text=instead)
    if score.needs_review and open_points and open_points[0][1].state is PointState.UNSURE:
        return ask_a_person(*open_points[0], text)
    if notes and passed(score):
        return NextStep(about=Step.STORY, text=notes[0])
    return biggest_change(question, score, text, open_points) or onwards(question, score, notes)


def passed(score: Score) -> bool:
    """Whether the answer passes at the level it was judged at."""
    return score.value is not None and score.value >= score.receipt.thresholds.get("passed", 1.0)


def ask_a_person(point: Point, found: PointScore, text: str) -> NextStep:
    """Not sure is a respectable result, and says what to ask."""
    asked = "Ask somebody who knows the subject"
    if found.evidence is None:
        return NextStep(about=Step.UNSURE, text=f"{asked} whether you say this: {point.statement}", point_id=point.id)
    do = "does" if found.evidence.first == found.evidence.last else "do"
    said = f"{do} {where(found.evidence)}, {quoted(text, found.evidence)}, say this? {point.statement}"
    return NextStep(about=Step.UNSURE, text=f"{asked}: {said}", point_id=point.id)


def biggest_change(
    question: Question, score: Score, text: str, open_points: tuple[tuple[Point, PointScore], ...]
) -> NextStep | None:
    """The point whose adding, or the pitfall whose leaving out, raises the score most."""
    total = math.fsum(point.weight for point, _ in expected(question, score)) or 1.0
    advice = {pitfall.id: pitfall.advice for pitfall in question.pitfalls}
    hit = max(
        (one for one in score.pitfalls if one.hit and one.pitfall_id in advice),
        key=lambda one: one.deduction,
        default=None,
    )
    adds = gain(*open_points[0]) / total if open_points else 0.0
    if hit and hit.deduction >= adds:
        taken_out = f"Leave out {quoted(text, hit.evidence)}. " if hit.evidence else ""
        return NextStep(about=Step.PITFALL, text=f"{taken_out}{advice[hit.pitfall_id]}", pitfall_id=hit.pitfall_id)
    if open_points:
        return NextStep(about=Step.POINT, text=open_points[0][0].advice, point_id=open_points[0][0].id)
    return None


def onwards(question: Question, score: Score, notes: tuple[str, ...]) -> NextStep:
    """Everything that is expected here is said: how it is told, the next level, or practice aloud."""
    lifting = {point.id: point for point in question.points if point.id in score.lift}
    if notes:
        return NextStep(about=Step.STORY, text=notes[0])
    if score.lift_to and lifting:
        point = max(lifting.values(), key=lambda one: one.weight)
        text = f"Add what {score.lift_to.capitalize()} asks for. {point.advice}"
        return NextStep(about=Step.LEVEL, text=text, point_id=point.id)
    follow_up = f" Then answer what an interviewer may ask next: {question.probes[0]}" if question.probes else ""
    return NextStep(about=Step.REHEARSE, text=f"Say it aloud once, without looking at the text.{follow_up}")
