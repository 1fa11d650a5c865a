"""The graded response model fitted to answers in categories: marginal maximum likelihood by EM (Bock & Aitkin 1981).

For banks with some 500 responses a question and for checking against other programs; below that the three-parameter
model of response.py needs far fewer. P(Y >= k) = sigmoid(a theta + d_k), theta ~ N(0, 1); two categories make it the
two-parameter logistic model.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.optimize import minimize

from skillprep.adaptive.grid import Floats, Ints, normal_prior, points
from skillprep.adaptive.models import graded
from skillprep.errors import InvalidInputError

ABSCISSAE: Final = points(61, 6.0)
MOST_ROUNDS: Final = 500
SETTLED: Final = 1e-4


@dataclass(frozen=True, eq=False)
class GradedFit:
    """Slopes [item], intercepts [item, category - 1] (descending), the log-likelihood, and whether the fit settled."""

    a: Floats
    d: Floats
    log_likelihood: float
    settled: bool


def fit_graded(answers: Ints, frequencies: Floats) -> GradedFit:
    """Fit to patterns [pattern, item] of categories 0, 1, .. that occurred `frequencies` [pattern] times.

    Every item must have all categories answered: a category nobody chose has no threshold (raises InvalidInputError).
    """
    counts = np.array([np.bincount(column, frequencies, int(answers.max()) + 1) for column in answers.T])
    if np.any(counts == 0):
        raise InvalidInputError("Every question needs answers in every category: join the empty ones first.", "answers")
    above = 1 - np.cumsum(counts, axis=1)[:, :-1] / counts.sum(axis=1, keepdims=True)
    packed = np.column_stack([np.ones(len(above)), np.log(above / (1 - above))])
    for _ in range(MOST_ROUNDS):
        expected, fit = expectation(answers, frequencies, packed)
        last, packed = packed, np.array([maximised(row, table) for row, table in zip(packed, expected, strict=True)])
        if float(np.abs(packed - last).max()) < SETTLED:
            return GradedFit(packed[:, 0], packed[:, 1:], fit, True)
    return GradedFit(packed[:, 0], packed[:, 1:], fit, False)


def expectation(answers: Ints, frequencies: Floats, packed: Floats) -> tuple[Floats, float]:
    """Expected counts [item, category, theta] and the log-likelihood under (a, d_1, d_2, ..) [item, parameter]."""
    tables = np.stack([probabilities(row) for row in packed])
    likelihood = np.prod(tables[np.arange(len(packed)), answers], axis=1) * normal_prior(0.0, 1.0, ABSCISSAE)
    marginal = likelihood.sum(axis=1)
    weights = likelihood * (frequencies / marginal)[:, None]
    categories = np.eye(tables.shape[1])[answers]
    return np.einsum("pik,pt->ikt", categories, weights), float(frequencies @ np.log(marginal))


def maximised(row: Floats, expected: Floats) -> Floats:
    """One item's parameters that suit its expected counts [category, theta] best."""

    def badness(parameters: Floats) -> float:
        return -float((expected * np.log(np.maximum(probabilities(parameters), 1e-12))).sum())

    return np.asarray(minimize(badness, row, method="BFGS").x)


def probabilities(row: Floats) -> Floats:
    """P[category, theta] of one item from (a, d_1, d_2, ..)."""
    return np.asarray(graded(row[:1], (-row[1:] / row[0])[None], ABSCISSAE).probability[0])
