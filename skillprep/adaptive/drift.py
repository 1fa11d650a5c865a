"""Whether questions still behave as believed: standardised residuals, misfit, and drift from early to late answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.stats import chi2

from skillprep.adaptive.belief import B, tables_of, undecided_belief
from skillprep.adaptive.calibrate import Responses, left_out_posteriors, weighed
from skillprep.adaptive.grid import Floats, Ints
from skillprep.adaptive.response import BINS, CENTRES

LEAST_EACH_HALF: Final = 20
DRIFT_Z: Final = 3.0
DRIFT_SIZE: Final = 0.4
MISFIT_P: Final = 0.001


@dataclass(frozen=True)
class Misfit:
    """Mean squared standardised residual (outfit, about 1 when the model holds), of `n` answers, and whether it is more
    than chance allows at one in a thousand."""

    n: int
    outfit: float
    flagged: bool


@dataclass(frozen=True)
class Drift:
    """How far a difficulty moved from the first to the second half of its answers: late less early, its standard error,
    and whether it moved by .4 or more and by 3 standard errors. With fewer than 20 answers in a half: None for all."""

    shift: float | None
    se: float | None
    flagged: bool


def residuals(responses: Responses, beliefs: Floats) -> Floats:
    """(score - expected) / deviation of every answer, both predicted from the person's other answers."""
    others = left_out_posteriors(responses, beliefs)
    predicted = np.empty((len(responses.items), BINS))
    for sigma in np.unique(responses.sigma_steps).tolist():
        rows = np.flatnonzero(responses.sigma_steps == sigma)
        tables = tables_of(beliefs, sigma)
        predicted[rows] = np.einsum("nkt,nt->nk", tables[responses.items[rows]], others[rows])
    mean = predicted @ CENTRES
    deviation = np.sqrt(predicted @ CENTRES**2 - mean**2)
    return np.asarray((CENTRES[responses.bins] - mean) / deviation)


def misfits(standardised: Floats, groups: Ints, count: int) -> list[Misfit]:
    """Misfit of `count` items (or people): `groups` says to which each residual belongs."""
    sizes = np.bincount(groups, minlength=count)
    sums = np.bincount(groups, standardised**2, minlength=count)
    chances = chi2.sf(sums, np.maximum(sizes, 1))
    return [
        Misfit(int(n), float(total / n) if n else 1.0, bool(n and chance < MISFIT_P))
        for n, total, chance in zip(sizes, sums, chances, strict=True)
    ]


def drifts(responses: Responses, beliefs: Floats) -> list[Drift]:
    """Drift of every item. Answers must be in the order in which they were given."""
    others = left_out_posteriors(responses, beliefs)
    halves = half_of(responses.items)
    flat = np.tile(undecided_belief(), (len(beliefs), 1))
    early, late = (fitted_half(responses, flat, others, halves == half) for half in (0, 1))
    counts = [np.bincount(responses.items[halves == half], minlength=len(beliefs)) for half in (0, 1)]
    return [drift_of(*row) for row in zip(early, late, np.minimum(*counts).tolist(), strict=True)]


def half_of(items: Ints) -> Ints:
    """0 for the first half of each item's answers, 1 for the second."""
    seen, sizes = dict.fromkeys(np.unique(items).tolist(), 0), np.bincount(items)
    halves = []
    for item in items.tolist():
        halves.append(int(seen[item] >= sizes[item] / 2))
        seen[item] += 1
    return np.array(halves, dtype=np.int64)


def fitted_half(
    responses: Responses, priors: Floats, others: Floats, mask: np.ndarray[tuple[int], np.dtype[np.bool_]]
) -> Floats:
    """Beliefs from the answers of `mask` alone."""
    part = Responses(
        responses.people[mask],
        responses.items[mask],
        responses.bins[mask],
        responses.sigmas[mask],
        responses.prior_means,
    )
    return weighed(part, priors, others[mask])


def drift_of(early: Floats, late: Floats, fewest: int) -> Drift:
    """The drift between two beliefs about one item."""
    if fewest < LEAST_EACH_HALF:
        return Drift(None, None, False)
    means: Sequence[float] = [float(belief @ B) for belief in (early, late)]
    variances = [float(belief @ B**2) - mean**2 for belief, mean in zip((early, late), means, strict=True)]
    shift, se = means[1] - means[0], float(np.sqrt(sum(variances)))
    return Drift(shift, se, abs(shift) >= DRIFT_SIZE and abs(shift) >= DRIFT_Z * se)
