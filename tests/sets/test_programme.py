"""The mixed-integer programme, on a problem whose best answer others have computed too."""

import pytest

from skillprep.sets.conflict import clash
from skillprep.sets.programme import Goal, Limits, State, best, feasible
from tests.sets.science import names, optimum, science

EXACT = Limits(seconds=60, gap=0.0)


def test_it_finds_the_optimum_of_testdesigns_science_problem() -> None:
    found = best(science(), EXACT)
    assert found.state is State.SOLVED
    assert found.value == pytest.approx(optimum()["maxinfo_optimum"], abs=1e-6)
    assert found.value == pytest.approx(37.687622, abs=1e-6)
    assert names(found.forms[0]) == optimum()["maxinfo_items"]


def test_the_least_information_at_any_target_is_as_large_as_can_be() -> None:
    found = best(science(goal=Goal.LEAST), Limits(seconds=60, gap=1e-4))
    assert found.value <= optimum()["maximin_optimum"] + 1e-6
    assert found.value == pytest.approx(optimum()["maximin_optimum"], rel=2e-4)
    assert found.bound >= optimum()["maximin_optimum"] - 1e-6


def test_two_disjoint_forms_of_it_are_infeasible_and_the_clash_is_named() -> None:
    problem = science(forms=2)
    assert best(problem, EXACT).state is State.INFEASIBLE
    found = clash(problem, EXACT)
    assert found.irreducible
    assert feasible(problem.only(found.rules), EXACT) is False
    for rule in found.rules:
        assert feasible(problem.only([one for one in found.rules if one is not rule]), EXACT) is True
    # The bank has too few items of standard 3 for two forms: content alone, no other rule, is in the way.
    assert {rule.path[0] for rule in found.rules} == {"C7", "C18", "C19", "forms"}
