"""Which window carries each target, how probable it makes it, and whether it says the opposite."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from skillprep.scoring.features import NAMES, features
from skillprep.scoring.head import Head, Joined, Thresholds
from skillprep.scoring.negation import denies
from skillprep.scoring.reference import Reference, Target
from skillprep.scoring.values import Infer
from skillprep.scoring.windows import Windows
from skillprep.scoring.words import tokens

Floats = NDArray[np.float64]

DECIMALS = 4
"""Encoder rows differ in the seventh decimal between batch sizes and thread counts; four decimals are the same."""
TIE = 1e-4
FEWEST_TOGETHER = 2
CONTRADICTED, FOLLOWS = 0, 1
"""Columns of what a model infers."""


@dataclass(frozen=True)
class Finding:
    """The best window of one target (None when there are no windows) and the probability that it expresses it. `held`:
    what the probability may be at most, because the window seems to deny the target; None where it does not."""

    window: int | None
    probability: float
    held: float | None = None

    @property
    def denied(self) -> bool:
        """Whether the window seems to say the opposite."""
        return self.held is not None


@dataclass(frozen=True)
class Best:
    """The window that speaks most for a target, and how probable it makes it."""

    target: int
    window: int
    probability: float


def find_evidence(
    reference: Reference, windows: Windows, head: Head, infer: Infer | None = None
) -> tuple[Finding, ...]:
    """One finding a target, in the reference's order. Without a model that infers, a rule about negation stands in."""
    if not len(windows):
        return tuple(Finding(None, 0.0) for _ in reference.targets)
    columns = [NAMES.index(name) for name in head.features]
    logits = head.logits(features(reference, windows)[:, :, columns])
    best = [best_window(target, row) for target, row in enumerate(sigmoid(logits))]
    if infer and head.joined:
        best = read_again(reference, windows, best, logits, head.joined, infer)
    held = denied_targets(reference, windows, best, head.thresholds, infer)
    return tuple(Finding(one.window, one.probability, held.get(one.target)) for one in best)


def sigmoid(logits: Floats) -> Floats:
    """1 / (1 + exp(-x)); clipped so that it never overflows."""
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(logits, -30.0, 30.0))))


def best_window(target: int, row: Floats) -> Best:
    """The first window within a hair of the best: ties must not depend on the last bits of the encoder's rows."""
    return Best(target, int(np.argmax(row >= row.max() - TIE)), round(float(row.max()), DECIMALS))


def read_again(
    reference: Reference, windows: Windows, best: Sequence[Best], logits: Floats, joined: Joined, infer: Infer
) -> list[Best]:
    """The same, thinly described targets judged by both models. The second costs as much as the encoder, and where the
    bank knows a point by many phrasings and beside others it adds nothing to speak of."""
    thin = [one for one in best if thinly_described(reference, one.target)]
    follows = dict(zip(thin, infer(pairs(reference, windows, thin))[:, FOLLOWS].tolist(), strict=True))
    odds = {one: joined.logit(float(logits[one.target, one.window]), found) for one, found in follows.items()}
    chances = {one: round(float(sigmoid(np.array(logit))), DECIMALS) for one, logit in odds.items()}
    return [replace(one, probability=chances.get(one, one.probability)) for one in best]


def thinly_described(reference: Reference, target: int) -> bool:
    """Whether a target is known by its statement alone, or has no others that set it off."""
    return len(reference.targets) == 1 or len(reference.targets[target].texts) == 1


def denied_targets(
    reference: Reference,
    windows: Windows,
    best: Sequence[Best],
    thresholds: Thresholds,
    infer: Infer | None,
) -> dict[int, float]:
    """The targets whose evidence says the opposite, and where the probability of each is held.

    Only points that look made and pitfalls that look hit are judged: of others nothing depends on it, and the model
    takes as long for a pair as the encoder for two sentences. It need be less sure where the rule sees a negation, too,
    and where the answer as a whole speaks against its points: there a denied point counts nothing, while most of what
    looks like a denial alone, in honest answers, is none.
    """
    made = [one for one in best if one.probability >= counts_from(reference.targets[one.target], thresholds)]
    if infer is None:
        return {one.target: thresholds.denied for one in made if rule_denies(reference, windows, one)}
    found = dict(zip(made, infer(pairs(reference, windows, made))[:, CONTRADICTED].tolist(), strict=True))
    on_points = [chance for one, chance in found.items() if not reference.targets[one.target].pitfall]
    limit, held = thresholds.contradicted, thresholds.denied
    if speaks_against(on_points, thresholds):
        limit, held = thresholds.contradicted_together, thresholds.denied_together
    return {
        one.target: held
        for one, chance in found.items()
        if chance >= limit or (chance >= thresholds.contradicted_negated and rule_denies(reference, windows, one))
    }


def speaks_against(chances: Sequence[float], thresholds: Thresholds) -> bool:
    """Whether the points that look made are denied on the whole. Of one sentence the model is rarely sure; but who
    makes points honestly denies few of them by chance, and who denies them denies many."""
    return len(chances) >= FEWEST_TOGETHER and float(np.mean(chances)) >= thresholds.opposed


def counts_from(target: Target, thresholds: Thresholds) -> float:
    """The probability from which a target makes a difference to the score."""
    return thresholds.pitfall if target.pitfall else thresholds.decision


def pairs(reference: Reference, windows: Windows, found: Sequence[Best]) -> list[tuple[str, str]]:
    """Each window with the text of its target that it is nearest to, to be read together."""
    return [(windows.texts[one.window], closest_text(reference, windows, one)) for one in found]


def closest_text(reference: Reference, windows: Windows, one: Best) -> str:
    """The target's text that is nearest to the window: polarity is told best from like wording."""
    cosines = reference.vectors[reference.rows(one.target)] @ windows.vectors[one.window]
    return reference.targets[one.target].texts[int(np.argmax(cosines >= cosines.max() - TIE))]


def rule_denies(reference: Reference, windows: Windows, one: Best) -> bool:
    """Whether a sentence of the window denies the target, by its negations alone."""
    expected = [tokens(text) for text in reference.targets[one.target].texts]
    topic = frozenset[str]().union(*reference.stems[reference.rows(one.target)])
    return any(denies(sentence, expected, topic) for sentence in windows.words[one.window])
