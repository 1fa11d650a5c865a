"""The next question."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillprep.adaptive.ability import posterior_of
from skillprep.adaptive.exposure import Exposure
from skillprep.adaptive.gain import expected_gains
from skillprep.adaptive.grid import normal_prior
from skillprep.adaptive.pool import Pool, pool_of
from skillprep.adaptive.reasons import Motive, Relaxed
from skillprep.adaptive.select import Rules, Selection, State, select
from skillprep.errors import InvalidInputError
from tests.adaptive.pools import cold_items, cold_pool, known_pool, simulated_bins

PRIOR = normal_prior(0.0, 0.9)
GREEDY = Rules(first_power=np.inf, last_power=np.inf, doubt_from=np.inf, seldom_share=0.0)


def chosen(pool: Pool, state: State, rules: Rules, exposure: Exposure | None = None, seed: int = 0) -> Selection:
    found = select(pool, state, rules, np.random.default_rng(seed), exposure)
    assert found is not None
    return found


def test_without_chance_the_question_with_the_largest_gain_is_asked() -> None:
    pool = known_pool()
    found = chosen(pool, State({"ethics": PRIOR}), GREEDY)
    gains = expected_gains(pool.tables, PRIOR)
    assert found.place == gains.argmax()
    assert (found.why.motive, found.why.rank, found.why.candidates) == (Motive.MEASURE, 1, 60)
    assert found.why.se_before == pytest.approx(0.9, abs=1e-3)
    assert found.why.se_expected == pytest.approx(float(np.sqrt(found.why.se_before**2 - gains.max())), abs=1e-6)
    assert 0 < found.why.expected_score < 1


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 9))
def test_no_question_comes_twice_and_every_question_comes(seed: int, count: int) -> None:
    pool, rng, state = cold_pool(count), np.random.default_rng(seed), State({"ethics": PRIOR})
    exposure = Exposure(rng.integers(0, 100, count), 100)
    while (found := select(pool, state, Rules(), rng, exposure)) is not None:
        assert found.place not in state.asked
        state = replace(state, asked=(*state.asked, found.place))
    assert sorted(state.asked) == list(range(count))


def test_the_same_generator_gives_the_same_question() -> None:
    pool, state = cold_pool(), State({"ethics": PRIOR})
    assert chosen(pool, state, Rules(), seed=5) == chosen(pool, state, Rules(), seed=5)
    assert len({chosen(pool, state, Rules(), seed=seed).place for seed in range(40)}) > 5


def test_chance_fades_through_the_sitting() -> None:
    pool, rules = known_pool(), replace(GREEDY, first_power=3.0, last_power=300.0)
    early = [chosen(pool, State({"ethics": PRIOR}), rules, seed=seed).why.rank for seed in range(60)]
    state = State({"ethics": PRIOR}, tuple(range(7)))
    late = [chosen(pool, state, rules, seed=seed).why.rank for seed in range(60)]
    assert np.mean(late) < 3 < np.mean(early)


def test_the_skill_furthest_below_its_share_comes_next() -> None:
    pool = pool_of([*cold_items(6, "ethics"), *cold_items(6, "safety")])
    rules = Rules(targets={"ethics": 3, "safety": 1})
    state, skills = State({"ethics": PRIOR, "safety": PRIOR}), []
    for seed in range(8):
        found = chosen(pool, state, rules, seed=seed)
        skills.append(found.why.skill_id)
        state = replace(state, asked=(*state.asked, found.place))
    assert skills.count("ethics") == 6
    assert skills[:4].count("safety") == 1


def test_another_skill_stands_in_when_one_is_used_up() -> None:
    pool = pool_of([*cold_items(1, "ethics"), *cold_items(3, "safety")])
    state = State({"ethics": PRIOR, "safety": PRIOR}, (0,))
    found = chosen(pool, state, Rules(targets={"ethics": 9, "safety": 1}))
    assert (found.why.skill_id, found.why.relaxed) == ("safety", (Relaxed.SKILL,))


def test_a_skill_without_a_share_is_never_asked() -> None:
    pool = pool_of([*cold_items(1, "ethics"), *cold_items(3, "safety")])
    state = State({"ethics": PRIOR, "safety": PRIOR}, (0,))
    assert select(pool, state, Rules(targets={"ethics": 1}), np.random.default_rng(0)) is None


@pytest.mark.parametrize("targets", [{"cookery": 1.0}, {"ethics": -1.0}, {"ethics": 0.0}])
def test_impossible_shares_are_refused(targets: dict[str, float]) -> None:
    with pytest.raises(InvalidInputError):
        select(cold_pool(3), State({"ethics": PRIOR}), Rules(targets=targets), np.random.default_rng(0))


def test_near_duplicates_of_what_was_asked_wait_until_nothing_else_is_left() -> None:
    vectors = np.eye(4, dtype=np.float32)[[0, 0, 1, 2]]
    pool, state = cold_pool(4, vectors), State({"ethics": PRIOR}, (0,))
    places = {chosen(pool, state, Rules(), seed=seed).place for seed in range(30)}
    assert places == {2, 3}
    last = chosen(pool, replace(state, asked=(0, 2, 3)), Rules())
    assert (last.place, last.why.relaxed) == (1, (Relaxed.EXPOSURE, Relaxed.SIMILARITY))


def test_a_worn_question_is_not_asked() -> None:
    pool = known_pool()
    best = chosen(pool, State({"ethics": PRIOR}), GREEDY).place
    counts = np.where(np.arange(60) == best, 500, 100)
    found = chosen(pool, State({"ethics": PRIOR}), GREEDY, Exposure(counts, 1000))
    assert found.place != best
    assert found.why.held_back_exposure == 1
    assert found.why.exposure == pytest.approx(0.1, abs=0.01)


def test_a_closed_question_is_not_asked() -> None:
    items = cold_items(4)
    pool = pool_of([replace(items[0], askable=False), *items[1:]])
    assert {chosen(pool, State({"ethics": PRIOR}), Rules(), seed=seed).place for seed in range(30)} <= {1, 2, 3}


def test_exposure_stays_under_its_cap_and_the_whole_bank_is_used() -> None:
    pool, rng = known_pool(120), np.random.default_rng(1)
    bins = simulated_bins(pool, rng.normal(0, 0.9, 300), rng)
    counts = np.zeros(120, dtype=np.int64)
    for person, answers in enumerate(bins):
        state = State({"ethics": PRIOR})
        for _ in range(8):
            place = chosen(pool, state, Rules(), Exposure(counts, person), seed=int(rng.integers(1 << 40))).place
            posterior = posterior_of(state.posteriors["ethics"], pool.likelihood(place, int(answers[place]))[None])
            state = State({"ethics": posterior}, (*state.asked, place))
        counts[list(state.asked)] += 1
    assert counts.max() / 300 <= 0.45
    assert (counts > 0).mean() >= 0.85
    assert (counts * (counts - 1.0)).sum() / (300 * 299 * 8) <= 0.26


def test_two_places_of_eight_are_kept_for_questions_that_are_not_known() -> None:
    pool = cold_pool()
    motives = [chosen(pool, State({"ethics": PRIOR}, tuple(range(asked))), Rules()).why.motive for asked in range(8)]
    assert [place for place, motive in enumerate(motives) if motive is Motive.LEARN_QUESTION] == [2, 5]


def test_known_questions_need_no_place_for_learning() -> None:
    state = State({"ethics": PRIOR}, (0, 1))
    assert chosen(known_pool(), state, Rules()).why.motive is Motive.MEASURE


def test_a_question_that_hardly_anybody_was_asked_is_taken_now_and_then() -> None:
    counts = np.full(60, 20)
    counts[17] = 0
    state, exposure = State({"ethics": PRIOR}), Exposure(counts, 200)
    found = [chosen(known_pool(), state, replace(GREEDY, seldom_share=0.5), exposure, seed=n) for n in range(40)]
    assert {one.place for one in found if one.why.motive is Motive.SELDOM_ASKED} == {17}


@pytest.mark.parametrize("wrong", [{"length": 0}, {"cap": 0.0}, {"cap": 1.5}, {"first_power": 0.0}, {"among": 0}])
def test_impossible_rules_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(InvalidInputError):
        Rules(**wrong)
