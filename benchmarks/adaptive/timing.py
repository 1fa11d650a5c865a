"""How long one selection takes, as shipped, and catsim's beside it where it is installed."""

import importlib.util
import time
from collections.abc import Callable

import numpy as np

from benchmarks.adaptive.ours import SKILL, pool_from
from benchmarks.adaptive.worlds import make_bank
from skillprep.adaptive.exposure import Exposure
from skillprep.adaptive.grid import normal_prior
from skillprep.adaptive.pool import Pool
from skillprep.adaptive.response import SIGMA, score_tables
from skillprep.adaptive.select import Rules, State, select

REPEATS = 15
CHUNK = 5000


def selection_seconds(items: int, rng: np.random.Generator) -> float:
    """Median time of one selection in the middle of a sitting, all rules on."""
    pool, exposure = timed_pool(items, rng), Exposure(rng.integers(0, 50, items), 500)
    state = State({SKILL: normal_prior(0.3, 0.6)}, (0, 1, 2))
    return median_seconds(lambda: select(pool, state, Rules(), rng, exposure))


def timed_pool(items: int, rng: np.random.Generator) -> Pool:
    """A pool of any size, its tables made in parts."""
    bank = make_bank("beta", rng, items)
    parts = [slice(start, start + CHUNK) for start in range(0, items, CHUNK)]
    tables = [score_tables(bank.a[p], bank.b[p], bank.c[p], SIGMA).astype(np.float32) for p in parts]
    return pool_from(np.concatenate(tables))


def catsim_seconds(items: int, rng: np.random.Generator) -> float | None:
    """Median time of one of catsim's selections by maximum information (right or wrong answers), or None without it."""
    if importlib.util.find_spec("catsim") is None:
        return None
    from catsim.item_bank import ItemBank  # noqa: PLC0415 - optional
    from catsim.selection import MaxInfoSelector  # noqa: PLC0415 - optional

    bank = ItemBank.generate_item_bank(items, seed=int(rng.integers(1 << 30)))
    selector = MaxInfoSelector()
    return median_seconds(lambda: selector.select(item_bank=bank, administered_items=[0, 1, 2], est_theta=0.3))


def median_seconds(act: Callable[[], object]) -> float:
    """Median of a few runs after two to warm up."""
    taken = []
    for _ in range(REPEATS + 2):
        start = time.perf_counter()
        act()
        taken.append(time.perf_counter() - start)
    return float(np.median(taken[2:]))
