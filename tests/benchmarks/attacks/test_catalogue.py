from random import Random

import pytest

from benchmarks.attacks.attack import Attack, Demand, Family, Half, Scene
from benchmarks.attacks.catalogue import ATTACKS, make_case, make_cases
from tests.benchmarks.attacks.scenes import answers, questions

HELD_OUT = {
    Family.WORTHLESS: 24,
    Family.DENIAL: 23,
    Family.PADDING: 8,
    Family.PERTURBATION: 15,
    Family.IDENTITY: 7,
}


def test_no_two_attacks_share_a_name_in_one_half_of_a_family() -> None:
    assert len({(one.family, one.half, one.name) for one in ATTACKS}) == len(ATTACKS)


@pytest.mark.parametrize(("family", "fewest"), HELD_OUT.items())
def test_no_held_out_half_shrinks_or_falls_under_half_of_the_seen_attacks_that_pile_up_beside_it(
    family: Family, fewest: int
) -> None:
    sizes = {half: sum(one.family is family and one.half is half for one in ATTACKS) for half in Half}
    assert sizes[Half.HELD_OUT] >= max(fewest, 0.5 * sizes[Half.DEVELOPMENT])


def test_every_family_but_the_honest_answers_has_a_held_out_half() -> None:
    assert (
        {one.family for one in ATTACKS if one.half is Half.HELD_OUT} == set(Family) - {Family.HONEST} == set(HELD_OUT)
    )


def test_the_halves_make_different_texts() -> None:
    made = make_cases(questions(), questions(), answers())
    texts = {half: {case.text for case in made if case.attack.half is half} for half in Half}
    assert texts[Half.DEVELOPMENT].isdisjoint(texts[Half.HELD_OUT])


def test_every_attack_applies_to_some_question() -> None:
    met = {case.attack for case in make_cases(questions(), questions(), answers())}
    assert [one.name for one in ATTACKS if one not in met] == []


def test_the_same_texts_are_made_in_any_order_and_for_any_part() -> None:
    whole = make_cases(questions(), questions(), answers())
    part = make_cases(questions()[3:4], questions(), answers(), ATTACKS[::-1])
    assert {(case.attack.name, case.text) for case in part} <= {(case.attack.name, case.text) for case in whole}


def test_an_attack_that_changes_nothing_makes_no_case() -> None:
    rule = next(one for one in ATTACKS if one.rule.demand is Demand.MEAN_LOSS).rule
    idle = Attack("idle", Family.PERTURBATION, Half.DEVELOPMENT, rule, lambda s: s.answer, lambda _: "The same.")
    assert make_case(idle, Scene(questions()[0], questions(), (), Random(0))) is None
