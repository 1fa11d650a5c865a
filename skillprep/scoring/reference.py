"""What a question expects, as texts, vectors and weighted stems: points first, then pitfalls."""

import functools
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from skillprep.bank.question import Question
from skillprep.scoring.values import Embed
from skillprep.scoring.words import COMMON, bank_tokens, content_stems, stem

Floats = NDArray[np.float64]

PROMPT_WORD_WEIGHT = 0.3
COMMON_WORD_WEIGHT = 0.4
COMMON_STEMS = frozenset(map(stem, COMMON))


@dataclass(frozen=True)
class Target:
    """A point or pitfall: its statement first, then its accepted phrasings."""

    id: str
    texts: tuple[str, ...]
    pitfall: bool = False


@dataclass(frozen=True)
class Reference:
    """Targets with the vectors of their texts. Row i of `vectors` belongs to target `owners[i]`; owners ascend."""

    prompt: str
    targets: tuple[Target, ...]
    vectors: Floats
    prompt_vector: Floats

    @cached_property
    def starts(self) -> NDArray[np.int64]:
        """First row of each target."""
        counts = [len(target.texts) for target in self.targets]
        return np.cumsum([0, *counts[:-1]])

    @cached_property
    def centre(self) -> Floats:
        """Mean vector of the targets: what all of them share, and so what tells none apart."""
        counts = [len(target.texts) for target in self.targets]
        sums = np.add.reduceat(self.vectors, self.starts, axis=0)
        return np.asarray((sums / np.asarray(counts)[:, None]).mean(axis=0))

    @cached_property
    def stems(self) -> tuple[frozenset[str], ...]:
        """Content stems of each text, in row order."""
        return tuple(bank_stems(text) for target in self.targets for text in target.texts)

    @cached_property
    def prompt_stems(self) -> frozenset[str]:
        """Content stems of the prompt."""
        return bank_stems(self.prompt)

    @cached_property
    def weights(self) -> dict[str, float]:
        """Weight of each stem: log(1 + N / n), n of N targets having it; less for the prompt's and for common words."""
        return stem_weights(self.prompt, self.targets)

    def rows(self, target: int) -> slice:
        """The rows of one target."""
        start = int(self.starts[target])
        return slice(start, start + len(self.targets[target].texts))


@functools.lru_cache(maxsize=8_192)
def bank_stems(text: str) -> frozenset[str]:
    """Content stems of a text of the bank, remembered: they are the same for every answer."""
    return content_stems(bank_tokens(text))


@functools.lru_cache(maxsize=1_024)
def stem_weights(prompt: str, targets: tuple[Target, ...]) -> dict[str, float]:
    """Reference.weights, remembered for every question. Callers only read it."""
    sets = [frozenset[str]().union(*map(bank_stems, target.texts)) for target in targets]
    counts = Counter(word for group in sets for word in group)
    return {word: stem_weight(word, len(sets) / count, bank_stems(prompt)) for word, count in counts.items()}


def stem_weight(word: str, rarity: float, prompt_stems: frozenset[str]) -> float:
    """log(1 + N / n), less for what the question itself says and for words that say little anywhere."""
    weight = float(np.log1p(rarity)) * (PROMPT_WORD_WEIGHT if word in prompt_stems else 1.0)
    return weight * (COMMON_WORD_WEIGHT if word in COMMON_STEMS else 1.0)


def make_reference(prompt: str, targets: tuple[Target, ...], embed: Embed) -> Reference:
    """Fetch the vectors in one call. At least one target."""
    texts = [prompt, *(text for target in targets for text in target.texts)]
    vectors = np.asarray(embed(texts), dtype=np.float64)
    return Reference(prompt, targets, vectors[1:], vectors[0])


def question_reference(question: Question, embed: Embed) -> Reference:
    """The question's points, then its pitfalls."""
    points = (Target(point.id, (point.statement, *point.phrasings)) for point in question.points)
    pitfalls = (Target(one.id, (one.statement, *one.phrasings), pitfall=True) for one in question.pitfalls)
    return make_reference(question.prompt, (*points, *pitfalls), embed)


def reference_texts(question: Question) -> tuple[str, ...]:
    """Every text that scoring this question fetches: what a composition root may encode before the first answer."""
    points = [text for point in question.points for text in (point.statement, *point.phrasings)]
    pitfalls = [text for pitfall in question.pitfalls for text in (pitfall.statement, *pitfall.phrasings)]
    return (question.prompt, *points, *pitfalls)
