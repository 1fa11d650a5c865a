"""Every way of choosing on the same people and answers, over several seeds, in one table."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from benchmarks.adaptive.baselines import BASELINES, LENGTH, Trial, least_variance
from benchmarks.adaptive.learning import ours_learning
from benchmarks.adaptive.measures import coverage, outcome_of, questions_to_reach, rmse, use_of
from benchmarks.adaptive.ours import ours
from benchmarks.adaptive.worlds import answer, cold_beliefs, known_tables, make_bank, make_people
from skillprep.adaptive.belief import tables_of
from skillprep.adaptive.grid import Floats
from skillprep.adaptive.response import bins_of, score_tables

OURS: Final = "SkillPrep"
LEARNING: Final = "SkillPrep, learning"
RULE: Final = "up-down rule"
KNOWN: Final = ("calibrated", "cold")
IGNORED_SIGMA: Final = 0.03
BIAS: Final = 0.10


@dataclass(frozen=True)
class Row:
    """One way of choosing in one world, means over the seeds. `to_random`: how many questions equal random's eight."""

    world: str
    known: str
    way: str
    rmse: float
    seeds_sd: float
    to_random: float
    coverage: float
    max_exposure: float
    overlap: float
    bank_use: float


@dataclass(frozen=True)
class Scorers:
    """What becomes of MEPV when the scorer is not what the analyst thinks: coverage with its noise ignored, and how far
    a bias of +.10 moves the mean estimate."""

    coverage_honest: float
    coverage_ignoring_noise: float
    shift_by_bias: float


def trials(world: str, seed: int, people_count: int) -> dict[str, Trial]:
    """The same answers, analysed with the questions' parameters known and with their labels alone."""
    rng = np.random.default_rng([seed, len(world)])
    bank, people = make_bank(world, rng), make_people(people_count, rng)
    bins = bins_of(answer(bank, people.theta, rng))
    calibrated = Trial(bank, known_tables(bank, rng), people, bins)
    return {"calibrated": calibrated, "cold": replace(calibrated, tables=tables_of(cold_beliefs(bank)))}


def compared(world: str, seeds: Sequence[int], people: int) -> list[Row]:
    """Rows of one world."""
    figures: dict[tuple[str, str], list[Floats]] = {}
    for seed in seeds:
        for known, trial in trials(world, seed, people).items():
            for way in (*BASELINES, OURS, *((LEARNING,) if known == "cold" else ())):
                figures.setdefault((known, way), []).append(measured(trial, way, seed))
    return [row_of(world, key, figures) for key in figures]


def measured(trial: Trial, way: str, seed: int) -> Floats:
    """Coverage and use of the bank, then the squared error after each question."""
    rng = np.random.default_rng([seed, 7])
    if way == LEARNING:
        asked, outcome = ours_learning(trial, rng)
    else:
        asked = ours(trial, rng) if way == OURS else BASELINES[way](trial, rng)
        outcome = outcome_of(trial, asked)
    use = use_of(asked, len(trial.bank.b))
    errors = rmse(outcome.estimates, trial.people.theta) ** 2
    return np.array([coverage(outcome, trial.people.theta), use.max_exposure, use.overlap, use.bank_use, *errors])


def row_of(world: str, key: tuple[str, str], figures: dict[tuple[str, str], list[Floats]]) -> Row:
    """Means over the seeds."""
    known, way = key
    mean = np.mean(figures[key], axis=0)
    by_question = np.sqrt(mean[4:])
    random = float(np.sqrt(np.mean(figures[(known, "random")], axis=0)[-1]))
    spread = float(np.std(np.sqrt([run[-1] for run in figures[key]])))
    to_random = float(LENGTH) if way == "random" else questions_to_reach(by_question, random)
    return Row(world, known, way, float(by_question[-1]), spread, to_random, *(float(x) for x in mean[:4]))


def scorers(seeds: Sequence[int], people: int) -> Scorers:
    """The rows about a scorer that is misunderstood, in the `beta` world with known parameters."""
    found = []
    for seed in seeds:
        honest, rng = trials("beta", seed, people)["calibrated"], np.random.default_rng([seed, 8])
        bank, theta = honest.bank, honest.people.theta
        naive = replace(honest, tables=score_tables(bank.a, bank.b, bank.c, IGNORED_SIGMA).astype(np.float32))
        biased = replace(honest, bins=bins_of(answer(bank, theta, rng, bias=BIAS)))
        plain = outcome_of(honest, least_variance(honest, rng))
        moved = outcome_of(biased, least_variance(biased, rng)).estimates[-1].mean() - plain.estimates[-1].mean()
        ignoring = outcome_of(naive, least_variance(naive, rng))
        found.append((coverage(plain, theta), coverage(ignoring, theta), float(moved)))
    return Scorers(*(float(x) for x in np.mean(found, axis=0)))


def printed(rows: Sequence[Row]) -> str:
    """The rows as an aligned table."""
    widths = {"RMSE": 7, "+-seeds": 9, "=random@8": 11, "cover": 7, "max exp": 9, "overlap": 9, "used": 6}
    head = f"{'world':<8}{'bank':<12}{'way':<21}" + "".join(f"{name:>{width}}" for name, width in widths.items())
    lines = [
        f"{row.world:<8}{row.known:<12}{row.way:<21}{row.rmse:>7.3f}{row.seeds_sd:>9.3f}{row.to_random:>11.2f}"
        f"{row.coverage:>7.3f}{row.max_exposure:>9.2f}{row.overlap:>9.2f}{row.bank_use:>6.0%}"
        for row in rows
    ]
    return "\n".join([head, *lines])
