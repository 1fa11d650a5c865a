"""How much the next answer is expected to tell: minimum expected posterior variance (MEPV; van der Linden 1998)."""

from typing import Final

import numpy as np

from skillprep.adaptive.grid import THETA, Floats, Ints, Singles
from skillprep.adaptive.pool import Pool

PREFILTER_FROM: Final = 20_000
PREFILTER_TO: Final = 2_000


def expected_gains(tables: Singles, posteriors: Floats) -> Floats:
    """Variance that one answer to each item is expected to take off: [.., item] for posteriors [.., theta].

    With m0 = sum_t F p and m1 = sum_t F p (theta - mean) for each score, the expected posterior variance, each score
    weighted by its posterior-predictive probability m0, is var - sum m1^2 / m0. The gain is that sum: never negative.
    """
    items, bins, count = tables.shape
    rows = np.atleast_2d(posteriors)
    centred = rows * (THETA - (rows @ THETA)[:, None])
    flat = tables.reshape(items * bins, count)
    weights = np.concatenate([rows, centred]).astype(np.float32)
    sums = (flat @ weights.T).reshape(items, bins, 2, len(rows))
    gains = (sums[:, :, 1] ** 2 / sums[:, :, 0]).sum(axis=1).T
    return np.asarray(gains.reshape(*posteriors.shape[:-1], items), dtype=np.float64)


def expected_scores(tables: Singles, posterior: Floats) -> Floats:
    """Posterior-predictive mean score of each item, in [0, 1]."""
    bins = tables.shape[1]
    return np.asarray((tables @ posterior.astype(np.float32)) @ (np.arange(bins) / (bins - 1)), dtype=np.float64)


def gains_of(pool: Pool, posterior: Floats) -> Floats:
    """Expected gain of every item of the pool for one posterior.

    In a pool of 20,000 and more, items outside the 2,000 with the most information under the posterior count as 0.
    """
    if len(pool.item_ids) < PREFILTER_FROM:
        return expected_gains(pool.tables, posterior)
    kept = most_informative(pool, posterior)
    gains = np.zeros(len(pool.item_ids))
    gains[kept] = expected_gains(pool.tables[kept], posterior)
    return gains


def most_informative(pool: Pool, posterior: Floats) -> Ints:
    """Rows of the items with the highest posterior-weighted information."""
    weighted = pool.information @ posterior.astype(np.float32)
    return np.argpartition(-weighted, PREFILTER_TO)[:PREFILTER_TO].astype(np.int64)
