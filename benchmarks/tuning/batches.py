"""What the encoder is tuned on, as batches of texts against texts with a table of labels."""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from benchmarks.held_out import answer_part
from benchmarks.scoring_data import ARGKP, BANK, in_parts, load_answers, load_questions
from skillprep.bank.labelled import LabelledAnswer
from skillprep.bank.question import Question
from skillprep.scoring.answer import read_answer

SHARED = ARGKP.parent
T = TypeVar("T")

ROWS = 32
UNKNOWN = -1.0
ANSWERS = 3
"""Labelled answers in one batch of the bank."""
STATEMENTS_ALONE = 0.3
BANK_LICENCE = "Apache-2.0"


@dataclass(frozen=True)
class Batch:
    """`labels[i, j]`: whether text i expresses target j (1, 0, or UNKNOWN). `owners[k]`: the target of text k."""

    source: str
    rows: tuple[str, ...]
    texts: tuple[str, ...]
    owners: tuple[int, ...]
    labels: NDArray[np.float32]


def epoch(random: Random) -> list[Batch]:
    """Every training batch once, in a new order."""
    sources = (argkp(random), short_answers("scientsbank", random), short_answers("beetle", random), bank(random))
    batches = [batch for source in (*sources, inference(random)) for batch in source]
    random.shuffle(batches)
    return batches


def lines(name: str) -> list[dict[str, Any]]:
    """The records of a file of ../shared."""
    with (SHARED / name).open(encoding="utf-8") as stream:
        return [json.loads(line) for line in stream]


def chunks(found: Sequence[T], size: int, random: Random) -> Iterator[list[T]]:
    """The sequence in a new order, cut in pieces of equal size."""
    order = random.sample(found, len(found))
    count = max(1, round(len(order) / size))
    yield from (order[place::count] for place in range(count))


def argkp(random: Random) -> Iterator[Batch]:
    """Arguments of one topic and stance against its key points."""
    groups: dict[tuple[str, int], dict[str, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
    for row in lines("argkp2021_train_dev.jsonl"):
        if row["split"] == "train":
            groups[row["topic"], row["stance"]][row["argument"]][row["key_point"]] = row["label"]
    for group in groups.values():
        points = tuple(sorted({point for found in group.values() for point in found}))
        for some in chunks(list(group), ROWS, random):
            table = [[group[argument].get(point, UNKNOWN) for point in points] for argument in some]
            yield Batch("argkp", tuple(some), points, tuple(range(len(points))), np.array(table, dtype=np.float32))


def short_answers(name: str, random: Random) -> Iterator[Batch]:
    """Pupils' answers to one question against its reference answers, which are one target."""
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in lines(f"{name}_3way_train.jsonl"):
        if answer_part(row["question_id"], row["module"], row["answer_id"]) == "train":
            groups[row["question_id"]].append(row)
    for group in groups.values():
        texts = tuple(one["text"] for one in group[0]["references"])
        for some in chunks(group, ROWS, random):
            table = [[float(row["label3"] == "correct")] for row in some]
            rows = tuple(row["answer"] for row in some)
            yield Batch(name, rows, texts, (0,) * len(texts), np.array(table, dtype=np.float32))


def bank(random: Random) -> Iterator[Batch]:
    """Sentences of labelled answers, and one phrasing of every point, against the points' other texts."""
    answers = {file.question: file.answers for file in load_answers(BANK / "answers")}
    for question in in_parts(load_questions(), "train"):
        for some in chunks(answers.get(question.id, ()), ANSWERS, random):
            yield question_batch(question, some, random)


def question_batch(question: Question, answers: Sequence[LabelledAnswer], random: Random) -> Batch:
    """A batch of one question of the bank. In some the points have nothing but their statements to be known by: so a
    story is drawn to the point itself, and not only to phrasings that happen to sound like it."""
    targets = (*question.points, *question.pitfalls)
    said = [random.choice(target.phrasings) for target in targets]
    pairs = [(text, target.id) for target in targets for text in (target.statement, *target.phrasings)]
    kept = [(text, owner) for text, owner in pairs if text not in said]
    if random.random() < STATEMENTS_ALONE:
        kept = [(target.statement, target.id) for target in targets]
    places = {target.id: place for place, target in enumerate(targets)}
    rows, labels = list(said), [one_hot({place}, len(targets)) for place in range(len(targets))]
    for answer in answers:
        found: dict[int, set[int]] = defaultdict(set)
        for label in (*answer.covered, *answer.pitfalls):
            for number in label.sentences:
                found[number].add(places[label.id])
        for number, sentence in enumerate(read_answer(answer.text).sentences, start=1):
            rows.append(sentence.text)
            labels.append(one_hot(found[number], len(targets)))
    owners = tuple(places[owner] for _, owner in kept)
    return Batch("bank", tuple(rows), tuple(text for text, _ in kept), owners, np.stack(labels))


def one_hot(places: set[int], size: int) -> NDArray[np.float32]:
    """A row of labels."""
    row = np.zeros(size, dtype=np.float32)
    row[sorted(places)] = 1.0
    return row


def inference(random: Random) -> Iterator[Batch]:
    """Premises against hypotheses: expressed when entailed; hypotheses of other premises are not."""
    pairs = [row for row in lines("nli_pairs.jsonl") if row["premise"] and row["hypothesis"]]
    for some in chunks(random.sample(pairs, 3200), 24, random):
        table = np.zeros((len(some), len(some)), dtype=np.float32)
        np.fill_diagonal(table, [float(row["label"] == "entailment") for row in some])
        rows, texts = tuple(row["premise"] for row in some), tuple(row["hypothesis"] for row in some)
        yield Batch("nli", rows, texts, tuple(range(len(texts))), table)
