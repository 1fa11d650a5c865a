"""A learner looks at what is due for review today, and when the rest comes."""

import datetime
from collections.abc import Sequence

from sqlalchemy.orm import Session

from skillprep.adaptive.agenda import Agenda, agenda_of
from skillprep.adaptive.choose import Choice, Reason
from skillprep.adaptive.review import Seen, replay
from skillprep.bank.bank import Bank
from skillprep.services import Services
from skillprep.store.queries import TurnView
from skillprep.store.reviews import Learner, ScoredAnswer, find_deadline, scored_answers


def due_reviews(services: Services, learner: Learner) -> Agenda:
    """The agenda of now, replayed from the learner's scores; empty for somebody who has answered nothing."""
    with services.db.reading() as session:
        return agenda_now(session, services.bank, learner, services.clock())


def agenda_now(session: Session, bank: Bank, learner: Learner, now: datetime.datetime) -> Agenda:
    """The same inside a transaction that is already open."""
    interview = find_deadline(session, learner)
    seen = [one for answer in scored_answers(session, learner) for one in seen_in(answer, bank)]
    return agenda_of(replay(seen, interview, now), bank, interview, now.astimezone(datetime.UTC).date())


def seen_in(answer: ScoredAnswer, bank: Bank) -> list[Seen]:
    """What one answer shows of each point. Nothing once the bank has lost the question."""
    question = bank.questions.get(answer.question_id)
    if question is None:
        return []
    expected = {point.id for point in question.points_at(answer.level) or question.points}
    return [
        Seen(
            question_id=question.id,
            point_id=found.point_id,
            answer_id=answer.answer_id,
            at=answer.submitted_at,
            score=found.contribution,
            expected=found.point_id in expected,
            state=found.state,
        )
        for found in answer.points
    ]


def next_due(agenda: Agenda, turns: Sequence[TurnView]) -> Choice | None:
    """The question with most due weight that the sitting has not asked yet; None when there is none."""
    asked = {turn.question_id for turn in turns}
    question = next((one.question for one in agenda.due if one.question.id not in asked), None)
    return Choice(question.id, question.level, Reason.REVIEW) if question else None
