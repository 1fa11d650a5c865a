"""The shipped selection, one sitting after another as in service, with exposures counted."""

from dataclasses import replace

import numpy as np

from benchmarks.adaptive.baselines import Trial
from skillprep.adaptive.ability import posterior_of
from skillprep.adaptive.exposure import Exposure
from skillprep.adaptive.grid import Floats, Ints, Singles
from skillprep.adaptive.pool import Pool
from skillprep.adaptive.select import Rules, State, select

SKILL = "skill"


def pool_from(tables: Singles, beliefs: Floats | None = None) -> Pool:
    """A pool of one skill."""
    names = tuple(str(row) for row in range(len(tables)))
    return Pool(names, (SKILL,) * len(tables), tables, None if beliefs is None else beliefs.astype(np.float32))


def ours(trial: Trial, rng: np.random.Generator, rules: Rules | None = None, beliefs: Floats | None = None) -> Ints:
    """Rows asked [person, question] under the shipped rules, with exposures counted from the first sitting on."""
    pool = pool_from(trial.tables, beliefs)
    chosen_by = rules or Rules(length=trial.length)
    counts = np.zeros(len(trial.tables), dtype=np.int64)
    asked = np.empty((len(trial.bins), trial.length), dtype=np.int64)
    for person, prior in enumerate(trial.priors):
        sitting = one_sitting(pool, prior, trial.bins[person], chosen_by, Exposure(counts, person), rng)
        asked[person] = sitting
        counts[sitting] += 1
    return asked


def one_sitting(
    pool: Pool, prior: Floats, bins: Ints, rules: Rules, exposure: Exposure, rng: np.random.Generator
) -> list[int]:
    """One person's questions; `bins` [item] are the answers that they would give."""
    state = State({SKILL: prior})
    for _ in range(rules.length):
        selection = select(pool, state, rules, rng, exposure)
        assert selection is not None
        row = selection.place
        posterior = posterior_of(state.posteriors[SKILL], pool.likelihood(row, int(bins[row]))[None])
        state = replace(state, posteriors={SKILL: posterior}, asked=(*state.asked, row))
    return list(state.asked)
