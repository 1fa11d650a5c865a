import math

import pytest

from benchmarks.attacks.attack import Attack, Demand, Family, Half, Rule
from benchmarks.attacks.catalogue import Case
from benchmarks.attacks.measuring import AttackRow, attack_table, mean_of, share
from benchmarks.attacks.scorers import Outcome
from benchmarks.attacks.table import failed_rows, printed_attacks, printed_examples, verdict
from skillprep.bank.question import Question
from skillprep.bank.vocabulary import Level
from tests.benchmarks.attacks.scenes import questions

HONEST = "honest"


def row(demand: Demand, limit: float | None, honest: Outcome, *found: Outcome) -> AttackRow:
    """One attack that makes a text for each outcome, judged by a scorer that knows them."""
    attack = Attack("attack", Family.DENIAL, Half.DEVELOPMENT, Rule(demand, limit), lambda _: "", lambda _: "")
    known = {HONEST: honest} | {f"text {place}": outcome for place, outcome in enumerate(found)}
    cases = [Case(attack, questions()[0], HONEST, text) for text in known if text != HONEST]

    def scorer(_question: Question, text: str, _level: Level) -> Outcome:
        return known[text]

    return attack_table(cases, scorer, pass_mark=0.6)[0]


GOOD = Outcome(0.9, False)
NONE = Outcome(None, True)


@pytest.mark.parametrize(
    ("demand", "outcome", "fine"),
    [
        (Demand.LOW, Outcome(0.25, False), True),
        (Demand.LOW, Outcome(0.26, False), False),
        (Demand.LOW, Outcome(0.90, True), True),
        (Demand.LOW, NONE, True),
        (Demand.UNSUPPORTED, NONE, True),
        (Demand.UNSUPPORTED, Outcome(0.0, False), False),
        (Demand.DROPPED, Outcome(0.60, False), True),
        (Demand.DROPPED, Outcome(0.61, False), False),
        (Demand.DROPPED, Outcome(0.90, True), True),
        (Demand.NO_GAIN, Outcome(0.93, False), True),
        (Demand.NO_GAIN, Outcome(0.94, False), False),
        (Demand.STILL_ACCEPTED, Outcome(0.60, False), True),
        (Demand.STILL_ACCEPTED, Outcome(0.90, True), False),
        (Demand.ACCEPTED, Outcome(0.59, False), False),
    ],
)
def test_one_text_meets_its_demand_or_not(demand: Demand, outcome: Outcome, fine: bool) -> None:
    assert row(demand, 1.0, GOOD, outcome).passed is fine


def test_a_share_must_reach_its_limit() -> None:
    low, high = Outcome(0.1, False), Outcome(0.8, False)
    assert row(Demand.LOW, 0.75, GOOD, low, low, low, high).passed is True
    assert row(Demand.LOW, 0.76, GOOD, low, low, low, high).passed is False


def test_losses_and_gains_offset_each_other_in_a_mean_loss_but_not_in_a_mean_change() -> None:
    up, down = Outcome(1.0, False), Outcome(0.8, False)
    assert row(Demand.MEAN_LOSS, 0.01, GOOD, up, down).figure.value == pytest.approx(0.0)
    assert row(Demand.MEAN_CHANGE, 0.01, GOOD, up, down).figure.value == pytest.approx(0.1)


def test_no_score_costs_an_honest_answer_everything() -> None:
    assert row(Demand.MEAN_LOSS, 0.04, GOOD, NONE).figure.value == pytest.approx(0.9)


def test_what_scored_nothing_has_nothing_to_lose_and_a_demand_without_texts_is_not_met() -> None:
    found = row(Demand.DROPPED, 0.9, Outcome(0.1, False), Outcome(0.1, False))
    assert found.n == 0
    assert found.passed is False
    assert math.isnan(found.figure.value)
    assert "nothing to judge" in printed_attacks([found])


def test_only_answers_accepted_before_can_stay_accepted() -> None:
    assert row(Demand.STILL_ACCEPTED, 0.98, Outcome(0.5, False), Outcome(0.1, False)).n == 0


def test_a_row_for_scale_neither_passes_nor_fails() -> None:
    found = row(Demand.ACCEPTED, None, GOOD, GOOD, Outcome(0.1, False))
    assert found.passed is None
    assert verdict("someone", 1, [found]).demands == 0


def test_failing_texts_are_kept_worst_first_and_held_out_ones_are_not_shown() -> None:
    found = row(Demand.LOW, 0.99, GOOD, Outcome(0.3, False), Outcome(0.8, False), Outcome(0.1, False))
    assert [one.outcome.value for one in found.failing] == [0.8, 0.3]
    assert failed_rows([found]) == [found]
    assert "score 80" in printed_examples([found], 1)
    assert "score 30" not in printed_examples([found], 1)
    held = AttackRow(**{**vars(found), "half": Half.HELD_OUT.value})
    assert printed_examples([held], 3) == ""


def test_wilsons_interval_is_not_empty_when_all_succeed() -> None:
    found = share([True] * 50)
    assert (found.value, found.high) == (1.0, pytest.approx(1.0))
    assert found.low == pytest.approx(0.9287, abs=0.0005)


def test_the_interval_of_a_mean_holds_it_and_narrows_with_more() -> None:
    few, many = mean_of([0.0, 0.1] * 5), mean_of([0.0, 0.1] * 200)
    assert few.low < few.value < few.high
    assert many.high - many.low < few.high - few.low


def test_the_same_text_is_scored_once() -> None:
    asked: list[str] = []
    attack = Attack("a", Family.PADDING, Half.DEVELOPMENT, Rule(Demand.NO_GAIN, 1.0), lambda _: "", lambda _: "")

    def counting(_question: Question, text: str, _level: Level) -> Outcome:
        asked.append(text)
        return GOOD

    attack_table([Case(attack, questions()[0], HONEST, "text")] * 3, counting, 0.6)
    assert sorted(asked) == [HONEST, "text"]
