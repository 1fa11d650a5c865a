"""How often questions have been asked lately, and what a worn question costs.

A question's expected gain is multiplied by (1 - rate / cap)^k: it gives way first where others are nearly as good, and
is never asked once its rate reaches the cap. Unlike a lottery of eligible questions (Sympson & Hetter 1985), which
loses twice the precision at the same overlap, this needs no state but the counts. k follows the overlap that the
counts show, so that a bank of questions that are worth much the same, which spreads them anyhow, pays nearly nothing.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from skillprep.adaptive.grid import Floats, Ints

SMOOTHING: Final = 5
OVERLAP: Final = 0.24
PRICE: Final = 0.33
ROOM: Final = 1.5


@dataclass(frozen=True, eq=False)
class Exposure:
    """In how many of the last `sittings` sittings each item of the pool was asked; counts [item], the pool's order."""

    counts: Ints
    sittings: int

    @property
    def rates(self) -> Floats:
        """Share of sittings, [item]; drawn towards 0 while there are few sittings."""
        return np.asarray(self.counts / (self.sittings + SMOOTHING))


def overlap_of(rates: Floats) -> float:
    """Mean share of questions that two sittings have in common: sum r^2 / sum r. 0 before anything was asked."""
    return float(rates @ rates / max(float(rates.sum()), 1e-9))


def fair(limit: float, length: int, items: int) -> float:
    """The limit that can hold: in a small pool each question must be asked in length / items of the sittings."""
    return max(limit, ROOM * length / max(items, 1))


def discounts(exposure: Exposure, cap: float, length: int) -> Floats:
    """By what to multiply each item's gain, in [0, 1]: 0 from the cap on. `length`: questions of a sitting."""
    rates = exposure.rates
    power = PRICE * (overlap_of(rates) / fair(OVERLAP, length, len(rates))) ** 2
    room = np.clip(1 - rates / fair(cap, length, len(rates)), 0.0, 1.0)
    return np.asarray(np.where(room > 0, room**power, 0.0))
