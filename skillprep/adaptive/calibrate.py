"""Learning about questions from answers: all beliefs at once, again and again while answers come.

The likelihood of an answer under parameters j is sum_t F[j, bin, t] q(t), where q is the person's posterior from all
their *other* answers: with the answer itself in q, a question would confirm what it was believed to be.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from skillprep.adaptive.belief import PARAMETERS, B, grid_tables, stepped_sigma
from skillprep.adaptive.grid import THETA, Floats, Ints, normal_prior
from skillprep.adaptive.response import ABILITY_SD
from skillprep.errors import InvalidInputError

LEAST_NEW: Final = 200
NEW_SHARE: Final = 0.1
MOST_ROUNDS: Final = 12
SETTLED: Final = 0.005
CHUNK: Final = 20_000


@dataclass(frozen=True, eq=False)
class Responses:
    """Answers as columns [answer]: whose, to which item, the bin of the score, the scorer's deviation.

    A person is one sitting in one skill; `prior_means` [person] is where that person was expected (`ability_mean`).
    """

    people: Ints
    items: Ints
    bins: Ints
    sigmas: Floats
    prior_means: Floats

    def __post_init__(self) -> None:
        if len({len(self.people), len(self.items), len(self.bins), len(self.sigmas)}) != 1:
            raise InvalidInputError("The columns of the answers differ in length.", "responses")
        if len(self.people) and int(self.people.max()) >= len(self.prior_means):
            raise InvalidInputError("Every person needs a prior mean.", "responses")

    @property
    def sigma_steps(self) -> Floats:
        """The deviations in the steps for which tables are kept."""
        distinct, places = np.unique(self.sigmas, return_inverse=True)
        return np.array([stepped_sigma(sigma) for sigma in distinct.tolist()])[places]


def fit_is_due(new: int, fitted: int) -> bool:
    """Whether `new` answers are enough to fit again after a fit to `fitted` answers: 200, and a tenth of those.

    So the work of all fits together grows with the answers, not with their square, and 25 sittings already teach.
    """
    return new >= max(LEAST_NEW, NEW_SHARE * fitted)


def refitted(responses: Responses, priors: Floats) -> Floats:
    """Beliefs [item, parameter] from all answers at once, starting from `priors`; what a fit stores.

    Rounds of: everybody's posterior without each answer, under the present beliefs; then every belief from its prior
    and all its answers. Ends when no difficulty moves by .005, at the latest after 12 rounds. The order of answers does
    not matter. An item without answers keeps its prior.
    """
    beliefs = priors
    for _ in range(MOST_ROUNDS if len(responses.people) else 0):
        others = left_out_posteriors(responses, beliefs)
        last, beliefs = beliefs, weighed(responses, priors, others)
        if float(np.abs((beliefs - last) @ B).max()) < SETTLED:
            break
    return beliefs


def answer_likelihoods(responses: Responses, beliefs: NDArray[np.floating]) -> Floats:
    """Likelihood of every answer, [answer, theta], under its item's belief."""
    found = np.empty((len(responses.items), grid_tables(0.15).shape[2]))
    for rows, tables in alike(responses):
        found[rows] = beliefs[responses.items[rows]] @ tables
    return found


def left_out_posteriors(responses: Responses, beliefs: NDArray[np.floating]) -> Floats:
    """For every answer, the posterior [answer, theta] of its person from their other answers."""
    logs = np.log(answer_likelihoods(responses, beliefs))
    means, places = np.unique(responses.prior_means, return_inverse=True)
    priors = [np.log(normal_prior(mean, ABILITY_SD)) for mean in means.tolist()]
    totals = np.array(priors).reshape(-1, len(THETA))[places]
    totals += summed(logs, responses.people, len(totals))
    rest = totals[responses.people] - logs
    weights = np.exp(rest - rest.max(axis=1, keepdims=True))
    return np.asarray(weights / weights.sum(axis=1, keepdims=True))


def weighed(responses: Responses, priors: Floats, others: Floats) -> Floats:
    """Beliefs from the priors and every answer's likelihood under each point of the parameter grid."""
    with np.errstate(divide="ignore"):
        logs = np.log(priors)
    for rows, tables in alike(responses):
        for start in range(0, len(rows), CHUNK):
            part = rows[start : start + CHUNK]
            logs += summed(np.log(others[part] @ tables.T), responses.items[part], len(priors))
    weights = np.exp(logs - logs.max(axis=1, keepdims=True))
    return np.asarray(weights / weights.sum(axis=1, keepdims=True)).reshape(-1, PARAMETERS)


def summed(rows: Floats, groups: Ints, count: int) -> Floats:
    """Sums [count, column] of the rows of each group."""
    membership = csr_matrix((np.ones(len(groups)), (groups, np.arange(len(groups)))), shape=(count, len(groups)))
    return np.asarray(membership @ rows)


def alike(responses: Responses) -> list[tuple[Ints, Floats]]:
    """Rows of answers with the same bin and deviation, each with its tables [parameter, theta]."""
    steps = responses.sigma_steps
    return [
        (np.flatnonzero((responses.bins == score_bin) & (steps == sigma)), grid_tables(sigma)[:, score_bin, :])
        for sigma in np.unique(steps).tolist()
        for score_bin in np.unique(responses.bins[steps == sigma]).tolist()
    ]
