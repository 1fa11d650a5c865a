"""Beliefs about questions, fitted from stored answers."""

from collections.abc import Mapping

import numpy as np
import pytest
from sqlalchemy import delete, select, update

from skillprep.actions.calibrate import calibrate
from skillprep.actions.save_draft import TurnPath
from skillprep.actions.submit_answer import Submission, submit_answer
from skillprep.actions.warm_up import silent
from skillprep.adaptive.belief import PARAMETERS, B
from skillprep.adaptive.engine import Asked, Progress, refit
from skillprep.adaptive.grid import Floats
from skillprep.adaptive.pool import Item
from skillprep.adaptive.response import sigma_of_interval
from skillprep.bank.vocabulary import Level
from skillprep.errors import ConflictError, InvalidInputError
from skillprep.scoring.receipt import SCORER_VERSION
from skillprep.services import Services
from skillprep.store.beliefs import ItemKey, beliefs_of, fitted_items, last_fit
from skillprep.store.item_history import item_history
from skillprep.store.queries import get_sitting
from skillprep.store.tables import ItemBelief, Owner, ScoreRow, Sitting
from tests.actions.answered import SKILL, Given, Ran, add_sitting
from tests.actions.conftest import ANSWER
from tests.conftest import Clock


@pytest.fixture
def questions(services: Services) -> list[str]:
    """Questions of one skill."""
    return [question.id for question in services.bank.ready_questions(skill=SKILL)][:6]


def stored(services: Services, purpose: str = "practice") -> Mapping[str, Floats]:
    with services.db.reading() as session:
        return beliefs_of(session, purpose)


def name(question_id: str, version: int = 1, level: Level = Level.INTERMEDIATE) -> str:
    return ItemKey(question_id, version, level).item_id


def difficulty(services: Services, question_id: str, version: int = 1) -> float:
    return float(stored(services)[name(question_id, version)] @ B)


def test_a_question_that_everybody_fails_becomes_harder_and_one_that_nobody_fails_easier(
    services: Services, questions: list[str]
) -> None:
    for _ in range(12):
        add_sitting(services, [Given(questions[0], 0.05), Given(questions[1], 0.5), Given(questions[2], 0.95)])
    done = calibrate(services, "practice")
    assert (done.sittings, done.answers) == (12, 36)
    hard, even, easy = (difficulty(services, one) for one in questions[:3])
    assert easy < -0.3 < even < 0.3 < hard
    assert {move.key.question_id for move in done.largest(2)} == {questions[0], questions[2]}
    first = next(move for move in done.moves if move.key.question_id == questions[0])
    assert (first.before, first.answers) == (0.0, 12)
    assert first.after == pytest.approx(hard, abs=1e-3)


def test_the_history_is_what_the_rows_say_each_answer_with_its_own_deviation(
    services: Services, questions: list[str], clock: Clock
) -> None:
    clock.forward(days=1)
    add_sitting(services, [Given(questions[0], 0.4, half=0.1), Given(questions[1], None)], Ran(finished=False))
    clock.forward(days=-1)
    add_sitting(services, [Given(questions[2], 0.9, half=0.05)])
    skills = {question.id: question.skill for question in services.bank.questions.values()}
    seen: list[tuple[int, int]] = []
    with services.db.reading() as session:
        history = item_history(session, "practice", skills, lambda done, total: seen.append((done, total)))
    early, late = history.sittings
    assert early.asked == (Asked(name(questions[2]), 0.9, sigma_of_interval(0.9, 0.85, 0.95)),)
    assert late.asked[0].sigma == pytest.approx(sigma_of_interval(0.4, 0.3, 0.5))
    assert late.asked[1].value is None
    assert set(history.items) == {name(questions[0]), name(questions[2])}
    assert (history.asked[name(questions[1])], history.sittings_on[SKILL]) == (1, 2)
    assert seen == [(1, 3), (3, 3)]


def test_answers_handed_in_and_scored_by_the_program_are_read(services: Services, turn: TurnPath) -> None:
    answer_id = submit_answer(services, turn, Submission(ANSWER))
    with services.db.reading() as session:
        view = get_sitting(session, turn.owner_id, turn.sitting_id).turn(1)
        history = item_history(session, "practice", {view.question_id: SKILL}, silent)
    assert view.answer is not None
    assert view.answer.score is not None
    assert (view.answer.id, view.answer.score.receipt.scorer_version) == (answer_id, SCORER_VERSION)
    score, item_id = view.answer.score, name(view.question_id, view.question_version, view.level)
    assert score.value is not None
    (asked,) = history.sittings[0].asked
    assert (asked.item_id, asked.value) == (item_id, score.value)
    assert asked.sigma == pytest.approx(sigma_of_interval(score.value, score.low, score.high))
    done = calibrate(services, "practice")
    assert (done.answers, done.other_scorer) == (1, 0)
    assert set(stored(services)) == {item_id}


