"""Review over days: the deadline, what is due, and sittings on what is due."""

import datetime

import pytest

from skillprep.actions.ask_next import ask_next
from skillprep.actions.due_reviews import due_reviews
from skillprep.actions.finish_sitting import finish_sitting
from skillprep.actions.log_in import log_in
from skillprep.actions.register import register
from skillprep.actions.report_reviews import report_reviews
from skillprep.actions.rescore import RescoreWish, rescore
from skillprep.actions.save_draft import TurnPath
from skillprep.actions.set_deadline import FURTHEST_DAYS, set_deadline
from skillprep.actions.skip_question import skip_question
from skillprep.actions.start_guest import start_guest
from skillprep.actions.start_review import LENGTH_MAX, start_review
from skillprep.actions.start_sitting import SittingWish, start_sitting
from skillprep.actions.submit_answer import Submission, submit_answer
from skillprep.bank.question import Question
from skillprep.bank.vocabulary import Level
from skillprep.errors import ConflictError, InvalidInputError, NotFoundError
from skillprep.services import Services
from skillprep.store.queries import SittingView, get_sitting
from skillprep.store.reviews import Learner, find_deadline
from tests.actions.conftest import SKILL
from tests.actions.test_rescore import with_head
from tests.conftest import Clock

BESIDE = (
    "Yesterday my sister planted tomatoes on the balcony. The kitten slept in a flower pot all afternoon and rain fell "
    "on the roof. In the evening we ate pancakes with cherries, sang old songs and watched the moon rise over the lake."
)


@pytest.fixture
def learner(guest: str) -> Learner:
    return Learner(guest)


def sitting_of(services: Services, learner: Learner, sitting_id: str) -> SittingView:
    with services.db.reading() as session:
        return get_sitting(session, learner.owner_id, sitting_id)


def answer(services: Services, learner: Learner, sitting_id: str, text: str | None = None) -> Question:
    """Answer the open question of a sitting, beside the point unless a text is given; return the question."""
    position = ask_next(services, learner.owner_id, sitting_id)
    assert position is not None
    question = services.bank.question(sitting_of(services, learner, sitting_id).turn(position).question_id)
    submit_answer(services, TurnPath(learner.owner_id, sitting_id, position), Submission(text or BESIDE))
    return question


def practise(services: Services, learner: Learner, length: int = 1, **more: str) -> list[Question]:
    """A sitting in which every answer misses every point."""
    wish = SittingWish(SKILL, Level.INTERMEDIATE, length, adaptive=False, candidate=learner.candidate, **more)
    sitting_id = start_sitting(services, learner.owner_id, wish)
    return [answer(services, learner, sitting_id) for _ in range(length)]


def good(question: Question) -> str:
    """An answer that makes every point."""
    return "\n\n".join(f"{point.statement} {point.phrasings[0]}" for point in question.points)


def expected_points(question: Question) -> set[str]:
    return {point.id for point in question.points_at(question.level)}


def test_missed_points_are_due_the_next_day_with_their_question(
    services: Services, learner: Learner, clock: Clock
) -> None:
    (question,) = practise(services, learner)
    today = due_reviews(services, learner)
    assert (today.points, today.week[0].points) == (0, len(expected_points(question)))
    clock.forward(days=1)
    (due,) = due_reviews(services, learner).due
    assert due.question.id == question.id
    assert {one.point.id for one in due.points} == expected_points(question)
    assert {one.card.last.state for one in due.points} <= {"missed", "unsure"}


def test_a_point_made_on_the_day_it_is_due_goes_further_away(
    services: Services, learner: Learner, clock: Clock
) -> None:
    practise(services, learner)
    clock.forward(days=1)
    sitting_id = start_review(services, learner)
    question = answer(services, learner, sitting_id, good(question_of(services, learner, sitting_id)))
    after = due_reviews(services, learner)
    assert (after.points, after.scheduled) == (0, len(expected_points(question)))
    assert after.next_day is not None
    assert ask_next(services, learner.owner_id, sitting_id) is None
    assert sitting_of(services, learner, sitting_id).finished_at == clock()


def question_of(services: Services, learner: Learner, sitting_id: str) -> Question:
    """The question of a sitting's newest turn."""
    return services.bank.question(sitting_of(services, learner, sitting_id).turns[-1].question_id)


