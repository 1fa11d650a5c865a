"""Sittings that adapt: several skills, finding a level, a limit of time, and what is kept apart."""

import datetime

import numpy as np
import pytest

from skillprep.actions.ask_next import ask_next
from skillprep.actions.build_pool import build_pool, exposure_of, progress_of
from skillprep.actions.choose_question import choose_question
from skillprep.actions.end_overdue import end_overdue
from skillprep.actions.estimate_ability import Standing, estimate_ability
from skillprep.actions.retry_question import retry_question
from skillprep.actions.save_draft import TurnPath, save_draft
from skillprep.actions.skip_question import skip_question
from skillprep.actions.start_sitting import SittingWish, start_sitting
from skillprep.actions.submit_answer import Submission, submit_answer
from skillprep.adaptive.belief import GRID, packed, undecided_belief
from skillprep.adaptive.choose import Choice
from skillprep.bank.vocabulary import Level
from skillprep.services import Services
from skillprep.store.queries import SittingView, get_sitting
from skillprep.store.tables import ItemBelief
from tests.actions.conftest import SKILL
from tests.conftest import Clock

OTHERS = ("safety-and-alignment", "responsible-use-training")
WEAK = "I would think about it and then do what seems right at the time, because people matter."


def shown(services: Services, owner: str, sitting_id: str) -> SittingView:
    with services.db.reading() as session:
        return get_sitting(session, owner, sitting_id)


def standing(services: Services, sitting: SittingView) -> Standing | None:
    with services.db.reading() as session:
        return estimate_ability(session, services, services.bank, sitting)


def strong_answer(services: Services, question_id: str) -> str:
    """Every point in the question's own words."""
    return " ".join(point.phrasings[0] for point in services.bank.question(question_id).points)


def answered(services: Services, owner: str, sitting_id: str, strong: bool) -> SittingView:
    """Answer until the sitting ends."""
    while position := ask_next(services, owner, sitting_id):
        question_id = shown(services, owner, sitting_id).turn(position).question_id
        text = strong_answer(services, question_id) if strong else WEAK
        submit_answer(services, TurnPath(owner, sitting_id, position), Submission(text))
    return shown(services, owner, sitting_id)


def skipped(services: Services, owner: str, sitting_id: str) -> SittingView:
    while position := ask_next(services, owner, sitting_id):
        skip_question(services, TurnPath(owner, sitting_id, position))
    return shown(services, owner, sitting_id)


def test_a_choice_is_stored_with_its_figures(services: Services, guest: str, sitting: str) -> None:
    why = shown(services, guest, sitting).turns[0].why
    assert why is not None
    assert (why.skill_id, why.skill_asked, why.skill_target) == (SKILL, 0, 1.0)
    assert why.se_expected < why.se_before


def test_strong_answers_find_a_higher_level_than_weak_ones(services: Services, guest: str) -> None:
    found = {}
    for strong in (True, False):
        wish = SittingWish(SKILL, Level.INTERMEDIATE, length=12, mode="placement")
        sitting = answered(services, guest, start_sitting(services, guest, wish), strong)
        placed = standing(services, sitting)
        assert placed is not None
        found[strong] = placed.placements[SKILL]
        assert 4 <= len(sitting.turns) <= 12
        assert sitting.ended_by in ("precise", "longest")
        assert len({turn.question_id for turn in sitting.turns}) == len(sitting.turns)
        assert sum(found[strong].probabilities.values()) == pytest.approx(1)
    assert found[True].ability.mean > found[False].ability.mean + 1
    assert (found[True].level, found[False].level) == (Level.ADVANCED, Level.BEGINNER)


def test_several_skills_take_turns(services: Services, guest: str) -> None:
    wish = SittingWish(SKILL, Level.INTERMEDIATE, length=6, more_skill_ids=OTHERS)
    sitting = skipped(services, guest, start_sitting(services, guest, wish))
    skills = [services.bank.question(turn.question_id).skill for turn in sitting.turns]
    assert {skill: skills.count(skill) for skill in sitting.skill_ids} == dict.fromkeys((SKILL, *OTHERS), 2)


def test_an_answer_in_one_skill_says_something_about_the_others(services: Services, guest: str) -> None:
    wish = SittingWish(SKILL, Level.INTERMEDIATE, length=3, more_skill_ids=OTHERS[:1])
    sitting_id = start_sitting(services, guest, wish)
    first = shown(services, guest, sitting_id).turns[0]
    submit_answer(services, TurnPath(guest, sitting_id, 1), Submission(strong_answer(services, first.question_id)))
    found = standing(services, shown(services, guest, sitting_id))
    assert found is not None
    assert all(one.ability.mean > 0 for one in found.placements.values())


def test_a_fixed_level_stays_until_it_is_used_up(services: Services, guest: str) -> None:
    wish = SittingWish(SKILL, Level.ADVANCED, length=16, adaptive=False)
    sitting = skipped(services, guest, start_sitting(services, guest, wish))
    ready = len(services.bank.ready_questions(skill=SKILL, level=Level.ADVANCED))
    reasons = [(turn.level, turn.reason) for turn in sitting.turns]
    assert set(reasons[:ready]) == {(Level.ADVANCED, "fixed-level")}
    assert set(reasons[ready:]) == {(Level.INTERMEDIATE, "level-used-up")}


def test_nothing_is_known_of_somebody_before_an_answer_is_scored(services: Services, guest: str, sitting: str) -> None:
    assert standing(services, shown(services, guest, sitting)) is None


