"""Questions as arrays."""

import numpy as np
import pytest

from skillprep.adaptive.pool import pool_of
from skillprep.adaptive.response import SIGMA
from skillprep.errors import InvalidInputError, NotFoundError
from tests.adaptive.pools import cold_items, cold_pool, known_pool


def test_a_pool_knows_its_items_by_id() -> None:
    pool = cold_pool(5)
    assert [pool.place(item_id) for item_id in pool.item_ids] == [0, 1, 2, 3, 4]
    with pytest.raises(NotFoundError, match="no question 'cookery'"):
        pool.place("cookery")


@pytest.mark.parametrize("items", [[], [*cold_items(2), *cold_items(1)]])
def test_an_empty_pool_and_one_with_doubles_are_refused(items: list) -> None:
    with pytest.raises(InvalidInputError):
        pool_of(items)


def test_every_item_needs_its_vector() -> None:
    with pytest.raises(InvalidInputError, match="vector"):
        pool_of(cold_items(3), np.eye(2, dtype=np.float32))


def test_tables_that_were_brought_along_are_sure_of_themselves() -> None:
    pool = known_pool(4)
    rows = np.array([1, 3])
    assert (pool.doubt == 0).all()
    assert np.array_equal(pool.drawn_tables(rows, np.random.default_rng(0)), pool.tables[rows])
    assert pool.likelihood(1, 6, SIGMA) == pytest.approx(pool.tables[1, 6].astype(float))


def test_information_is_highest_near_the_difficulty() -> None:
    peaks = np.linspace(-4, 4, 61)[cold_pool(3).information.argmax(axis=1)]
    assert peaks == pytest.approx([-1.2, 0.0, 1.2], abs=0.3)
