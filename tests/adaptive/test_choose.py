"""The up-down rule."""

from hypothesis import given
from hypothesis import strategies as st

from skillprep.adaptive.choose import Askable, Asked, Plan, Reason, choose_next
from skillprep.bank.vocabulary import Level

POOL = [Askable(f"{level}-{n}", level) for level in Level for n in range(3)]
BEGINNER, INTERMEDIATE, ADVANCED = Level


def plan(start: Level = INTERMEDIATE, adaptive: bool = True, seed: str = "s") -> Plan:
    return Plan(start, adaptive, seed)


def test_the_first_question_has_the_level_that_was_asked_for() -> None:
    choice = choose_next(POOL, [], plan(ADVANCED))
    assert choice is not None
    assert (choice.level, choice.reason) == (ADVANCED, Reason.FIRST)


def test_a_good_answer_leads_up_and_a_poor_one_down() -> None:
    for value, level, reason in [
        (0.70, ADVANCED, Reason.STEPPED_UP),
        (0.69, INTERMEDIATE, Reason.SAME_LEVEL),
        (0.40, INTERMEDIATE, Reason.SAME_LEVEL),
        (0.39, BEGINNER, Reason.STEPPED_DOWN),
    ]:
        choice = choose_next(POOL, [Asked("intermediate-0", INTERMEDIATE, value)], plan())
        assert choice is not None
        assert (choice.level, choice.reason) == (level, reason)


def test_there_is_nothing_above_advanced_or_below_beginner() -> None:
    up = choose_next(POOL, [Asked("advanced-0", ADVANCED, 1.0)], plan())
    down = choose_next(POOL, [Asked("beginner-0", BEGINNER, 0.0)], plan())
    assert up is not None
    assert down is not None
    assert (up.level, down.level) == (ADVANCED, BEGINNER)


def test_a_skipped_or_waiting_answer_moves_nothing() -> None:
    choice = choose_next(POOL, [Asked("advanced-0", ADVANCED, None)], plan())
    assert choice is not None
    assert choice.level is ADVANCED


def test_a_fixed_level_stays_fixed() -> None:
    choice = choose_next(POOL, [Asked("beginner-0", BEGINNER, 1.0)], plan(BEGINNER, adaptive=False))
    assert choice is not None
    assert (choice.level, choice.reason) == (BEGINNER, Reason.FIXED_LEVEL)


def test_the_nearest_level_stands_in_when_one_is_used_up() -> None:
    asked = [Asked(f"advanced-{n}", ADVANCED, 0.9) for n in range(3)]
    choice = choose_next(POOL, asked, plan())
    assert choice is not None
    assert (choice.level, choice.reason) == (INTERMEDIATE, Reason.LEVEL_USED_UP)


def test_different_sittings_begin_with_different_questions() -> None:
    firsts = {choose_next(POOL, [], plan(seed=str(n))) for n in range(30)}
    assert len(firsts) == 3


@given(st.lists(st.one_of(st.none(), st.floats(0, 1)), max_size=9), st.sampled_from(list(Level)), st.booleans())
def test_no_question_comes_twice_and_every_question_comes(
    values: list[float | None], start: Level, adaptive: bool
) -> None:
    asked: list[Asked] = []
    for value in [*values, *[None] * 9]:
        choice = choose_next(POOL, asked, plan(start, adaptive))
        if choice is None:
            break
        asked.append(Asked(choice.question_id, choice.level, value))
    assert sorted(one.question_id for one in asked) == sorted(one.question_id for one in POOL)
