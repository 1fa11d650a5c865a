"""How well an encoder alone tells covered from missed: the area under the curve of the best cosine, set by set."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from benchmarks.held_out import answer_part
from benchmarks.scoring_data import BANK, in_parts, load_answers, load_questions
from benchmarks.tuning.batches import lines
from skillprep.scoring.answer import read_answer
from skillprep.validity.measures import auc

Vectors = NDArray[np.float32]
Encode = Callable[[Sequence[str]], Vectors]
Judged = dict[str, tuple[list[float], list[int]]]


def ranking(encode: Encode) -> dict[str, float]:
    """Set to AUC. Only `bank train` was trained on: it shows how much was learnt by heart."""
    found: Judged = defaultdict(lambda: ([], []))
    for name, cosine, label in (
        *argkp(encode),
        *short_answers("scientsbank", encode),
        *short_answers("beetle", encode),
    ):
        found[name][0].append(cosine)
        found[name][1].append(label)
    for name, cosine, label in bank(encode):
        found[name][0].append(cosine)
        found[name][1].append(label)
    return {name: round(auc(np.array(scores), np.array(labels)), 4) for name, (scores, labels) in found.items()}


def argkp(encode: Encode) -> Iterator[tuple[str, float, int]]:
    """Development topics."""
    rows = [row for row in lines("argkp2021_train_dev.jsonl") if row["split"] == "dev"]
    arguments, points = encode([row["argument"] for row in rows]), encode([row["key_point"] for row in rows])
    for row, cosine in zip(rows, (arguments * points).sum(axis=1), strict=True):
        yield "ArgKP dev", float(cosine), row["label"]


def short_answers(name: str, encode: Encode) -> Iterator[tuple[str, float, int]]:
    """The parts kept back."""
    for row in lines(f"{name}_3way_train.jsonl"):
        part = answer_part(row["question_id"], row["module"], row["answer_id"])
        if part != "train":
            rows = encode([row["answer"], *(reference["text"] for reference in row["references"])])
            yield f"{name} {part}", float((rows[1:] @ rows[0]).max()), int(row["label3"] == "correct")


def bank(encode: Encode) -> Iterator[tuple[str, float, int]]:
    """Labelled answers, best sentence against each point's texts."""
    answers = {file.question: file.answers for file in load_answers(BANK / "answers")}
    for part in ("train", "dev"):
        for question in in_parts(load_questions(), part):
            texts = [encode([point.statement, *point.phrasings]) for point in question.points]
            for answer in answers.get(question.id, ()):
                sentences = encode([sentence.text for sentence in read_answer(answer.text).sentences])
                covered = {label.id for label in answer.covered}
                for point, rows in zip(question.points, texts, strict=True):
                    yield f"bank {part}", float((sentences @ rows.T).max()), int(point.id in covered)


def remembering(encode: Encode) -> Encode:
    """The same encoder, each text once."""
    rows: dict[str, Vectors] = {}

    def remembered(texts: Sequence[str]) -> Vectors:
        new = [text for text in dict.fromkeys(texts) if text not in rows]
        if new:
            rows.update(zip(new, encode(new), strict=True))
        return np.stack([rows[text] for text in texts])

    return remembered
