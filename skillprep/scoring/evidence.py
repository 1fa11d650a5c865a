"""Which window carries each target, how probable it makes it, and whether it says the opposite."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from skillprep.scoring.features import NAMES, features
from skillprep.scoring.head import Head, Thresholds
from skillprep.scoring.negation import denies, may_oppose
from skillprep.scoring.reference import Reference, Target
from skillprep.scoring.values import Contradicted
from skillprep.scoring.windows import Windows
from skillprep.scoring.words import bank_tokens, tokens

Floats = NDArray[np.float64]

DECIMALS = 4
"""Encoder rows differ in the seventh decimal between batch sizes and thread counts; four decimals are the same."""
TIE = 1e-4


@dataclass(frozen=True)
class Finding:
    """The best window of one target (None when there are no windows) and the probability that it expresses it."""

    window: int | None
    probability: float
    denied: bool


@dataclass(frozen=True)
class Best:
    """The window that speaks most for a target, and how probable it makes it."""

    target: int
    window: int
    probability: float


def find_evidence(
    reference: Reference, windows: Windows, head: Head, contradicted: Contradicted | None = None
) -> tuple[Finding, ...]:
    """One finding a target, in the reference's order. Without a polarity model a rule about negation stands in."""
    if not len(windows):
        return tuple(Finding(None, 0.0, False) for _ in reference.targets)
    columns = [NAMES.index(name) for name in head.features]
    table = sigmoid(head.logits(features(reference, windows)[:, :, columns]))
    best = [best_window(target, row) for target, row in enumerate(table)]
    denied = denied_targets(reference, windows, best, head.thresholds, contradicted)
    return tuple(Finding(one.window, one.probability, one.target in denied) for one in best)


def sigmoid(logits: Floats) -> Floats:
    """1 / (1 + exp(-x)); clipped so that it never overflows."""
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(logits, -30.0, 30.0))))


def best_window(target: int, row: Floats) -> Best:
    """The first window within a hair of the best: ties must not depend on the last bits of the encoder's rows."""
    return Best(target, int(np.argmax(row >= row.max() - TIE)), round(float(row.max()), DECIMALS))


def denied_targets(
    reference: Reference,
    windows: Windows,
    best: Sequence[Best],
    thresholds: Thresholds,
    contradicted: Contradicted | None,
) -> frozenset[int]:
    """The targets whose evidence says the opposite. Only points that look made and pitfalls that look hit are judged:
    of others nothing depends on it, and the model takes as long for a pair as the encoder for two sentences. So it is
    not asked either what could hardly be a denial. Where the rule sees a negation, too, it need be less sure."""
    made = [one for one in best if one.probability >= counts_from(reference.targets[one.target], thresholds)]
    if contradicted is None:
        return frozenset(one.target for one in made if rule_denies(reference, windows, one))
    closest = {one: closest_text(reference, windows, one) for one in made}
    asked = [one for one, (text, cosine) in closest.items() if worth_asking(windows, one, text, cosine)]
    found = contradicted([(windows.texts[one.window], closest[one][0]) for one in asked])
    return frozenset(
        one.target
        for one, chance in zip(asked, found, strict=True)
        if chance >= thresholds.contradicted
        or (chance >= thresholds.contradicted_negated and rule_denies(reference, windows, one))
    )


def counts_from(target: Target, thresholds: Thresholds) -> float:
    """The probability from which a target makes a difference to the score."""
    return thresholds.pitfall if target.pitfall else thresholds.decision


def closest_text(reference: Reference, windows: Windows, one: Best) -> tuple[str, float]:
    """The target's text that is nearest to the window, and the cosine: polarity is told best from like wording."""
    cosines = reference.vectors[reference.rows(one.target)] @ windows.vectors[one.window]
    text = reference.targets[one.target].texts[int(np.argmax(cosines >= cosines.max() - TIE))]
    return text, round(float(cosines.max()), DECIMALS)


def worth_asking(windows: Windows, one: Best, text: str, cosine: float) -> bool:
    """Whether the window might deny the text."""
    return may_oppose(tuple(chain.from_iterable(windows.words[one.window])), bank_tokens(text), cosine)


def rule_denies(reference: Reference, windows: Windows, one: Best) -> bool:
    """Whether a sentence of the window denies the target, by its negations alone."""
    expected = [tokens(text) for text in reference.targets[one.target].texts]
    topic = frozenset[str]().union(*reference.stems[reference.rows(one.target)])
    return any(denies(sentence, expected, topic) for sentence in windows.words[one.window])
