"""The same text gets the same score, whatever else is encoded with it and on however many threads."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from skillprep.bank.vocabulary import Level
from skillprep.scoring.score import score_answer
from skillprep.scoring.values import Score, ScoringModel
from skillprep.semantic.batching import BatchingEncoder
from skillprep.semantic.encoder import LocalEncoder
from skillprep.semantic.hashing import HashingEncoder
from skillprep.semantic.open_encoder import packaged_files
from tests.scoring.making import FILLER, GOOD, HASHING, HEAD, question

Embed = Callable[[Sequence[str]], NDArray[np.float32]]
ANSWERS = [GOOD, *(" ".join((*FILLER[:number], GOOD, *FILLER[number:])) for number in range(len(FILLER)))]
OTHERS = [f"A sentence of somebody else, number {number}, as long as it takes." for number in range(31)]


def in_batches(embed: Embed, size: int) -> Embed:
    return lambda texts: np.concatenate([embed(texts[at : at + size]) for at in range(0, len(texts), size)])


def in_company(embed: Embed) -> Embed:
    """Each text in a batch of 32 with 31 of somebody else's."""
    return lambda texts: np.concatenate([embed([*OTHERS[:9], text, *OTHERS[9:]])[9:10] for text in texts])


def scores(embed: Embed, reference: Embed | None = None, answers: Sequence[str] = ANSWERS) -> list[Score]:
    model = ScoringModel(embed, reference or embed, HEAD, "any", "0" * 64)
    return [score_answer(question(), answer, Level.INTERMEDIATE, model, "bank") for answer in answers]


def test_batches_of_other_sizes_and_other_company_change_nothing() -> None:
    expected = scores(HashingEncoder())
    for embed in (in_batches(HashingEncoder(), 1), in_batches(HashingEncoder(), 32), in_company(HashingEncoder())):
        assert scores(embed) == expected


def test_candidates_who_are_scored_at_the_same_time_get_the_scores_they_get_alone() -> None:
    shared = BatchingEncoder(HashingEncoder(), batch_characters=300, kept=5)
    model = replace(HASHING, embed=shared, reference=shared)
    answers = [f"{answer} I was number {number}." for number, answer in enumerate(ANSWERS * 8)]

    def score(answer: str, by: ScoringModel) -> Score:
        return score_answer(question(), answer, Level.INTERMEDIATE, by, "bank")

    with ThreadPoolExecutor(16) as pool:
        together = list(pool.map(lambda answer: score(answer, model), answers))
    assert together == [score(answer, HASHING) for answer in answers]


@pytest.mark.model
def test_the_packaged_model_gives_the_same_score_on_one_and_two_threads_in_batches_of_one_and_32() -> None:
    one, two = (LocalEncoder(packaged_files(), threads) for threads in (1, 2))
    one.load()
    two.load()
    expected = scores(one, answers=ANSWERS[:1])
    for embed in (two, in_batches(one, 1), in_batches(two, 1)):
        assert scores(embed, answers=ANSWERS[:1]) == expected
    assert scores(in_company(two), reference=one, answers=ANSWERS[:1]) == expected
