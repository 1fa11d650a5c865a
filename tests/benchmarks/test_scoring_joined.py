"""How the rule for thinly described targets is fitted."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from benchmarks.scoring_data import Case, plain_windows
from benchmarks.scoring_joined import fit_joined
from skillprep.scoring.reference import Target, make_reference
from skillprep.scoring.values import Infer
from tests.scoring.making import HASHING

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
    joined = fit_joined(cases(true), HASHING.head, follows(true))
    assert joined.follows > 1
    assert joined.logit(0.0, 2.0) > 1 > -1 > joined.logit(0.0, -2.0)


def test_where_it_says_nothing_it_has_no_weight() -> None:
    joined = fit_joined(cases(set(ANSWERS[::2])), HASHING.head, follows(set()))
    assert abs(joined.follows) < 0.05
