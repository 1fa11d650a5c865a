"""Likely typing errors put right, by the English dictionary with frequencies that comes with symspellpy.

A word is left alone unless it is in small letters, in no dictionary (British or American), neither a technical term
(terms.txt) nor a word of the question, and has one neighbour that is far likelier than the others.
"""

import functools
import re
import threading
from collections.abc import Callable, Mapping, Sequence
from importlib import metadata, resources

from symspellpy import SymSpell, Verbosity
from symspellpy.editdistance import DistanceAlgorithm, EditDistance

from skillprep.scoring.negation import NEGATORS
from skillprep.scoring.spelling import PLAIN_WORD
from skillprep.scoring.words import COMMON, FUNCTION, stem

LONG_WORD = 8
"""From so many letters on a word may be two slips from what was meant (Damerau-Levenshtein), below only one."""
WELL_KNOWN = 300_000
"""How often a word that others are corrected to stands in the dictionary's 10^12 words at least."""
SHORTEST_TARGET = 4
DOUBLED = re.compile(r"(.)\1")
MUCH_LIKELIER = 2.0
OWN = 100.0
"""How much likelier a word of the question is than another that is as frequent."""
SLIPS = (50.0, 10.0, 1.0)
"""How much likelier letters change places or are doubled, and are missing or too many, than are replaced."""
PREFIXES = re.compile(r"(?:re|un|mis|over|under|pre|non|sub|anti|multi)(?=[a-z]{4})")
VARIANTS = tuple(
    (re.compile(pattern), other)
    for pattern, other in (
        (r"([iy])s(?=(?:e|es|ed|ing|er|ers|ation|ations|able)\Z)", r"\1z"),
        (r"([iy])z(?=(?:e|es|ed|ing|er|ers|ation|ations|able)\Z)", r"\1s"),
        (r"ou(?=r)", "o"),
        (r"l(?=(?:ed|ing|er|ers)\Z)", "ll"),
    )
)
"""From British to American spelling or back, where the dictionary has only one."""


OPENING = threading.Lock()


class Spelling:
    """Call it with a text and the question's words. The dictionary is read at a process's first call."""

    name = f"symspellpy {metadata.version('symspellpy')}"

    def __call__(self, text: str, own: frozenset[str]) -> str:
        """The text with its likely typing errors put right; `own` words are right, and likelier than others."""
        with OPENING:
            meant = open_dictionary()
        return PLAIN_WORD.sub(lambda found: meant(found.group(), own), text)


@functools.cache
def open_dictionary() -> Callable[[str, frozenset[str]], str]:
    """Read the dictionary, once, and remember the words met last."""
    return functools.lru_cache(maxsize=20_000)(Dictionary().meant)


class Dictionary:
    """The words that are right, with how frequent they are, and an index of the well-known ones."""

    def __init__(self) -> None:
        self.counts = word_counts()
        terms = read_lines("skillprep.semantic", "terms.txt")
        self.right = frozenset(self.counts).union(FUNCTION, COMMON, NEGATORS, terms)
        self.distance = EditDistance(DistanceAlgorithm.DAMERAU_OSA)
        self.index = SymSpell(max_dictionary_edit_distance=2, prefix_length=7)
        for word, count in self.counts.items():
            if count >= WELL_KNOWN and len(word) >= SHORTEST_TARGET:
                self.index.create_dictionary_entry(word, count)

    def meant(self, word: str, own: frozenset[str]) -> str:
        """The word itself when it is right or nothing clearly likelier is near."""
        if word in own or self.is_right(word):
            return word
        found = self.near(word, own)
        least = min(found.values(), default=0)
        chances = {one: self.chance(word, one, one in own) for one in found if found[one] == least}
        ordered = sorted(chances, key=lambda one: (-chances[one], one))
        return ordered[0] if ordered and is_clear(ordered, chances) else word

    def chance(self, word: str, other: str, own: bool) -> float:
        """How likely `other` was meant, frequency x kind of slip x whether the question has it."""
        count = max(self.counts.get(other, 0), WELL_KNOWN)
        return count * SLIPS[unlikeliness(word, other)] * (OWN if own else 1.0)

    def is_right(self, word: str) -> bool:
        """Whether the word, its British or American twin, or what is left of it without a prefix is known."""
        if word in self.right:
            return True
        forms = (pattern.sub(other, word) for pattern, other in VARIANTS)
        return PREFIXES.sub("", word, count=1) in self.right or any(form in self.right for form in forms)

    def near(self, word: str, own: frozenset[str]) -> dict[str, int]:
        """Well-known words and the question's own within reach, with how many slips away each is."""
        reach = 2 if len(word) >= LONG_WORD else 1
        found = {one.term: int(one.distance) for one in self.index.lookup(word, Verbosity.ALL, reach)}
        for one in own:
            if one not in found and abs(len(one) - len(word)) <= reach:
                slips = self.distance.compare(word, one, reach)
                if slips >= 0:
                    found[one] = int(slips)
        return found


def is_clear(ordered: Sequence[str], chances: Mapping[str, float]) -> bool:
    """Whether the first is the only one, twice as likely as the next, or another form of the same word."""
    if len(ordered) == 1 or stem(ordered[0]) == stem(ordered[1]):
        return True
    return chances[ordered[0]] >= MUCH_LIKELIER * chances[ordered[1]]


def unlikeliness(word: str, other: str) -> int:
    """0 when letters only changed places or were doubled, 1 when one is missing or too many, 2 when one is another."""
    if sorted(word) == sorted(other) or DOUBLED.sub(r"\1", word) == DOUBLED.sub(r"\1", other):
        return 0
    return 1 if len(word) != len(other) else 2


def word_counts() -> dict[str, int]:
    """The dictionary: 82,765 words with their frequency in the Google Books n-grams."""
    pairs = (line.rpartition(" ") for line in read_lines("symspellpy", "frequency_dictionary_en_82_765.txt"))
    return {word: int(count) for word, _, count in pairs if count.isdigit()}


def read_lines(package: str, name: str) -> list[str]:
    """The lines of a packaged file."""
    return (resources.files(package) / name).read_text("utf-8-sig").splitlines()
