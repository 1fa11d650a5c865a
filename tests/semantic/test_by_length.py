"""Texts batched by their own length, so that a row depends on its text alone."""

import numpy as np
import pytest

from skillprep.semantic.by_length import FEWEST_TOKENS, MOST_TOKENS, padded, passes
from skillprep.semantic.encoder import LocalEncoder
from skillprep.semantic.open_encoder import packaged_files

TEXTS = [f"{'We measured it for every group. ' * (number % 5 + 1)}That was run {number}." for number in range(40)]


def test_a_text_is_padded_to_the_next_multiple_of_eight() -> None:
    assert [padded(length) for length in (1, 8, 9, 16, 250, 256)] == [8, 8, 16, 16, 256, 256]


@pytest.mark.parametrize("threads", [1, 2, 8])
def test_every_text_is_in_one_pass_with_texts_of_its_padded_length(threads: int) -> None:
    lengths = [number * 7 % 250 + 3 for number in range(300)]
    groups = list(passes(lengths, threads))
    assert sorted(place for group in groups for place in group) == list(range(300))
    assert all(len({padded(lengths[place]) for place in group}) == 1 for group in groups)
    assert all(sum(padded(lengths[place]) for place in group) <= MOST_TOKENS for group in groups)


def test_few_texts_of_one_length_are_shared_between_threads_but_not_to_crumbs() -> None:
    assert [len(group) for group in passes([32] * 16, 2)] == [8, 8]
    assert [len(group) for group in passes([32] * 16, 64)] == [FEWEST_TOKENS // 32] * 4


def test_a_text_longer_than_a_pass_goes_alone() -> None:
    assert list(passes([MOST_TOKENS + 1, MOST_TOKENS + 1], 1)) == [[0], [1]]


@pytest.mark.model
def test_rows_are_equal_to_the_last_bit_in_any_batch_on_any_number_of_threads() -> None:
    one, two = (LocalEncoder(packaged_files(), threads) for threads in (1, 2))
    one.load()
    two.load()
    rows = one(TEXTS)
    assert np.array_equal(two(TEXTS), rows)
    for encoder, size in ((one, 1), (two, 1), (one, 7), (two, 32)):
        parts = [encoder(TEXTS[start : start + size]) for start in range(0, len(TEXTS), size)]
        assert np.array_equal(np.concatenate(parts), rows)
    backwards = two(TEXTS[::-1])
    assert np.array_equal(backwards[::-1], rows)
    assert two([]).shape == (0, rows.shape[1])
