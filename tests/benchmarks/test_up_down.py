"""The up-down rule, which benchmarks compare the engine to."""

from hypothesis import given
from hypothesis import strategies as st

from benchmarks.adaptive.up_down import Askable, Asked, choose_next
from skillprep.bank.vocabulary import Level

POOL = [Askable(f"{level}-{n}", level) for level in Level for n in range(3)]
BEGINNER, INTERMEDIATE, ADVANCED = Level


def after(asked: list[Asked], start: Level = INTERMEDIATE) -> Level:
    """The level of the next question."""
    chosen = choose_next(POOL, asked, start, "s")
    assert chosen is not None
    return chosen.level


def test_the_first_question_has_the_level_that_was_asked_for() -> None:
    assert after([], ADVANCED) is ADVANCED


def test_a_good_answer_leads_up_and_a_poor_one_down() -> None:
    for value, level in [(0.70, ADVANCED), (0.69, INTERMEDIATE), (0.40, INTERMEDIATE), (0.39, BEGINNER)]:
        assert after([Asked("intermediate-0", INTERMEDIATE, value)]) is level


def test_there_is_nothing_above_advanced_or_below_beginner() -> None:
    assert after([Asked("advanced-0", ADVANCED, 1.0)]) is ADVANCED
    assert after([Asked("beginner-0", BEGINNER, 0.0)]) is BEGINNER


def test_a_skipped_or_waiting_answer_moves_nothing() -> None:
    assert after([Asked("advanced-0", ADVANCED, None)]) is ADVANCED


def test_the_nearest_level_stands_in_when_one_is_used_up() -> None:
    assert after([Asked(f"advanced-{n}", ADVANCED, 0.9) for n in range(3)]) is INTERMEDIATE


def test_different_sittings_begin_with_different_questions() -> None:
    firsts = {choose_next(POOL, [], INTERMEDIATE, str(n)) for n in range(30)}
    assert len(firsts) == 3


@given(st.lists(st.one_of(st.none(), st.floats(0, 1)), max_size=9), st.sampled_from(list(Level)))
def test_no_question_comes_twice_and_every_question_comes(values: list[float | None], start: Level) -> None:
    asked: list[Asked] = []
    for value in [*values, *[None] * 9]:
        choice = choose_next(POOL, asked, start, "s")
        if choice is None:
            break
        asked.append(Asked(choice.question_id, choice.level, value))
    assert sorted(one.question_id for one in asked) == sorted(one.question_id for one in POOL)
