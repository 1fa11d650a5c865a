"""/progress: past sittings, and the results of each skill by level."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from skillprep.actions.due_reviews import due_reviews
from skillprep.actions.end_overdue import end_overdue
from skillprep.bank.vocabulary import Level
from skillprep.http import Who, access, current_owner, services
from skillprep.scoring.values import Score
from skillprep.store.queries import SittingView, TurnView, list_sittings
from skillprep.store.reviews import Learner
from skillprep.web.standing import StandingView, standing_of

LISTED = 100
PLACED = 5

history = Blueprint("history", __name__)


@dataclass(frozen=True)
class Attempt:
    """One judged answer."""

    sitting_id: str
    turn: TurnView
    score: Score
    value: float


@dataclass(frozen=True)
class SkillProgress:
    """What was judged in one skill, oldest first."""

    skill_id: str
    attempts: tuple[Attempt, ...]

    def at(self, level: Level) -> tuple[Attempt, ...]:
        """The attempts at one level."""
        return tuple(attempt for attempt in self.attempts if attempt.score.level is level)


@history.get("/progress")
@access(Who.ANYBODY)
def show() -> ResponseReturnValue:
    """Everything the visitor practised; an invitation when there is nothing yet."""
    owner = current_owner()
    found: list[SittingView] = []
    if owner:
        end_overdue(services(), owner.id)
        with services().db.reading() as session:
            found = list_sittings(session, owner.id, limit=LISTED)
    return render_template(
        "progress.html",
        sittings=found,
        progress=progress_of(found),
        agenda=due_reviews(services(), Learner(owner.id)) if owner else None,
        placed=placed_of(found),
        levels=list(Level),
        listed=LISTED,
    )


def placed_of(sittings: Sequence[SittingView]) -> dict[str, StandingView]:
    """What the newest placements found, by sitting; older ones are read on their own pages."""
    finished = [one for one in sittings if one.mode == "placement" and one.finished_at][:PLACED]
    found = {one.id: standing_of(one) for one in finished}
    return {sitting_id: view for sitting_id, view in found.items() if view}


def progress_of(sittings: Sequence[SittingView]) -> tuple[SkillProgress, ...]:
    """Judged answers by skill, in the order of the bank. A review has questions of several skills."""
    bank = services().bank
    by_skill: dict[str, list[Attempt]] = {}
    for sitting in reversed(sittings):
        for attempt in attempts_of(sitting):
            question = bank.questions.get(attempt.turn.question_id)
            by_skill.setdefault(question.skill if question else sitting.skill_id, []).append(attempt)
    place = {skill.id: skill.order for skill in bank.skills_in_order()}
    found = [SkillProgress(skill_id, tuple(attempts)) for skill_id, attempts in by_skill.items()]
    return tuple(sorted(found, key=lambda one: (place.get(one.skill_id, 9999), one.skill_id)))


def attempts_of(sitting: SittingView) -> list[Attempt]:
    """The judged answers of a sitting; what a person has to judge is not counted as anything."""
    judged = [(turn, turn.answer.score) for turn in sitting.turns if turn.answer and turn.answer.score]
    return [Attempt(sitting.id, turn, score, score.value) for turn, score in judged if score.value is not None]
