"""What authors see of each question: how often, how well, how it goes with the rest, how hard, and what is odd."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from skillprep.adaptive.ability import moments
from skillprep.adaptive.belief import Estimate, estimates
from skillprep.adaptive.calibrate import Responses, left_out_posteriors
from skillprep.adaptive.drift import Drift, Misfit, drifts, misfits, residuals
from skillprep.adaptive.grid import Floats
from skillprep.adaptive.response import CENTRES

LEAST_FOR_CORRELATION: Final = 10


@dataclass(frozen=True)
class ItemStatistics:
    """Of one question: n answers; their mean score in [0, 1], None without answers; item_rest, the correlation of its
    scores with the ability its candidates showed in their other answers, None under 10 answers or without spread; the
    parameters as believed; misfit and drift."""

    item_id: str
    n: int
    mean: float | None
    item_rest: float | None
    estimate: Estimate
    misfit: Misfit
    drift: Drift


def statistics_of(item_ids: tuple[str, ...], responses: Responses, beliefs: Floats) -> list[ItemStatistics]:
    """Statistics of every item, in order. Answers must be in the order in which they were given.

    The rest is the ability from the other answers rather than their sum: adaptive sittings ask different questions.
    """
    rest, _ = moments(left_out_posteriors(responses, beliefs))
    scores = CENTRES[responses.bins]
    fits = misfits(residuals(responses, beliefs), responses.items, len(item_ids))
    figures = zip(item_ids, estimates(beliefs), fits, drifts(responses, beliefs), strict=True)
    found = []
    for row, (item_id, estimate, misfit, drift) in enumerate(figures):
        mine = responses.items == row
        mean = float(scores[mine].mean()) if mine.any() else None
        found.append(
            ItemStatistics(item_id, misfit.n, mean, correlation(scores[mine], rest[mine]), estimate, misfit, drift)
        )
    return found


def correlation(scores: Floats, rest: Floats) -> float | None:
    """Pearson's r, or None where it would say nothing."""
    if len(scores) < LEAST_FOR_CORRELATION or scores.std() < 1e-9 or rest.std() < 1e-9:
        return None
    return float(np.corrcoef(scores, rest)[0, 1])
