"""How the rule for thinly described targets is fitted."""

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from benchmarks.scoring_data import Case, plain_windows, question_case
from benchmarks.scoring_joined import fit_joined, thinned
from skillprep.scoring.reference import Target, make_reference
from skillprep.scoring.values import Infer
from tests.scoring.making import GOOD, HASHING, question

REFERENCE = make_reference(
    "Why?", (Target("reference", ("The current flows when the circuit is closed.",)),), HASHING.embed
)
ANSWERS = [f"The circuit is {word} and current flows" for word in ("closed", "open", "shut", "broken", "cut", "whole")]


def follows(true: set[str]) -> Infer:
    def infer(pairs: Sequence[tuple[str, str]]) -> NDArray[np.float64]:
        return np.array([(0.0, 2.0 if said.strip(".") in true else -2.0) for said, _ in pairs])

    return infer


def cases(true: set[str]) -> list[Case]:
    windows = [(text, plain_windows(text, HASHING.embed)) for text in ANSWERS]
    return [Case("short", text, text, REFERENCE, found, {0: int(text in true)}, 1) for text, found in windows]


def test_where_the_second_model_is_right_it_decides() -> None:
    true = set(ANSWERS[::2])
    joined = fit_joined([cases(true)], HASHING.head, follows(true))
    assert joined.follows > 1
    assert joined.logit(0.0, 2.0) > 1 > -1 > joined.logit(0.0, -2.0)


def test_where_it_says_nothing_it_has_no_weight() -> None:
    joined = fit_joined([cases(set(ANSWERS[::2]))], HASHING.head, follows(set()))
    assert abs(joined.follows) < 0.05


def test_a_kind_counts_as_much_as_another_however_many_cases_it_has() -> None:
    true, false = cases(set(ANSWERS)), cases(set())
    judge = follows(set(ANSWERS[::2]))
    even = fit_joined([true, false], HASHING.head, judge)
    assert fit_joined([true, false * 20], HASHING.head, judge) == even
    assert even.logit(0.0, -2.0) == pytest.approx(even.logit(0.0, 2.0), abs=0.05)


def test_a_question_of_the_bank_is_stripped_to_the_statements_of_its_points() -> None:
    case = question_case("labelled", question(), GOOD, {0: 1, 1: 0, len(question().points): 1}, HASHING.embed)
    (thin,) = thinned([case], HASHING.embed)
    assert [target.texts for target in thin.reference.targets] == [(one.statement,) for one in question().points]
    assert thin.labels == {0: 1, 1: 0}
    assert thin.windows is case.windows
