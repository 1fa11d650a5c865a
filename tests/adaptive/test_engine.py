"""What actions call."""

from dataclasses import replace

import numpy as np
import pytest

from skillprep.adaptive.belief import B, prior_belief
from skillprep.adaptive.engine import (
    Asked,
    Progress,
    abilities_of,
    item_statistics,
    next_question,
    placement,
    placements,
    refit,
    should_stop,
)
from skillprep.adaptive.exposure import Exposure
from skillprep.adaptive.pool import pool_of
from skillprep.adaptive.select import Rules
from skillprep.adaptive.stop import StopReason, StopRule
from skillprep.bank.vocabulary import Level
from skillprep.errors import InvalidInputError, NotFoundError
from tests.adaptive.pools import cold_items, cold_pool

ITEMS = [*cold_items(12, "ethics"), *cold_items(12, "safety")]
POOL = pool_of(ITEMS)
START = Progress(Level.INTERMEDIATE)


def with_scores(*scores: tuple[str, float | None], level: Level = Level.INTERMEDIATE) -> Progress:
    return Progress(level, tuple(Asked(item_id, value) for item_id, value in scores))


def test_the_level_that_somebody_says_is_where_they_are_expected() -> None:
    means = [abilities_of(POOL, Progress(level))["ethics"].mean for level in Level]
    assert means == pytest.approx([-0.75, 0.0, 0.75], abs=0.01)


def test_good_answers_raise_the_skill_and_less_so_its_neighbour() -> None:
    found = abilities_of(POOL, with_scores(("ethics-1", 0.9), ("ethics-4", 0.8)))
    assert 0.05 < found["safety"].mean < found["ethics"].mean
    assert found["ethics"].se < found["safety"].se < 0.9


def test_answers_without_a_score_say_nothing() -> None:
    found = abilities_of(POOL, with_scores(("ethics-1", None)))
    assert found["ethics"].mean == pytest.approx(0.0, abs=0.01)


def test_a_second_attempt_does_not_count() -> None:
    first, both = with_scores(("ethics-1", 0.2)), with_scores(("ethics-1", 0.2), ("ethics-1", 1.0))
    assert abilities_of(POOL, both)["ethics"].mean == abilities_of(POOL, first)["ethics"].mean


def test_an_answer_that_the_scorer_is_unsure_of_moves_less() -> None:
    moved = [
        abilities_of(POOL, Progress(Level.INTERMEDIATE, (Asked("ethics-1", 1.0, sigma),)))["ethics"].mean
        for sigma in (0.05, 0.15, 0.40)
    ]
    assert moved[0] > moved[1] > moved[2] > 0


def test_an_unknown_question_and_an_impossible_score_are_refused() -> None:
    with pytest.raises(NotFoundError):
        abilities_of(POOL, with_scores(("cookery-1", 0.5)))
    with pytest.raises(InvalidInputError):
        abilities_of(POOL, with_scores(("ethics-1", 1.5)))


def test_a_sitting_runs_until_it_stops() -> None:
    progress, rule, rules = START, StopRule(most=10), Rules(length=10)
    while (reason := should_stop(abilities_of(POOL, progress), progress, 0.0, rule)) is None:
        found = next_question(POOL, progress, rules, "sitting-1", Exposure(np.zeros(24, dtype=np.int64), 0))
        assert found is not None
        progress = replace(progress, asked=(*progress.asked, Asked(found.item_id, 0.6)))
    assert reason in (StopReason.PRECISE, StopReason.LONGEST)
    assert len({one.item_id for one in progress.asked}) == len(progress.asked)
    skills = [one.item_id.split("-")[0] for one in progress.asked]
    assert abs(skills.count("ethics") - skills.count("safety")) <= 1


def test_the_same_sitting_gets_the_same_question() -> None:
    assert next_question(POOL, START, Rules(), "a") == next_question(POOL, START, Rules(), "a")
    assert len({next_question(POOL, START, Rules(), str(n)).item_id for n in range(20)}) > 3  # type: ignore[union-attr]


def test_nothing_is_left_when_everything_was_asked() -> None:
    progress = with_scores(*((item.item_id, None) for item in ITEMS))
    assert next_question(POOL, progress, Rules(), "a") is None


def test_somebody_is_placed_with_the_answers_that_decided_it() -> None:
    pool = cold_pool(12)
    progress = with_scores(*((f"ethics-{n}", 1.0) for n in range(2, 12)))
    found = placement(pool, progress)
    assert found.level is Level.ADVANCED
    assert found.sure
    assert len(found.influences) == 10
    assert sum(found.probabilities.values()) == pytest.approx(1.0)


def test_a_fit_finds_the_hard_question() -> None:
    history = [
        with_scores(("ethics-1", 0.1), *((f"ethics-{n}", 0.3 + 0.1 * (k % 5)) for n in (4, 7, 10))) for k in range(30)
    ]
    beliefs = refit(ITEMS, history)
    assert set(beliefs) == {item.item_id for item in ITEMS}
    assert beliefs["ethics-1"] @ B > beliefs["ethics-4"] @ B + 0.5
    assert np.allclose(beliefs["safety-1"], prior_belief(Level.INTERMEDIATE))


def test_authors_see_every_item_with_or_without_answers() -> None:
    history = [with_scores(("ethics-1", 0.1 * (k % 10)), ("ethics-4", 0.1 * (k % 10))) for k in range(12)]
    found = {one.item_id: one for one in item_statistics(ITEMS, history)}
    assert (found["ethics-1"].n, found["safety-2"].n) == (12, 0)
    assert (found["ethics-1"].item_rest or 0) > 0.5
    assert [one.n for one in item_statistics(ITEMS, [])] == [0] * 24


def test_a_placement_in_one_skill_is_the_same_alone_and_among_placements() -> None:
    pool = pool_of(cold_items(12, "ethics"))
    progress = with_scores(("ethics-1", 0.9), ("ethics-4", 0.2), ("ethics-7", 0.6))
    alone, among = placement(pool, progress), placements(pool, progress)["ethics"]
    assert (among.level, among.probability) == (alone.level, pytest.approx(alone.probability))
    assert [one.place for one in among.influences] == [one.place for one in alone.influences]


def test_an_answer_in_one_skill_moves_the_placement_in_another_a_little() -> None:
    found = placements(POOL, with_scores(("ethics-1", 1.0)))
    (own,), (borrowed,) = found["ethics"].influences, found["safety"].influences
    assert 0 < borrowed.shift < own.shift
