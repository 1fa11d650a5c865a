"""Windows: every usable sentence, every two neighbours, every clause of a sentence that says several things."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from skillprep.scoring.answer import Sentence
from skillprep.scoring.values import Embed
from skillprep.scoring.words import content_stems, tokens

Floats = NDArray[np.float64]

CLAUSE_ENDS = re.compile(r"\s*[;:]\s+|\s+[-\u2013\u2014]\s+|\s*\u2014\s*")
FEWEST_WORDS = 5
"""A part with fewer words says too little to stand alone."""


@dataclass(frozen=True)
class Windows:
    """Window i spans, or is a clause of, sentences first[i]..last[i] (the same or neighbours) and has a unit vector;
    `words[i]` holds the words of each of these sentences, `texts[i]` what they say: what denies a clause may stand in
    another ('It is a myth: …')."""

    first: tuple[int, ...]
    last: tuple[int, ...]
    words: tuple[tuple[tuple[str, ...], ...], ...]
    texts: tuple[str, ...]
    stems: tuple[frozenset[str], ...]
    vectors: Floats

    def __len__(self) -> int:
        return len(self.first)


def make_windows(sentences: Sequence[Sentence], usable: Sequence[bool], embed: Embed) -> Windows:
    """Singles first, then pairs of usable neighbours, then clauses; all that is encoded in a single call.

    A sentence that says several things is like none of the points it makes. So its clauses are encoded in its place:
    each is a window too, and the sentence's vector is the mean of theirs, as a pair's is of its sentences'.
    """
    singles = [index for index, good in enumerate(usable) if good]
    pairs = [(index, index + 1) for index in singles if index + 1 < len(usable) and usable[index + 1]]
    parts = [(index, text) for index in singles for text in clauses(sentences[index].text)]
    rows = encoded([text for _, text in parts], embed)
    owners = np.array([index for index, _ in parts])
    means = {index: unit(rows[owners == index].sum(axis=0)) for index in singles}
    count = Counter(index for index, _ in parts)
    several = [place for place, (index, _) in enumerate(parts) if count[index] > 1]
    whole = [*((index, index) for index in singles), *pairs]
    spans = [*whole, *((parts[place][0], parts[place][0]) for place in several)]
    words = [tuple(sentence.words for sentence in sentences[start : end + 1]) for start, end in spans]
    stems = [frozenset[str]().union(*map(content_stems, group)) for group in words[: len(whole)]]
    vectors = [unit(means[start] + means[end]) for start, end in whole] + [rows[place] for place in several]
    return Windows(
        first=tuple(start for start, _ in spans),
        last=tuple(end for _, end in spans),
        words=tuple(words),
        texts=tuple(". ".join(sentence.text for sentence in sentences[start : end + 1]) for start, end in spans),
        stems=(*stems, *(content_stems(tokens(parts[place][1])) for place in several)),
        vectors=np.stack(vectors) if vectors else np.zeros((0, 1)),
    )


def clauses(text: str) -> list[str]:
    """The parts of a sentence between semicolons, colons and dashes; a part of few words stays with the one before."""
    found: list[str] = []
    for part in filter(None, CLAUSE_ENDS.split(text)):
        if found and min(len(part.split()), len(found[-1].split())) < FEWEST_WORDS:
            found[-1] += f", {part}"
        else:
            found.append(part)
    return found or [text]


def encoded(texts: Sequence[str], embed: Embed) -> Floats:
    """One row a text; each different text is encoded once."""
    unique = list(dict.fromkeys(texts))
    rows = np.asarray(embed(unique), dtype=np.float64) if unique else np.zeros((0, 1))
    places = {text: row for row, text in enumerate(unique)}
    return rows[[places[text] for text in texts]]


def unit(vector: Floats) -> Floats:
    """The vector scaled to length 1; one of 0 stays."""
    return np.asarray(vector / max(float(np.linalg.norm(vector)), 1e-12))
