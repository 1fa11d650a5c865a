"""Which language a text seems to be in: the small words of each are so frequent that a sentence or two give it away.

English is what has more words that only English uses than any other language has of its own; so names, terms and a
quoted phrase leave a text English. Accents are taken off, because many people type without them.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum

from skillprep.scoring.small_words import SMALL_WORDS
from skillprep.scoring.words import FUNCTION

FEWEST_WORDS = 4
FEWEST_OWN = 2
OWN_SHARE = 0.12
ACCENTED_SHARE = 0.15
MOST_ENGLISH = 0.10
WITHOUT_MARKS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "\u0131": "i", "ð": "d", "þ": "th"})
LANGUAGES = {
    word: tuple(name for name, words in SMALL_WORDS.items() if word in words)
    for word in frozenset().union(*SMALL_WORDS.values()) - FUNCTION
    if len(word) > 1
}
"""The languages that have each small word. Single letters are names and variables too often to tell one."""
ONLY_ENGLISH = FUNCTION.difference(*SMALL_WORDS.values())


class Seems(StrEnum):
    """What a text seems to be."""

    ENGLISH = "english"
    FOREIGN = "foreign"
    UNCLEAR = "unclear"


def plain(word: str) -> str:
    """A lower-case word without accents."""
    if word.isascii():
        return word
    apart = unicodedata.normalize("NFD", word.translate(WITHOUT_MARKS))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def seems(words: Sequence[str]) -> Seems:
    """What a text in Latin letters seems to be. Unclear: too few small words of any language to tell."""
    found = [plain(part) for word in words for part in word.split("'") if part]
    own = most_own(found)
    english = sum(word in ONLY_ENGLISH for word in found)
    if len(words) < FEWEST_WORDS:
        return Seems.UNCLEAR
    if own >= max(FEWEST_OWN, OWN_SHARE * len(found)) and own > english:
        return Seems.FOREIGN
    if many_accents(words) and english < MOST_ENGLISH * len(found):
        return Seems.FOREIGN
    return Seems.ENGLISH if english >= max(1, MOST_ENGLISH * len(found)) else Seems.UNCLEAR


def most_own(words: Sequence[str]) -> int:
    """How many of the words belong to the one language that has most of them."""
    found = Counter(language for word in words for language in LANGUAGES.get(word, ()))
    return max(found.values(), default=0)


def many_accents(words: Sequence[str]) -> bool:
    """Whether more words have letters outside ASCII than English ever needs."""
    return sum(not word.isascii() for word in words) >= max(FEWEST_OWN, ACCENTED_SHARE * len(words))


def foreign_share(sentences: Iterable[Sequence[str]]) -> float:
    """Share of the words in sentences of another language, of those in sentences that can be told; 0 for none."""
    count = dict.fromkeys(Seems, 0)
    for words in sentences:
        count[seems(words)] += len(words)
    judged = count[Seems.FOREIGN] + count[Seems.ENGLISH]
    return count[Seems.FOREIGN] / judged if judged else 0.0
