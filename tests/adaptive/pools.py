"""Small pools for tests."""

import numpy as np

from skillprep.adaptive.grid import Floats, Singles
from skillprep.adaptive.pool import Item, Pool, pool_of
from skillprep.adaptive.response import SIGMA, bins_of, score_tables
from skillprep.bank.vocabulary import Level

LEVELS = list(Level)


def cold_items(count: int, skill: str = "ethics") -> list[Item]:
    """Items that nobody has answered, the levels in turn."""
    return [Item(f"{skill}-{number}", skill, LEVELS[number % 3]) for number in range(count)]


def cold_pool(count: int = 30, vectors: Singles | None = None) -> Pool:
    """A pool of them, of one skill."""
    return pool_of(cold_items(count), vectors)


def known_pool(count: int = 60, seed: int = 0) -> Pool:
    """A pool whose parameters are known, and differ."""
    rng = np.random.default_rng(seed)
    a, b = 0.86 * np.exp(rng.normal(0, 0.3, count)), rng.normal(0, 1.1, count)
    tables = score_tables(a, b, 0.2, SIGMA).astype(np.float32)
    return Pool(tuple(str(row) for row in range(count)), ("ethics",) * count, tables)


def simulated_bins(
    pool: Pool, theta: Floats, rng: np.random.Generator
) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
    """The bin of every person's answer to every item [person, item], drawn from the pool's own tables."""
    step = np.abs(theta[:, None] - np.linspace(-4, 4, 61)).argmin(axis=1)
    chances = pool.tables[:, :, step].astype(float).cumsum(axis=1)
    draws = rng.random((len(theta), len(pool.item_ids)))
    found = (chances.transpose(2, 0, 1) < draws[:, :, None]).sum(axis=2)
    return bins_of(np.minimum(found, 10) / 10)
