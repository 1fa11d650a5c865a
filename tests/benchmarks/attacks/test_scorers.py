"""The catalogue must tell a scorer from things that only look like one."""

import json
from pathlib import Path

import pytest

from benchmarks.attacks.__main__ import plain
from benchmarks.attacks.attack import Demand, Family
from benchmarks.attacks.catalogue import Case, make_cases
from benchmarks.attacks.measuring import AttackRow, attack_table
from benchmarks.attacks.scorers import Outcome, Scorer, naive_scorers, shipped_scorer
from benchmarks.attacks.table import failed_rows, printed_attacks, verdict
from benchmarks.attacks.texts import OTHER_SCRIPTS
from skillprep.bank.question import Question
from skillprep.bank.vocabulary import Level
from skillprep.web.attacked import find_attacks
from tests.benchmarks.attacks.scenes import answers, questions
from tests.scoring.making import HASHING

PASS_MARK = 0.6
GOOD, WORSE = Outcome(0.9, False), Outcome(0.2, False)
NAIVE = naive_scorers(HASHING.embed)


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    return make_cases(questions(), questions(), answers())


@pytest.fixture(scope="module")
def naive_rows(cases: list[Case]) -> dict[str, list[AttackRow]]:
    """What scorers that know nothing make of the texts for three of the questions."""
    few = [case for case in cases if case.question in questions()[:3]]
    return {name: attack_table(few, scorer, PASS_MARK) for name, scorer in NAIVE.items()}


def knowing(cases: list[Case]) -> Scorer:
    """A scorer that was told what is demanded of it for each text."""
    known = {(case.question.id, case.start): GOOD for case in cases if case.attack.compares}
    wanted = {Demand.LOW: Outcome(0.0, False), Demand.UNSUPPORTED: Outcome(None, True), Demand.DROPPED: WORSE}
    for case in cases:
        outcome = wanted.get(case.attack.rule.demand, GOOD)
        assert known.setdefault((case.question.id, case.text), outcome) == outcome

    def judged(question: Question, text: str, _level: Level) -> Outcome:
        return known[question.id, text]

    return judged


def test_no_two_demands_contradict_each_other(cases: list[Case]) -> None:
    assert failed_rows(attack_table(cases, knowing(cases), PASS_MARK)) == []


@pytest.mark.parametrize("name", NAIVE)
def test_a_naive_scorer_fails(name: str, naive_rows: dict[str, list[AttackRow]]) -> None:
    assert verdict(name, 3, naive_rows[name]).failed >= 3


@pytest.mark.parametrize("name", ["whole-answer cosine", "length", "always 60"])
def test_points_for_nothing_show_in_worthless_answers_and_denials(
    name: str, naive_rows: dict[str, list[AttackRow]]
) -> None:
    assert {Family.WORTHLESS, Family.DENIAL} <= {row.family for row in failed_rows(naive_rows[name])}


@pytest.mark.parametrize("name", ["always 0", "always 100, always flagged"])
def test_refusing_or_flagging_everything_shows_in_honest_answers(
    name: str, naive_rows: dict[str, list[AttackRow]]
) -> None:
    assert Family.HONEST in {row.family for row in failed_rows(naive_rows[name])}


def test_the_shipped_scorer_is_asked_without_the_published_model_answer() -> None:
    question = questions()[0]
    outcome = shipped_scorer(HASHING)(question, question.model_answers[-1].text, question.level)
    assert outcome.value is not None
    assert "model-answer-pasted" not in outcome.guards


def test_no_score_is_a_flag_and_not_a_zero() -> None:
    question = questions()[0]
    outcome = shipped_scorer(HASHING)(question, OTHER_SCRIPTS["Russian"], question.level)
    assert (outcome.value, outcome.flagged) == (None, True)


def test_a_text_that_is_too_long_is_refused_and_not_an_error() -> None:
    question = questions()[0]
    assert shipped_scorer(HASHING)(question, "word " * 20_000, question.level) == Outcome(None, True, ("refused",))


def test_the_page_can_read_what_a_run_writes(cases: list[Case], tmp_path: Path) -> None:
    few = [case for case in cases if case.question.id == questions()[0].id]
    rows = attack_table(few, shipped_scorer(HASHING), PASS_MARK)
    naive = [verdict("length", 1, attack_table(few, NAIVE["length"], PASS_MARK))]
    file = tmp_path / "attacks.json"
    file.write_text(json.dumps(plain(rows, naive, "test", 1, HASHING)), "utf-8")
    found = find_attacks(file)
    assert found is not None
    assert [row.name for row in found.rows] == [row.name for row in rows]
    assert len(printed_attacks(rows).splitlines()) > len(rows)
