"""Fit the table of word order: `python -m benchmarks.fit_word_order`. Writes skillprep/scoring/word_order_table.py.

Texts: the bank's prose of the train questions, and the arguments of ArgKP's train topics where ../shared is present.
The same texts always give the same table. Log ratio of a pair: log((n + K) / (expected by chance + K)).
"""

import json
from collections.abc import Iterable, Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from benchmarks.scoring_data import ARGKP, BANK, PROJECT, in_parts, load_answers, load_questions
from skillprep.scoring.word_classes import CLASSES, word_class
from skillprep.scoring.words import tokens

TABLE = PROJECT / "skillprep/scoring/word_order_table.py"
K = 2.0
STEP = 0.2
LIMIT = 12
ZERO = "M"
OPENING = '''"""How much more often words of one class follow another in prose than by chance.

Made by benchmarks/fit_word_order.py.

One row a class, one letter a follower, both in the order of word_classes.CLASSES; each letter is one STEP of the
natural logarithm of the ratio, M is none.
"""

ZERO_LETTER = "M"
STEP = 0.2
ROWS = (
'''


def main() -> None:
    """Fit, write, and say what it was fitted to."""
    texts = [*bank_texts(), *argument_texts()]
    table = log_ratios(texts)
    TABLE.write_text(OPENING + "".join(f'    "{row}",\n' for row in map(letters, table)) + ")\n", "utf-8")
    print(f"{len(texts)} texts, {sum(len(tokens(text)) for text in texts)} words, {len(CLASSES)} classes")


def bank_texts() -> Iterator[str]:
    """Prompts, phrasings, model answers and labelled answers of the train questions."""
    questions = in_parts(load_questions(), "train")
    wanted = {question.id for question in questions}
    for question in questions:
        yield question.prompt
        yield from (text for target in (*question.points, *question.pitfalls) for text in target.phrasings)
        yield from (answer.text for answer in question.model_answers)
    for file in load_answers(BANK / "answers"):
        if file.question in wanted:
            yield from (answer.text for answer in file.answers)


def argument_texts() -> list[str]:
    """What people wrote in ArgKP's train topics; none when ../shared is absent."""
    if not ARGKP.is_file():
        return []
    with ARGKP.open(encoding="utf-8") as lines:
        return sorted({row["argument"] for row in map(json.loads, lines) if row["split"] == "train"})


def log_ratios(texts: Iterable[str]) -> NDArray[np.float64]:
    """Smoothed log ratio of every pair of classes, shape (classes, classes)."""
    places = {name: place for place, name in enumerate(CLASSES)}
    counts = np.zeros((len(CLASSES), len(CLASSES)))
    for text in texts:
        for left, right in pairwise(places[word_class(word)] for word in tokens(text)):
            counts[left, right] += 1
    expected = np.outer(counts.sum(axis=1), counts.sum(axis=0)) / counts.sum()
    ratios: NDArray[np.float64] = np.log((counts + K) / (expected + K))
    return ratios


def letters(row: NDArray[np.float64]) -> str:
    """A row of the table as letters."""
    steps = np.clip(np.round(row / STEP), -LIMIT, LIMIT).astype(int)
    return "".join(chr(ord(ZERO) + int(step)) for step in steps)


if __name__ == "__main__":
    main()