def test_what_was_made_well_from_the_start_is_never_due(services: Services, learner: Learner) -> None:
    sitting_id = start_sitting(services, learner.owner_id, SittingWish(SKILL, Level.BEGINNER, 1))
    answer(services, learner, sitting_id, good(question_of(services, learner, sitting_id)))
    assert due_reviews(services, learner).scheduled == 0


def test_what_cannot_be_judged_is_pasted_or_is_for_hiring_schedules_nothing(
    services: Services, learner: Learner
) -> None:
    practise(services, learner, purpose="hiring")
    sitting_id = start_sitting(services, learner.owner_id, SittingWish(SKILL, Level.BEGINNER, 2))
    pasted = question_of(services, learner, sitting_id).model_answers[0].text
    answer(services, learner, sitting_id, pasted)
    answer(services, learner, sitting_id, "Это ответ на другом языке, и программа не может его оценить.")
    scores = [turn.answer.score for turn in sitting_of(services, learner, sitting_id).turns if turn.answer]
    assert next(one.name.value for score in scores if score for one in score.guards) == "model-answer-pasted"
    assert scores[1] is not None
    assert scores[1].value is None
    assert due_reviews(services, learner).scheduled == 0


def test_each_learner_sees_only_their_own(services: Services, learner: Learner, stranger: str, clock: Clock) -> None:
    ada, bob = Learner(learner.owner_id, "ada"), Learner(learner.owner_id, "bob")
    practise(services, ada)
    set_deadline(services, ada, clock.now.date())
    for other in (learner, bob, Learner(stranger), Learner(stranger, "ada"), Learner("0" * 32)):
        found = due_reviews(services, other)
        assert (found.scheduled, found.interview) == (0, None)
    assert due_reviews(services, ada).scheduled > 0


def test_a_review_asks_every_due_question_most_due_weight_first(
    services: Services, learner: Learner, clock: Clock
) -> None:
    practise(services, learner, length=3)
    clock.forward(days=2)
    due = due_reviews(services, learner).due
    weights = [one.weight for one in due]
    assert weights == sorted(weights, reverse=True)
    sitting_id = start_review(services, learner)
    asked = [answer(services, learner, sitting_id).id for _ in due]
    assert asked == [one.question.id for one in due]
    assert ask_next(services, learner.owner_id, sitting_id) is None
    sitting = sitting_of(services, learner, sitting_id)
    assert (sitting.mode, sitting.purpose, sitting.length) == ("review", "practice", 3)
    assert {turn.reason for turn in sitting.turns} == {"review"}


def test_a_skipped_question_is_not_asked_again_in_this_review_but_stays_due(
    services: Services, learner: Learner, clock: Clock
) -> None:
    practise(services, learner, length=2)
    clock.forward(days=1)
    sitting_id = start_review(services, learner)
    skip_question(services, TurnPath(learner.owner_id, sitting_id, 1))
    answer(services, learner, sitting_id)
    assert ask_next(services, learner.owner_id, sitting_id) is None
    assert len(due_reviews(services, learner).due) == 1


def test_what_was_answered_elsewhere_meanwhile_is_not_asked_again(
    services: Services, learner: Learner, clock: Clock
) -> None:
    practise(services, learner, length=2)
    clock.forward(days=1)
    sitting_id = start_review(services, learner)
    first, second = (one.question for one in due_reviews(services, learner).due)
    other = start_sitting(services, learner.owner_id, SittingWish(SKILL, second.level, 20, adaptive=False))
    while question_of(services, learner, other).id != second.id:
        skip_question(services, TurnPath(learner.owner_id, other, len(sitting_of(services, learner, other).turns)))
        ask_next(services, learner.owner_id, other)
    answer(services, learner, other)
    assert answer(services, learner, sitting_id).id == first.id
    assert ask_next(services, learner.owner_id, sitting_id) is None


def test_a_review_that_is_open_is_gone_on_with(services: Services, learner: Learner, clock: Clock) -> None:
    practise(services, learner, length=2)
    clock.forward(days=1)
    sitting_id = start_review(services, learner)
    assert start_review(services, learner) == sitting_id
    answer(services, learner, sitting_id)
    assert start_review(services, learner) == sitting_id
    finish_sitting(services, learner.owner_id, sitting_id)
    assert start_review(services, learner) != sitting_id


