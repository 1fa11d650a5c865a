"""Sets: every one satisfies every wish, counted by something other than the programme."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skillprep.bank.vocabulary import Kind, Level
from skillprep.errors import InvalidInputError
from skillprep.sets.assemble import Conflict, assemble
from skillprep.sets.check import violations
from skillprep.sets.information import information
from skillprep.sets.pool import Pool, pool_of
from skillprep.sets.programme import Limits
from skillprep.sets.question_set import QuestionSet
from tests.sets.making import NAMES, TAGS, blueprint, grid, ids, item

POOL = grid(
    each=2,
    similarity={
        ("alpha-beginner-case-0", "alpha-beginner-case-1"): 0.9,
        ("alpha-beginner-case-0", "beta-beginner-case-0"): 0.85,
        ("beta-advanced-technical-0", "beta-advanced-technical-1"): 0.7,
    },
)
IDS = [one.id for one in POOL.items]

amounts = st.one_of(
    st.integers(0, 5),
    st.just("any"),
    st.sampled_from(["25%", "50%", "70%"]),
    st.tuples(st.integers(0, 3), st.integers(0, 4)).map(lambda two: {"min": two[0], "max": two[0] + two[1]}),
)
wishes = st.fixed_dictionaries(
    {"questions": st.integers(1, 9)},
    optional={
        "minutes": st.one_of(st.integers(3, 60), st.just({"min": 10, "max": 40})),
        "skills": st.dictionaries(st.sampled_from(list(NAMES)), amounts, max_size=2),
        "levels": st.dictionaries(st.sampled_from([one.value for one in Level]), amounts, max_size=3),
        "kinds": st.dictionaries(st.sampled_from([one.value for one in Kind]), amounts, max_size=3),
        "must_have": st.lists(st.sampled_from(IDS[:18]), max_size=2, unique=True),
        "must_not": st.lists(st.sampled_from(IDS[18:]), max_size=3, unique=True),
        "topics": st.lists(
            st.lists(st.sampled_from(TAGS), min_size=1, max_size=4, unique=True).flatmap(
                lambda tags: st.fixed_dictionaries({"tags": st.just(tags), "at_least": st.integers(1, len(tags))})
            ),
            max_size=2,
        ),
        "similarity_below": st.sampled_from([0.6, 0.8, 0.95]),
        "target": st.sampled_from([None, "beginner", [-1.0, 1.0]]),
        "forms": st.fixed_dictionaries({"count": st.integers(1, 3), "overlap": st.integers(0, 2)}),
    },
)
thorough = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@given(wishes)
@thorough
def test_a_set_keeps_every_wish_and_a_conflict_is_real_and_its_offer_works(asked: dict[str, Any]) -> None:
    wish = blueprint(**asked)
    found = assemble(wish, POOL)
    if isinstance(found, QuestionSet):
        assert violations(wish, POOL, ids(found)) == []
        for form in ids(found):
            assert set(wish.must_have) <= set(form)
            assert not set(wish.must_not) & set(form)
        assert 0 < found.value <= found.bound
    else:
        assert found.wishes
        assert found.relaxed is not None
        again = assemble(found.relaxed, POOL)
        assert isinstance(again, QuestionSet)
        assert violations(found.relaxed, POOL, ids(again)) == []
        assert found.changes


@given(st.permutations(POOL.items))
@settings(max_examples=10, deadline=None)
def test_the_order_of_the_bank_changes_nothing(items: list[Any]) -> None:
    wish = blueprint(questions=5, kinds={"case": 2, "technical": "any"}, forms={"count": 2})
    assert assemble(wish, pool_of(items, None, NAMES)) == assemble(wish, POOL)


def test_it_measures_as_well_as_the_best_of_all_sets_tried_one_by_one() -> None:
    from itertools import combinations  # noqa: PLC0415

    pool = pool_of([one for one in POOL.items if one.skill == "alpha"], None, NAMES)
    wish = blueprint(questions=4, minutes=18, levels={"beginner": 1, "intermediate": "any", "advanced": 1})
    found = assemble(wish, pool, Limits(gap=0.0))
    assert isinstance(found, QuestionSet)
    table = dict(zip([one.id for one in pool.items], information(pool.items, found.targets), strict=True))
    best = max(
        sum(table[one] for one in some).min() for some in combinations(table, 4) if not violations(wish, pool, [some])
    )
    assert found.value == pytest.approx(best, abs=1e-4)


def test_ties_go_to_the_question_used_less_and_then_to_the_earlier_name() -> None:
    pool = pool_of([item("aa", used=2), item("bb"), item("cc"), item("dd", used=1)], None, NAMES)
    assert ids(built(blueprint(questions=2), pool)) == [["bb", "cc"]]
    assert ids(built(blueprint(questions=3), pool)) == [["bb", "cc", "dd"]]


def test_parallel_forms_measure_about_equally_well() -> None:
    found = built(blueprint(questions=4, forms={"count": 3}), grid(each=4))
    least = [min(form.information) for form in found.forms]
    assert max(least) / min(least) < 1.1
    assert len({one for form in ids(found) for one in form}) == 12


def test_each_reason_has_its_wishes_its_share_and_its_runner_up() -> None:
    found = built(blueprint(questions=4, skills={"alpha": 2, "beta": 2}, must_have=["beta-advanced-case-0"]), POOL)
    reasons = {one.question_id: one for one in found.forms[0].questions}
    assert reasons["beta-advanced-case-0"].reason.startswith("You asked for it by name.")
    free = next(one for one in reasons.values() if one.skill == "alpha")
    assert free.reason.startswith("Counts towards 2 questions on Alpha. It brings ")
    assert "others that would fit" in free.reason
    assert free.runner_up in IDS
    assert free.runner_up_loss is not None
    assert sum(one.information[0] for one in reasons.values()) == pytest.approx(found.forms[0].information[0], abs=1e-3)


def test_a_question_that_nothing_could_replace_says_so() -> None:
    pool = pool_of([item("only", kind=Kind.CASE), item("other")], None, NAMES)
    found = built(blueprint(questions=2, kinds={"case": 1, "technical": 1}), pool)
    assert "No other question could take its place" in found.forms[0].questions[0].reason


@pytest.mark.parametrize(
    ("wrong", "field", "words"),
    [
        ({"skills": {"alpho": 1}}, "skills", "Did you mean “alpha”?"),
        ({"must_have": ["nothing-like-it-at-all"]}, "must_have", "The bank has no question"),
        ({"must_not": ["alpha-beginner-case-9"]}, "must_not", "Did you mean “alpha-beginner-case-"),
        ({"topics": [{"tags": ["hirring"]}]}, "topics", "Did you mean “hiring”?"),
    ],
)
def test_names_that_stand_for_nothing_are_refused(wrong: dict[str, Any], field: str, words: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        assemble(blueprint(**wrong), POOL)
    assert caught.value.field == field
    assert words in str(caught.value)


def test_likeness_without_vectors_and_an_empty_bank_are_refused() -> None:
    with pytest.raises(InvalidInputError, match="How alike"):
        assemble(blueprint(similarity_below=0.8), pool_of([item("one")], None, NAMES))
    with pytest.raises(InvalidInputError, match="no question"):
        assemble(blueprint(), pool_of([], None, NAMES))


def test_a_search_cut_short_never_passes_for_a_proof() -> None:
    wish = blueprint(questions=9, forms={"count": 3}, kinds={"case": 3, "technical": 3, "behavioural": 3})
    with pytest.raises(InvalidInputError, match="nor was it shown"):
        assemble(wish, grid(each=4), Limits(seconds=0.0, gap=0.0))


def built(wish: Any, pool: Pool) -> QuestionSet:
    """The set, which must exist."""
    found = assemble(wish, pool)
    assert not isinstance(found, Conflict), found
    return found
