"""Fit where a sentence begins in speech without punctuation: `python -m benchmarks.fit_speech`.

Writes skillprep/scoring/speech_table.py: what the word before a place, the word at it and the word after it say about a
sentence's beginning there, as log odds. Texts: the model answers and labelled answers of the bank's train and dev
questions, their marks taken off. The same texts always give the same table. Prints precision, recall and F1 of the cuts
on the test questions.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from textwrap import wrap

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from benchmarks.scoring_data import BANK, PROJECT, in_parts, load_answers, load_questions
from skillprep.scoring.answer import read_answer
from skillprep.scoring.speech import LONGEST_BREATH, pieces

TABLE = PROJECT / "skillprep/scoring/speech_table.py"
FEWEST_TEXTS = 10
"""A word in fewer texts is what they are about, not how speech is joined."""
REGULARISATION = 0.5
PLACES = ("before", "word", "after")
OPENING = '''"""Log odds that a sentence begins at a word, by its neighbours and itself: benchmarks/fit_speech.py.

Each weight stands before the words that have it.
"""
'''
Run = tuple[list[str], frozenset[int]]


def main() -> None:
    """Fit, write, and say how well the table cuts that was in use until then."""
    TABLE.write_text(written(*fitted(list(runs("train", "dev")))), "utf-8")
    print("Cuts with the table that was there before this run, on test questions:")
    print("precision {:.3f}, recall {:.3f}, F1 {:.3f}".format(*cut_figures(runs("test"))))


def runs(*parts: str) -> Iterator[Run]:
    """The words of every answer, and at which of them a sentence begins."""
    questions = in_parts(load_questions(), *parts)
    wanted = {question.id for question in questions}
    texts = [answer.text for question in questions for answer in question.model_answers]
    files = [file for file in load_answers(BANK / "answers") if file.question in wanted]
    for text in [*texts, *(answer.text for file in files for answer in file.answers)]:
        yield run_of(sentence.text for sentence in read_answer(text).sentences)


def run_of(sentences: Iterable[str]) -> Run:
    """Sentences as one run of small words without marks."""
    words: list[str] = []
    starts = set()
    for sentence in sentences:
        if said := [word for word in re.sub(r"[^\w\s'%.]|\.(?!\d)", " ", sentence).lower().split() if word != "."]:
            starts.add(len(words))
            words += said
    return words, frozenset(starts)


def fitted(found: Sequence[Run]) -> tuple[dict[str, dict[str, float]], float]:
    """Weights by place and word, and the intercept."""
    counts = Counter(word for words, _ in found for word in set(words))
    common = {word for word, count in counts.items() if count >= FEWEST_TEXTS}
    rows = [near(words, at, common) for words, _ in found for at in range(1, len(words))]
    labels = [int(at in starts) for words, starts in found for at in range(1, len(words))]
    vectors = DictVectorizer()
    table = vectors.fit_transform(rows)
    table.indices, table.indptr = table.indices.astype(np.int32), table.indptr.astype(np.int32)
    model = LogisticRegression(C=REGULARISATION, l1_ratio=1, solver="liblinear", max_iter=500).fit(table, labels)
    weights: dict[str, dict[str, float]] = {place: {} for place in PLACES}
    for name, weight in zip(vectors.feature_names_, model.coef_[0], strict=True):
        place, _, word = name.partition("=")
        if round(float(weight), 1):
            weights[place][word] = round(float(weight), 1)
    return weights, round(float(model.intercept_[0]), 1)


def near(words: Sequence[str], at: int, common: set[str]) -> dict[str, int]:
    """The features of one place."""
    after = words[at + 1] if at + 1 < len(words) else ""
    around = zip(PLACES, (words[at - 1], words[at], after), strict=True)
    return {f"{place}={word}": 1 for place, word in around if word in common}


def written(weights: dict[str, dict[str, float]], intercept: float) -> str:
    """The table as a module: for each place its words by descending weight, each weight in front of its words."""
    parts = [OPENING, f"INTERCEPT = {intercept}"]
    for place in PLACES:
        words: dict[float, list[str]] = {}
        for word, weight in sorted(weights[place].items(), key=lambda item: (-item[1], item[0])):
            words.setdefault(weight, []).append(word)
        text = " ".join(f"{weight:+.1f} {' '.join(some)}" for weight, some in words.items())
        parts += [f"{place.upper()} = (", *(f'    "{line} "' for line in wrap(text, 108)), ")"]
    return "\n".join(parts) + "\n"


def cut_figures(found: Iterable[Run]) -> NDArray[np.float64]:
    """Precision, recall and F1 of the cuts inside runs long enough to be cut."""
    right = made = wanted = 0
    for words, starts in found:
        if len(words) > LONGEST_BREATH:
            cuts = set(accumulate(pieces(words)[:-1]))
            right, made, wanted = right + len(cuts & starts), made + len(cuts), wanted + len(starts - {0})
    precision, recall = right / made, right / wanted
    return np.array([precision, recall, 2 * precision * recall / (precision + recall)])


if __name__ == "__main__":
    main()
