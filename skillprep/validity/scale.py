"""The scale of the scores that people gave, and ours laid on it by a straight line."""

from dataclasses import dataclass

import numpy as np

from skillprep.validity.measures import Floats, Measure, Numbers, quadratic_weighted_kappa

KAPPA_BINS = 5


@dataclass(frozen=True)
class Scale:
    """Our 0 is `low`, our 1 is `high`. `stated`: somebody said so; else they are the extremes of the scores given."""

    low: float
    high: float
    stated: bool

    def of(self, values: Floats) -> Floats:
        """Our scores in [0, 1] on this scale: low + (high - low) x score. Nothing is fitted to the person's scores."""
        return np.asarray(self.low + (self.high - self.low) * values)

    def bins(self, values: Numbers) -> Numbers:
        """Five equal bins of the scale, 0 to 4; a border belongs to the upper bin, the highest score to the last."""
        shares = (np.asarray(values, dtype=np.float64) - self.low) / (self.high - self.low)
        return np.clip(np.floor(shares * KAPPA_BINS + 1e-9), 0, KAPPA_BINS - 1).astype(np.int64)

    def kappa(self) -> Measure:
        """Quadratic weighted kappa of two columns on this scale, over the five bins."""
        return lambda a, b: quadratic_weighted_kappa(self.bins(a), self.bins(b), KAPPA_BINS)

    def sentence(self) -> str:
        """How the two scales were matched, for people."""
        source = "the scale you stated" if self.stated else "the lowest and the highest score given"
        return (
            f"Our scores are laid on the given scale by a straight line, 0 becoming {self.low:g} and 1 becoming "
            f"{self.high:g} ({source}); nothing is fitted. Kappa compares {KAPPA_BINS} equal bins of that scale."
        )


def observed_scale(given: Floats) -> Scale | None:
    """The lowest to the highest of the scores; None when they do not span a scale. NaN are not scores."""
    scores = given[~np.isnan(given)]
    if not len(scores) or scores.min() == scores.max():
        return None
    return Scale(float(scores.min()), float(scores.max()), stated=False)