def test_a_review_has_a_length_that_can_be_finished(services: Services, learner: Learner, clock: Clock) -> None:
    practise(services, learner, length=LENGTH_MAX + 2)
    clock.forward(days=1)
    assert len(due_reviews(services, learner).due) == LENGTH_MAX + 2
    assert sitting_of(services, learner, start_review(services, learner)).length == LENGTH_MAX


def test_with_nothing_due_no_review_starts(services: Services, learner: Learner) -> None:
    practise(services, learner)
    for one in (learner, Learner("0" * 32)):
        with pytest.raises(ConflictError, match="Nothing is due"):
            start_review(services, one)


def test_the_deadline_is_kept_changed_and_forgotten(services: Services, learner: Learner, clock: Clock) -> None:
    today = clock.now.date()
    for day in (today, today + datetime.timedelta(days=21), today + datetime.timedelta(days=FURTHEST_DAYS), None, None):
        set_deadline(services, learner, day)
        with services.db.reading() as session:
            assert find_deadline(session, learner) == day
        assert due_reviews(services, learner).interview == day


@pytest.mark.parametrize("days", [-1, -4000, FURTHEST_DAYS + 1])
def test_a_day_that_cannot_be_is_refused_and_the_old_one_stays(
    services: Services, learner: Learner, clock: Clock, days: int
) -> None:
    kept = clock.now.date() + datetime.timedelta(days=5)
    set_deadline(services, learner, kept)
    with pytest.raises(InvalidInputError) as caught:
        set_deadline(services, learner, clock.now.date() + datetime.timedelta(days=days))
    assert caught.value.field == "day"
    assert due_reviews(services, learner).interview == kept


def test_nobody_has_no_deadline(services: Services, clock: Clock) -> None:
    with pytest.raises(NotFoundError):
        set_deadline(services, Learner("0" * 32), clock.now.date())


def test_a_deadline_draws_due_days_near_and_lets_go_once_it_is_over(
    services: Services, learner: Learner, clock: Clock
) -> None:
    practise(services, learner)
    for _ in range(4):
        day = due_reviews(services, learner).next_day
        assert day is not None
        clock.forward(days=(day.day - clock.now.date()).days)
        sitting_id = start_review(services, learner)
        answer(services, learner, sitting_id, good(question_of(services, learner, sitting_id)))
    free = due_reviews(services, learner).next_day
    assert free is not None
    near = clock.now.date() + datetime.timedelta(days=2)
    assert free.day > near
    set_deadline(services, learner, near)
    drawn = due_reviews(services, learner)
    assert [load.day for load in drawn.days] == [near]
    clock.forward(days=3)
    over = due_reviews(services, learner)
    assert (over.interview, over.next_day) == (near, free)


def test_signing_in_brings_the_guests_day_along_unless_the_account_has_one(
    services: Services, learner: Learner, clock: Clock
) -> None:
    first, second = (clock.now.date() + datetime.timedelta(days=days) for days in (10, 20))
    person = register(services, None, "ada@example.org", "four unrelated words")
    set_deadline(services, learner, first)
    assert log_in(services, learner.owner_id, "ada@example.org", "four unrelated words") == person
    assert due_reviews(services, Learner(person)).interview == first
    another = start_guest(services)
    set_deadline(services, Learner(another), second)
    log_in(services, another, "ada@example.org", "four unrelated words")
    assert due_reviews(services, Learner(person)).interview == first


def test_the_report_counts_every_later_answer_to_a_missed_point(
    services: Services, learner: Learner, stranger: str, clock: Clock
) -> None:
    for one in (learner, Learner(stranger)):
        practise(services, one)
    assert report_reviews(services).predictions == 0
    clock.forward(days=1)
    points = 0
    for one in (learner, Learner(stranger)):
        points += len(expected_points(answer(services, one, start_review(services, one))))
    found = report_reviews(services)
    assert (found.predictions, found.answers, found.figures) == (points, 2, None)


def test_a_later_score_of_the_same_answer_is_the_one_that_counts(
    services: Services, learner: Learner, clock: Clock
) -> None:
    practise(services, learner)
    assert due_reviews(services, learner).scheduled > 0
    rescore(with_head(services, "b", 20.0), RescoreWish())
    assert due_reviews(services, learner).scheduled == 0