def test_a_second_attempt_moves_nothing(services: Services, turn: TurnPath) -> None:
    submit_answer(services, turn, Submission(WEAK))
    before = standing(services, shown(services, turn.owner_id, turn.sitting_id))
    question_id = shown(services, turn.owner_id, turn.sitting_id).turns[0].question_id
    again = TurnPath(turn.owner_id, turn.sitting_id, retry_question(services, turn))
    submit_answer(services, again, Submission(strong_answer(services, question_id)))
    after = standing(services, shown(services, turn.owner_id, turn.sitting_id))
    assert before is not None
    assert after is not None
    assert after.placements[SKILL].ability.mean == before.placements[SKILL].ability.mean


def test_a_copied_model_answer_says_nothing_about_the_person(services: Services, turn: TurnPath) -> None:
    question_id = shown(services, turn.owner_id, turn.sitting_id).turns[0].question_id
    submit_answer(services, turn, Submission(services.bank.question(question_id).model_answers[0].text))
    sitting = shown(services, turn.owner_id, turn.sitting_id)
    assert progress_of(sitting).asked[0].value is None
    assert standing(services, sitting) is None


def test_the_scorers_own_uncertainty_goes_with_each_answer(services: Services, turn: TurnPath) -> None:
    submit_answer(services, turn, Submission(WEAK))
    sitting = shown(services, turn.owner_id, turn.sitting_id)
    answer = sitting.turns[0].answer
    assert answer is not None
    assert answer.score is not None
    low, value, high = answer.score.low, answer.score.value or 0.0, answer.score.high
    expected = np.clip(max(value - low, high - value) / 1.645, 0.05, 0.4)
    assert progress_of(sitting).asked[0].sigma == pytest.approx(expected)


def test_time_ends_a_sitting_and_what_was_typed_can_still_be_handed_in(
    services: Services, guest: str, clock: Clock
) -> None:
    wish = SittingWish(SKILL, Level.INTERMEDIATE, length=8, mode="timed", minutes=20)
    sitting_id = start_sitting(services, guest, wish)
    path = TurnPath(guest, sitting_id, 1)
    clock.forward(minutes=19)
    assert ask_next(services, guest, sitting_id) == 1
    clock.forward(minutes=2)
    save_draft(services, path, "Half a sentence", 0)
    assert ask_next(services, guest, sitting_id) is None
    sitting = shown(services, guest, sitting_id)
    assert (sitting.ended_by, sitting.finished_at) == ("time", sitting.started_at + datetime.timedelta(minutes=20))
    assert sitting.turns[0].draft == "Half a sentence"
    submit_answer(services, path, Submission(WEAK))
    assert shown(services, guest, sitting_id).turns[0].answer is not None


def test_time_ends_a_sitting_that_nobody_looks_at(
    services: Services, guest: str, stranger: str, sitting: str, clock: Clock
) -> None:
    timed = start_sitting(services, guest, SittingWish(SKILL, Level.BEGINNER, mode="timed", minutes=5))
    clock.forward(minutes=5)
    end_overdue(services, stranger)
    assert shown(services, guest, timed).finished_at is None
    end_overdue(services, guest)
    assert shown(services, guest, timed).ended_by == "time"
    assert shown(services, guest, sitting).finished_at is None


def test_exposure_counts_sittings_of_the_same_purpose_alone(services: Services, guest: str) -> None:
    wishes = [SittingWish(SKILL, Level.BEGINNER, purpose=purpose) for purpose in ("practice", "hiring", "hiring")]
    views = [shown(services, guest, start_sitting(services, guest, wish)) for wish in wishes]
    with services.db.reading() as session:
        held = build_pool(session, services, services.bank, views[0])
        assert held is not None
        counted = {one: exposure_of(session, services, held, one) for one in ("practice", "hiring", "education")}
    assert {one: found.sittings for one, found in counted.items()} == {"practice": 1, "hiring": 2, "education": 0}
    assert {one: int(found.counts.sum()) for one, found in counted.items()} == {
        "practice": 1,
        "hiring": 2,
        "education": 0,
    }


def test_beliefs_of_one_purpose_never_reach_another(services: Services, guest: str) -> None:
    views = [
        shown(services, guest, start_sitting(services, guest, SittingWish(SKILL, Level.BEGINNER, purpose=purpose)))
        for purpose in ("practice", "hiring")
    ]
    with services.db.writing() as session:
        pool = build_pool(session, services, services.bank, views[0])
        assert pool is not None
        session.add_all(
            ItemBelief(
                purpose="practice",
                question_id=key.question_id,
                question_version=key.version,
                level=key.level.value,
                belief=packed(undecided_belief()),
                grid=GRID,
                answers=9,
                figures={},
                scorer="1",
                fitted_at=services.clock(),
            )
            for key in pool.keys
        )
    with services.db.reading() as session:
        found = [build_pool(session, services, services.bank, view) for view in views]
    assert [one.fitted for one in found if one] == [len(pool.keys), 0]


def test_near_duplicates_are_held_back_once_the_vectors_are_at_hand(
    services: Services, guest: str, sitting: str
) -> None:
    view = shown(services, guest, sitting)
    prompts = [one.prompt for one in services.bank.ready_questions(skill=SKILL)]
    with services.db.reading() as session:
        without = build_pool(session, services, services.bank, view)
        services.vectors(prompts)
        held = build_pool(session, services, services.bank, view)
    assert without is not None
    assert held is not None
    assert without.pool.vectors is None
    assert held.pool.vectors is not None
    assert len(held.pool.vectors) == len(held.keys)


def test_the_same_sitting_would_choose_the_same_question_again(services: Services, guest: str, sitting: str) -> None:
    view = shown(services, guest, sitting)
    with services.db.reading() as session:
        choices = {str(choose_question(session, services, services.bank, view)) for _ in range(3)}
        choice = choose_question(session, services, services.bank, view)
    assert len(choices) == 1
    assert isinstance(choice, Choice)
    assert choice.question_id != view.turns[0].question_id