def test_the_fit_is_the_engines_over_that_history(services: Services, questions: list[str]) -> None:
    for _ in range(3):
        add_sitting(services, [Given(questions[0], 0.2), Given(questions[1], 0.8)])
    calibrate(services, "practice")
    sigma = sigma_of_interval(0.2, 0.0, 0.45)
    sitting = Progress(
        Level.INTERMEDIATE, (Asked(name(questions[0]), 0.2, sigma), Asked(name(questions[1]), 0.8, sigma))
    )
    items = [Item(name(one), SKILL, Level.INTERMEDIATE) for one in questions[:2]]
    for item_id, belief in refit(items, [sitting] * 3).items():
        assert stored(services)[item_id] == pytest.approx(belief, abs=1e-6)


def test_an_answer_does_not_explain_itself_away(services: Services, questions: list[str]) -> None:
    """A question answered alone in its sittings is judged by what its level's people are expected to be, whatever
    they scored; with the answer itself in the ability, failing would have made the people weak instead."""
    for _ in range(10):
        add_sitting(services, [Given(questions[0], 0.1)])
    calibrate(services, "practice")
    alone = difficulty(services, questions[0])
    for _ in range(10):
        add_sitting(services, [Given(questions[1], 0.1), *(Given(one, 0.1) for one in questions[2:5])])
    calibrate(services, "practice")
    assert alone > 0.5
    assert difficulty(services, questions[0]) == pytest.approx(alone, abs=1e-6)
    assert difficulty(services, questions[1]) < alone


def test_purposes_do_not_leak_into_one_another(services: Services, questions: list[str]) -> None:
    for _ in range(8):
        add_sitting(services, [Given(questions[0], 0.0), Given(questions[1], 0.6)])
        add_sitting(services, [Given(questions[0], 1.0), Given(questions[1], 0.6)], Ran(purpose="hiring"))
    calibrate(services, "practice")
    assert stored(services, "hiring") == {}
    practice = dict(stored(services))
    calibrate(services, "hiring")
    hiring = stored(services, "hiring")
    assert float(hiring[name(questions[0])] @ B) < 0 < float(practice[name(questions[0])] @ B)
    assert all(np.array_equal(stored(services)[one], practice[one]) for one in practice)
    assert stored(services, "education") == {}


def test_running_twice_gives_the_same_beliefs_and_a_later_time(
    services: Services, questions: list[str], clock: Clock
) -> None:
    add_sitting(services, [Given(questions[0], 0.3), Given(questions[1], 0.7)])
    calibrate(services, "practice")
    before = dict(stored(services))
    clock.forward(days=1)
    again = calibrate(services, "practice")
    after = stored(services)
    assert before.keys() == after.keys()
    assert all(np.array_equal(after[one], before[one]) for one in before)
    assert all(abs(move.after - move.before) < 1e-9 for move in again.moves)
    with services.db.reading() as session:
        assert last_fit(session, "practice").at == clock.now


def test_a_dry_run_tells_the_same_and_stores_nothing(services: Services, questions: list[str]) -> None:
    add_sitting(services, [Given(questions[0], 0.3)])
    dry = calibrate(services, "practice", dry_run=True)
    assert stored(services) == {}
    assert calibrate(services, "practice") == dry


def test_a_new_version_of_a_question_starts_cold_and_the_old_one_keeps_its_belief(
    services: Services, questions: list[str]
) -> None:
    for _ in range(6):
        add_sitting(services, [Given(questions[0], 0.0, version=1), Given(questions[1], 0.5)])
    calibrate(services, "practice")
    assert name(questions[0], version=2) not in stored(services)
    add_sitting(services, [Given(questions[0], 0.5, version=2), Given(questions[1], 0.5)])
    calibrate(services, "practice")
    assert abs(difficulty(services, questions[0], version=2)) < 0.1 < difficulty(services, questions[0], version=1)


def test_a_question_that_left_the_bank_is_placed_by_its_sitting_or_left_out(
    services: Services, questions: list[str]
) -> None:
    owner = add_sitting(services, [Given("long-gone", 0.4), Given(questions[0], 0.4)])
    add_sitting(services, [Given("never-known", 0.4)], Ran(mode="review", owner_id=owner))
    done = calibrate(services, "practice")
    assert set(stored(services)) == {name("long-gone"), name(questions[0])}
    assert (done.answers, done.unplaced) == (2, 1)


