"""The classifier of a story's parts: multinomial logistic regression, joined along the answer, kept as JSON.

It is fitted by benchmarks/fit_star.py and needs no encoder. What its probabilities mean is in structure.py.
"""

from typing import Annotated, Self

import numpy as np
from numpy.typing import NDArray
from pydantic import Field, JsonValue, model_validator

from skillprep.scoring.artefact import Artefact

Floats = NDArray[np.float64]
Row = tuple[float, ...]
Share = Annotated[float, Field(ge=0.0, le=1.0)]

DECIMALS = 4


class Star(Artefact):
    """For one sentence: p(part) = softmax(intercepts + coefficients . (features - mean) / scale).

    The sentences of an answer are then joined as a chain: the emission is p / prior^a, the transition transitions^a
    with a = `chain`, and the result is the marginal of each sentence (forward-backward, Rabiner 1989). With a = 0
    every sentence stands by itself; a < 1 because features of the neighbours say part of the same already.
    """

    parts: tuple[str, ...]
    features: tuple[str, ...]
    mean: Row
    scale: Row
    coefficients: tuple[Row, ...]
    intercepts: Row
    prior: Row
    transitions: Annotated[tuple[Row, ...], Field(description="from row to column; rows add up to 1")]
    chain: Share
    unclear: Annotated[Share, Field(description="below this probability no part is named")]
    absent: Annotated[dict[str, Share], Field(description="a part that no sentence reaches with this is missing")]
    card: Annotated[dict[str, JsonValue], Field(description="data, date, seeds and measured figures, for people")]

    @model_validator(mode="after")
    def aligned(self) -> Self:
        """Every table fits the features and the parts, and every logarithm can be taken."""
        tables = (self.mean, self.scale, *self.coefficients)
        if any(len(row) != len(self.features) for row in tables):
            raise ValueError("mean, scale and every row of coefficients need one number for each feature")
        columns = (self.coefficients, self.intercepts, self.prior, self.transitions, *self.transitions)
        if any(len(column) != len(self.parts) for column in columns):
            raise ValueError("coefficients, intercepts, prior and transitions need one entry for each part")
        if min(*self.scale, *self.prior, *(value for row in self.transitions for value in row)) <= 0:
            raise ValueError("scale, prior and transitions must be positive")
        return self

    def probabilities(self, features: Floats) -> Floats:
        """One row a sentence, one column a part, rows adding up to 1. `features`: the rows of one answer, in order."""
        if not len(features):
            return np.zeros((0, len(self.parts)))
        scaled = (features - np.asarray(self.mean)) / np.asarray(self.scale)
        alone = log_softmax(scaled @ np.asarray(self.coefficients).T + np.asarray(self.intercepts))
        joined = along_the_answer(alone, np.log(self.prior) * self.chain, np.log(self.transitions) * self.chain)
        return np.asarray(np.exp(joined).round(DECIMALS))


def log_softmax(logits: Floats) -> Floats:
    """Log probabilities of each row."""
    return np.asarray(logits - np.logaddexp.reduce(logits, axis=1, keepdims=True))


def along_the_answer(alone: Floats, prior: Floats, transitions: Floats) -> Floats:
    """Log marginals of a chain with the given log prior and log transitions (forward-backward)."""
    emissions = alone - prior
    forward, backward = alone.copy(), np.zeros_like(alone)
    for place in range(1, len(alone)):
        forward[place] = emissions[place] + np.logaddexp.reduce(forward[place - 1][:, None] + transitions, axis=0)
    for place in range(len(alone) - 2, -1, -1):
        backward[place] = np.logaddexp.reduce(transitions + emissions[place + 1] + backward[place + 1], axis=1)
    return log_softmax(forward + backward)
