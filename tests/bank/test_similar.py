"""Near-duplicates."""

import numpy as np

from skillprep.bank.similar import Pair, similar_pairs


def test_pairs_at_or_above_the_bound_come_closest_first() -> None:
    angles = np.radians([0, 10, 90, 95])
    vectors = np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)
    pairs = similar_pairs(["a", "b", "c", "d"], vectors, at_least=0.9)
    assert pairs == [Pair("c", "d", 0.996), Pair("a", "b", 0.985)]


def test_a_text_is_never_paired_with_itself() -> None:
    assert similar_pairs(["a"], np.ones((1, 1), dtype=np.float32), 0.5) == []
