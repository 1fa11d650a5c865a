"""Batches of the bank that the encoder is tuned on."""

from collections.abc import Iterator
from random import Random

import numpy as np
import pytest
from numpy.typing import NDArray

from benchmarks.scoring_data import BANK, in_parts, load_answers, load_questions
from benchmarks.tuning.batches import UNKNOWN, Batch, WrittenRows, question_batch
from benchmarks.tuning.contrasts import contrasts
from benchmarks.tuning.tellings import tellings
from skillprep.bank.question import Question


@pytest.fixture(scope="module")
def question() -> Question:
    return in_parts(load_questions(), "train")[0]


@pytest.fixture(scope="module")
def batches(question: Question) -> list[Batch]:
    answers = next(file.answers for file in load_answers(BANK / "answers") if file.question == question.id)
    written = WrittenRows("train")
    return [question_batch(question, answers[:2], written, Random(seed)) for seed in range(20)]


def test_every_row_has_a_label_or_none_for_every_target(question: Question, batches: list[Batch]) -> None:
    size = len(question.points) + len(question.pitfalls)
    assert {batch.labels.shape for batch in batches} <= {(len(batch.rows), size) for batch in batches}
    assert all(set(np.unique(batch.labels)) <= {0.0, 1.0, UNKNOWN} for batch in batches)


def test_no_row_is_compared_with_itself(batches: list[Batch]) -> None:
    assert [set(batch.rows) & set(batch.texts) for batch in batches] == [set()] * len(batches)


def test_what_was_written_to_make_a_point_makes_that_one_alone(question: Question, batches: list[Batch]) -> None:
    wanted = {
        text: place(question, one.point)
        for one in tellings("train")
        for text in one.makes
        if one.question == question.id
    }
    found = [(text, row) for batch in batches for text, row in labelled(batch) if text in wanted]
    assert found
    assert all(row.tolist() == np.eye(len(row))[wanted[text]].tolist() for text, row in found)


def test_what_only_comes_near_a_point_makes_none(question: Question, batches: list[Batch]) -> None:
    misses = {text for one in tellings("train") if one.question == question.id for text in one.misses}
    found = [row for batch in batches for text, row in labelled(batch) if text in misses]
    assert found
    assert all(not row.any() for row in found)


def test_a_denial_does_not_make_its_point_and_nothing_is_said_of_the_others(
    question: Question, batches: list[Batch]
) -> None:
    denied = {
        text: place(question, one.point)
        for one in contrasts("train")
        if one.question == question.id
        for text in one.denials.values()
    }
    found = [(denied[text], row) for batch in batches for text, row in labelled(batch) if text in denied]
    assert found
    assert all(row[own] == 0 and (np.delete(row, own) == UNKNOWN).all() for own, row in found)


def labelled(batch: Batch) -> Iterator[tuple[str, NDArray[np.float32]]]:
    yield from zip(batch.rows, batch.labels, strict=True)


def place(question: Question, point: str) -> int:
    return [one.id for one in question.points].index(point)
