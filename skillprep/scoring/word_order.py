"""Whether small words stand where English puts them: words thrown together, or shuffled, do not follow one another so.

Every word belongs to a class (word_classes.py). The table says, for each pair of classes, how much more often the
second follows the first in prose than chance would have it (log ratio); it is fitted by benchmarks/fit_word_order.py.
Prose in any grammar stays above 0 on average; words in random order fall below it by the same definition.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import sqrt
from statistics import fmean

from skillprep.scoring.word_classes import CLASSES, SMALL_CLASSES, word_class
from skillprep.scoring.word_order_table import ROWS, STEP, ZERO_LETTER

FEWEST_JUDGED = 8
"""Neighbours with a small word among them that are needed to judge."""
FEWEST_WORDS = 20
PLAIN_ORDER, PLAIN_ALL = 0.0, -0.06
DOUBTFUL_ORDER, DOUBTFUL_ALL = 0.12, 0.0
NO_SENTENCE = -0.12
PIECE_WORDS, PIECE_ORDER, PIECE_ALL = 15, 0.0, -0.10
PLACES = {name: place for place, name in enumerate(CLASSES)}
TABLE = tuple(tuple((ord(letter) - ord(ZERO_LETTER)) * STEP for letter in row) for row in ROWS)


@dataclass(frozen=True)
class Order:
    """Mean log ratio of neighbouring words: `small` over the pairs with a small word, plus one standard error, so
    that few pairs accuse nobody; `every` over all pairs. `small` is None when there are too few to judge."""

    small: float | None
    every: float


def word_order(words: Sequence[str]) -> Order:
    """How the neighbours in a text go together. In a text that also names a B, 'a' may be a name and no article."""
    return order_of(tuple(words))


@lru_cache(maxsize=256)
def order_of(words: tuple[str, ...]) -> Order:
    """The same, remembered: several guards ask about one text."""
    named = [f"{word}-" if word == "a" and "b" in words else word for word in words]
    classes = [word_class(word) for word in named]
    scored = [(TABLE[PLACES[left]][PLACES[right]], left, right) for left, right in pairwise(classes)]
    small = [value for value, left, right in scored if left in SMALL_CLASSES or right in SMALL_CLASSES]
    every = fmean([value for value, _, _ in scored]) if scored else 1.0
    if len(small) < FEWEST_JUDGED:
        return Order(None, every)
    mean = fmean(small)
    # statistics.pstdev counts in fractions, which takes longer than all the rest.
    return Order(mean + sqrt(fmean([(value - mean) ** 2 for value in small]) / len(small)), every)


def below(words: Sequence[str], small: float, every: float) -> bool:
    """Whether both means lie below the limits, in a text long enough to tell."""
    if len(words) < FEWEST_WORDS:
        return False
    order = word_order(words)
    return order.small is not None and order.small < small and order.every < every


def is_salad(words: Sequence[str]) -> bool:
    """Plainly words in no order: no honest text in any of the sets it was measured on falls so low."""
    return below(words, PLAIN_ORDER, PLAIN_ALL)


def may_be_salad(words: Sequence[str]) -> bool:
    """So low that a person should look: unusual notes may fall here as well."""
    strung = len(words) >= FEWEST_WORDS and word_order(words).every < NO_SENTENCE
    return strung or below(words, DOUBTFUL_ORDER, DOUBTFUL_ALL)


def is_salad_piece(words: Sequence[str]) -> bool:
    """Whether one sentence is words in no order, judged more strictly because it is short."""
    if len(words) < PIECE_WORDS:
        return False
    order = word_order(words)
    return order.small is not None and order.small < PIECE_ORDER and order.every < PIECE_ALL
