"""Whether a sentence takes back what the others say: 'I recited that for you; I have never done any of it.'

Logistic regression over the sentence's vector and its short runs of words, fitted by benchmarks/fit_disowning.py and
kept as JSON beside this file. It belongs to one encoder, as a head does.
"""

from collections.abc import Sequence
from typing import Annotated

import numpy as np
from numpy.typing import NDArray
from pydantic import Field, JsonValue

from skillprep.scoring.artefact import Artefact
from skillprep.scoring.words import tokens

Floats = NDArray[np.float64]

LONGEST_RUN = 3
DECIMALS = 4
"""Vectors differ in the seventh decimal from batch to batch."""


class Disowning(Artefact):
    """log odds = intercept + coefficients . vector + sum of its runs' weights / sqrt(number of its runs with one)."""

    coefficients: tuple[float, ...]
    runs: Annotated[dict[str, float], Field(description="weights of runs of one to three words")]
    intercept: float
    threshold: Annotated[float, Field(description="log odds from which a person should look")]
    encoder_sha256: str
    card: Annotated[dict[str, JsonValue], Field(description="data, date and measured figures, for people")]

    def logits(self, sentences: Sequence[str], vectors: Floats) -> Floats:
        """Log odds of sentences with their unit vectors (sentences, width), rounded."""
        found = vectors @ np.asarray(self.coefficients) + self.intercept
        return np.asarray(np.round(found + [self.weight(sentence) for sentence in sentences], DECIMALS))

    def weight(self, sentence: str) -> float:
        """What the runs of words add."""
        known = [self.runs[run] for run in sorted(runs_of(sentence) & self.runs.keys())]
        return float(sum(known) / np.sqrt(max(len(known), 1)))


def runs_of(sentence: str) -> frozenset[str]:
    """All runs of one to three neighbouring words."""
    words = tokens(sentence)
    lengths = range(1, LONGEST_RUN + 1)
    return frozenset(" ".join(words[at : at + size]) for size in lengths for at in range(len(words) - size + 1))
