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
from benchmarks.tuning.contrasts import contrasts
from benchmarks.tuning.roughened import spoken, strung
from benchmarks.tuning.tellings import tellings
from skillprep.bank.labelled import LabelledAnswer
from skillprep.bank.question import Question
from skillprep.scoring.answer import read_answer

SHARED = ARGKP.parent
T = TypeVar("T")

ROWS = 32
UNKNOWN = -1.0
ANSWERS = 3
"""Labelled answers in one batch of the bank."""
PHRASINGS = 4
"""Phrasings of a target in one batch; another time it is others."""
MAKE = 2
"""Sentences written to make a point in one batch."""
DENIED = 0.5
"""Share of points that a batch has a denial of."""
STRUNG = 0.3
"""Share of points that a batch has a list of words of."""
SPOKEN = 0.15
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
    """Sentences of labelled answers, and sentences written for every point, against the points' other texts."""
    answers = {file.question: file.answers for file in load_answers(BANK / "answers")}
    written = WrittenRows("train")
    for question in in_parts(load_questions(), "train"):
        for some in chunks(answers.get(question.id, ()), ANSWERS, random):
            yield question_batch(question, some, written, random)


class WrittenRows:
    """Sentences that were written for the points of one part of the bank, as labelled rows of a batch."""

    def __init__(self, part: str) -> None:
        self.tellings = {(one.question, one.point): one for one in tellings(part)}
        self.contrasts = {(one.question, one.point): one for one in contrasts(part)}

    def of(self, question: Question, random: Random) -> Iterator[tuple[str, NDArray[np.float32]]]:
        """For each point sentences that make it in other words and, as hard to tell, sentences that do not."""
        targets = (*question.points, *question.pitfalls)
        for place, point in enumerate(question.points):
            telling = self.tellings.get((question.id, point.id))
            contrast = self.contrasts.get((question.id, point.id))
            makes = [*(telling.makes if telling else ()), *([contrast.affirmed] if contrast else ())]
            for text in random.sample(makes, min(MAKE, len(makes))):
                yield text, one_hot({place}, len(targets))
            for text in telling.misses if telling else ():
                yield text, one_hot(set(), len(targets))
            if contrast and random.random() < DENIED:
                # What denies one point may well make another, or fall into a pitfall.
                labels = np.full(len(targets), UNKNOWN, dtype=np.float32)
                labels[place] = 0.0
                yield random.choice(list(contrast.denials.values())), labels
            if random.random() < STRUNG:
                words = " ".join((point.statement, *random.sample(point.phrasings, 1)))
                yield strung(words, random), one_hot(set(), len(targets))


def question_batch(
    question: Question, answers: Sequence[LabelledAnswer], written: WrittenRows, random: Random
) -> Batch:
    """A batch of one question of the bank. In some the points have nothing but their statements to be known by: so a
    story is drawn to the point itself, and not only to phrasings that happen to sound like it."""
    targets = (*question.points, *question.pitfalls)
    said = [random.choice(target.phrasings) for target in targets]
    kept = [
        (text, place)
        for place, target in enumerate(targets)
        for text in (target.statement, *some_phrasings(target.phrasings, said[place], random))
    ]
    if random.random() < STATEMENTS_ALONE:
        kept = [(target.statement, place) for place, target in enumerate(targets)]
    places = {target.id: place for place, target in enumerate(targets)}
    rows, labels = list(said), [one_hot({place}, len(targets)) for place in range(len(targets))]
    for text, row in written.of(question, random):
        rows.append(text)
        labels.append(row)
    for answer in answers:
        found: dict[int, set[int]] = defaultdict(set)
        for label in (*answer.covered, *answer.pitfalls):
            for number in label.sentences:
                found[number].add(places[label.id])
        for number, sentence in enumerate(read_answer(answer.text).sentences, start=1):
            rows.append(spoken(sentence.text, random) if random.random() < SPOKEN else sentence.text)
            labels.append(one_hot(found[number], len(targets)))
    texts, owners = zip(*kept, strict=True)
    return Batch("bank", tuple(rows), texts, owners, np.stack(labels))


def some_phrasings(phrasings: Sequence[str], said: str, random: Random) -> list[str]:
    """A few of a target's phrasings, without the one that stands among the rows."""
    others = [text for text in phrasings if text != said]
    return random.sample(others, min(PHRASINGS, len(others)))


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