def test_answers_that_measure_feedback_or_a_copy_are_left_out_and_counted(
    services: Services, questions: list[str], clock: Clock
) -> None:
    owner = add_sitting(services, [Given(questions[0], 0.2), Given(questions[0], 0.9)])
    clock.forward(hours=1)
    add_sitting(services, [Given(questions[0], 0.9), Given(questions[1], 0.5)], Ran(owner_id=owner))
    add_sitting(services, [Given(questions[2], 0.9)], Ran(mode="review"))
    add_sitting(services, [Given(questions[3], 1.0, guards=("model-answer-pasted",))])
    done = calibrate(services, "practice")
    assert (done.answers, done.repeated, done.pasted) == (2, 3, 1)
    assert set(stored(services)) == {name(questions[0]), name(questions[1])}


def test_the_candidates_of_an_organisation_that_names_none_are_different_people(
    services: Services, questions: list[str]
) -> None:
    owner = add_sitting(services, [Given(questions[0], 0.2)])
    with services.db.writing() as session:
        session.execute(update(Owner).where(Owner.id == owner).values(kind="organisation"))
    add_sitting(services, [Given(questions[0], 0.2)], Ran(owner_id=owner))
    assert calibrate(services, "practice").answers == 2
    with services.db.writing() as session:
        session.execute(update(Sitting).values(candidate="student-17"))
    assert calibrate(services, "practice").answers == 1


def test_the_newest_score_counts_and_scores_of_an_earlier_scorer_are_told(
    services: Services, questions: list[str]
) -> None:
    add_sitting(services, [Given(questions[0], 0.1, scorer="1")])
    assert calibrate(services, "practice").other_scorer == 1
    before = difficulty(services, questions[0])
    with services.db.writing() as session:
        old = session.scalars(select(ScoreRow)).one()
        score = {**old.score, "value": 0.9, "low": 0.8, "high": 1.0, "receipt": {"scorer_version": "2.0"}}
        new = {"number": 2, "scorer": "1" * 32, "value": 0.9, "score": score, "created_at": services.clock()}
        session.add(ScoreRow(answer_id=old.answer_id, **new))
    assert calibrate(services, "practice").other_scorer == 0
    assert difficulty(services, questions[0]) < 0 < before
    with services.db.reading() as session:
        assert [one.scorer for one in fitted_items(session, "practice")[0]] == ["2.0"]


def test_erased_answers_leave_no_trace(services: Services, questions: list[str]) -> None:
    add_sitting(services, [Given(questions[0], 0.3)])
    calibrate(services, "practice")
    with services.db.writing() as session:
        session.execute(delete(Owner))
    done = calibrate(services, "practice")
    assert (done.gone, done.sittings, done.moves) == (1, 0, ())
    assert stored(services) == {}


@pytest.mark.parametrize(
    "spoiled",
    [{"grid": "another-grid"}, {"belief": b"\0" * 1200}, {"belief": b"\0" * 4 * PARAMETERS}],
    ids=["another grid", "another size", "no weights"],
)
def test_a_belief_that_cannot_be_read_starts_cold_until_the_next_fit(
    services: Services, questions: list[str], spoiled: dict[str, object], caplog: pytest.LogCaptureFixture
) -> None:
    add_sitting(services, [Given(questions[0], 0.3), Given(questions[1], 0.3)])
    calibrate(services, "practice")
    with services.db.writing() as session:
        session.execute(update(ItemBelief).where(ItemBelief.question_id == questions[0]).values(**spoiled))
    assert set(stored(services)) == {name(questions[1])}
    assert caplog.records[-1].message == "beliefs_unreadable"
    assert calibrate(services, "practice").unreadable == 1
    assert set(stored(services)) == {name(questions[0]), name(questions[1])}


def test_figures_that_another_version_wrote_do_not_cost_the_belief(services: Services, questions: list[str]) -> None:
    add_sitting(services, [Given(questions[0], 0.3)])
    calibrate(services, "practice")
    with services.db.writing() as session:
        session.execute(update(ItemBelief).values(figures={"sharpness": 2}))
    assert set(stored(services)) == {name(questions[0])}
    with services.db.reading() as session:
        assert fitted_items(session, "practice") == ([], 1)


def test_nothing_is_fitted_before_there_are_answers(services: Services) -> None:
    done = calibrate(services, "education")
    assert (done.sittings, done.answers, done.moves, done.largest(5)) == (0, 0, (), [])
    with services.db.reading() as session:
        assert last_fit(session, "education").at is None


def test_a_purpose_that_no_sitting_has_is_refused(services: Services) -> None:
    with pytest.raises(InvalidInputError, match="practice, education, hiring"):
        calibrate(services, "gossip")


def test_two_fits_at_the_same_moment_do_not_mix(
    services: Services, questions: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    add_sitting(services, [Given(questions[0], 0.3)])
    calibrate(services, "practice")
    monkeypatch.setattr("skillprep.store.beliefs.delete", lambda _: delete(ItemBelief).where(ItemBelief.answers < 0))
    with pytest.raises(ConflictError, match="same moment"):
        calibrate(services, "practice")
    assert set(stored(services)) == {name(questions[0])}
