"""The judges that the benchmark sets side by side: three that others use, and the scorer as it ships.

Only this file knows how a scorer is put together and asked; the measures see numbers.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.scoring_data import PROJECT, Case
from benchmarks.scoring_encoder import RememberingEncoder, packaged_encoder, shipped_model
from benchmarks.scoring_sets import encode_ahead
from skillprep.bank.question import Question
from skillprep.scoring.answer import read_answer
from skillprep.scoring.evidence import find_evidence
from skillprep.scoring.features import recalls
from skillprep.scoring.reference import Reference
from skillprep.scoring.score import score_answer
from skillprep.scoring.states import point_score
from skillprep.scoring.values import Embed, Score, ScoringModel

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

HEAD = PROJECT / "skillprep/scoring/head.json"
BASELINES = ("whole-answer cosine", "best-sentence cosine", "lexical recall")
OURS = "SkillPrep"
JUDGES = (*BASELINES, OURS)


@dataclass(frozen=True)
class Bench:
    """What every part of the benchmark needs: the scorer as it ships, and the packaged encoder as it is for the
    baselines, so that what is tuned here helps nobody else."""

    model: ScoringModel
    stock: RememberingEncoder
    rounds: int
    thinning: int
    """Of the answers that only set thresholds and straight lines, every n-th is taken. What is measured is measured
    whole: a sixth of SciEntsBank's unseen domains, 126 answers, once gave an AUC .14 away from that of all."""

    def save(self) -> None:
        """Keep what was encoded, if there is a place for it."""
        for encoder in (self.stock, self.model.embed):
            if isinstance(encoder, RememberingEncoder):
                encoder.save()


@dataclass(frozen=True)
class Judged:
    """A case with what each judge says of each target, (targets, judges) in the order of JUDGES."""

    case: Case
    table: Floats
    score: Score | None = None


@dataclass(frozen=True)
class Pairs:
    """Labelled (target, answer) pairs as columns: rows of one group stand or fall together."""

    labels: Ints
    groups: NDArray[np.str_]
    scores: dict[str, Floats]

    def __len__(self) -> int:
        return len(self.labels)


def open_bench(cache: Path | None, rounds: int, thinning: int) -> Bench:
    """The scorer and the encoder, loaded."""
    stock = packaged_encoder(cache.with_suffix(".stock.npz") if cache else None)
    return Bench(shipped_model(cache), stock, rounds, thinning)


def judge_cases(cases: Sequence[Case], bench: Bench) -> list[Judged]:
    """Cases without a bank question: the scorer's findings, a denied target capped as points are."""
    encode_ahead((case.text for case in cases), bench.stock)
    return [Judged(case, with_baselines(case, found_probabilities(case, bench.model), bench.stock)) for case in cases]


def judge_answers(cases: Sequence[Case], questions: Iterable[Question], bench: Bench) -> list[Judged]:
    """Cases of bank questions: the probabilities of the whole scorer, guards included."""
    by_id = {question.id: question for question in questions}
    encode_ahead((case.text for case in cases), bench.stock)
    found = []
    for case in cases:
        question = by_id[case.group]
        score = score_answer(question, case.text, question.level, bench.model, "benchmark")
        ours = np.array([one.probability for one in score.points] + [one.probability for one in score.pitfalls])
        found.append(Judged(case, with_baselines(case, ours, bench.stock), score))
    return found


def found_probabilities(case: Case, model: ScoringModel) -> Floats:
    """The probability of each target."""
    findings = find_evidence(case.reference, case.windows, model.head, model.infer)
    thresholds = model.head.thresholds
    return np.array([point_score("target", finding, None, thresholds).probability for finding in findings])


def with_baselines(case: Case, ours: Floats, stock: Embed) -> Floats:
    """(targets, judges). Each baseline takes the best of a target's texts; what it cannot see is 0."""
    sentences = [sentence.text for sentence in read_answer(case.text).sentences if sentence.words]
    if not sentences:
        return np.column_stack([np.zeros((len(ours), len(BASELINES))), ours])
    texts = [text for target in case.reference.targets for text in target.texts]
    rows = np.asarray(stock([case.text, *sentences, *texts]), dtype=np.float64)
    whole, said, expected = rows[:1], rows[1 : 1 + len(sentences)], rows[1 + len(sentences) :]
    return np.stack(
        [
            best_of(whole @ expected.T, case.reference),
            best_of(said @ expected.T, case.reference),
            recalls(case.reference, case.windows)[0].max(axis=0) if len(case.windows) else np.zeros(len(ours)),
            ours,
        ],
        axis=1,
    )


def best_of(cosines: Floats, reference: Reference) -> Floats:
    """(sentences, texts) -> the best for each target."""
    return np.asarray(np.maximum.reduceat(cosines.max(axis=0), reference.starts))


def pairs_of(judged: Iterable[Judged], keep: Callable[[Case, int], bool] = lambda *_: True) -> Pairs:
    """The labelled pairs of the cases, or those of them that `keep(case, place of the target)` wants."""
    chosen = [(one, place) for one in judged for place in one.case.labels if keep(one.case, place)]
    table = np.array([one.table[place] for one, place in chosen]).reshape(len(chosen), len(JUDGES))
    return Pairs(
        np.array([one.case.labels[place] for one, place in chosen], dtype=np.int64),
        np.array([one.case.group for one, _ in chosen], dtype=np.str_),
        {name: table[:, place] for place, name in enumerate(JUDGES)},
    )
