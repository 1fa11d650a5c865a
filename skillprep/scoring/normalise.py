"""Unicode folding before anything is judged, with offsets back to the text as it was submitted."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from skillprep.errors import InvalidInputError
from skillprep.scoring.confusables import LETTERS, SIGNS
from skillprep.scoring.values import Span

NORMALISATIONS = (
    *("nfkc", "invisible-stripped", "confusables-folded", "signs-folded", "introductions-stripped"),
    *("quotation-marks-stripped", "fillers-stripped", "speech-cut"),
)
MAX_SUBMITTED = 40_000
MAX_FOLDED = 20_000
PLAIN = re.compile(r"[\t\n\r -_a-~]*")
"""ASCII text that folding leaves as it is (the grave accent folds to an apostrophe)."""
CLUSTERS = re.compile(r"\s|[^\s\u0300-\u036f][\u0300-\u036f]*|[\u0300-\u036f]")
DROPPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
"""Control, format (zero-width, bidi), surrogate, private and unassigned characters carry no words."""


@dataclass(frozen=True)
class Folded:
    """Folded text; character i came from original[starts[i]:ends[i]]."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        """Where text[start:end] (not empty) lies in the original."""
        return Span(start=self.starts[start], end=self.ends[end - 1])


def fold(original: str) -> Folded:
    """NFKC, invisible characters out, look-alikes to Latin. Raises InvalidInputError when it is too long.

    The limit is checked before and after, because NFKC lets text grow: U+FDFA becomes 18 characters.
    """
    refuse_longer(len(original), MAX_SUBMITTED)
    folded = as_it_is(original) if PLAIN.fullmatch(original) else clustered(original)
    refuse_longer(len(folded.text), MAX_FOLDED)
    return folded


def refuse_longer(length: int, limit: int) -> None:
    """Raise InvalidInputError when `length` is over `limit`."""
    if length > limit:
        raise InvalidInputError(f"The answer has {length:,} characters; the limit is {limit:,}.", field="answer")


def as_it_is(original: str) -> Folded:
    """Plain ASCII maps to itself."""
    return Folded(original, range(len(original)), range(1, len(original) + 1))


def clustered(original: str) -> Folded:
    """Fold letter by letter, each with the accents that follow it, so that every offset stays known."""
    latin = mostly_latin(original)
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in CLUSTERS.finditer(original):
        part = folded_cluster(match.group(), latin)
        parts.append(part)
        starts.extend([match.start()] * len(part))
        ends.extend([match.end()] * len(part))
    return Folded("".join(parts), starts, ends)


def folded_cluster(cluster: str, latin: bool) -> str:
    """One letter with its accents, folded. Look-alikes are left alone in text that really is in another script."""
    kept = "".join(found for found in unicodedata.normalize("NFKC", cluster) if readable(found))
    return "".join(SIGNS.get(found) or (LETTERS.get(found, found) if latin else found) for found in kept)


def readable(found: str) -> bool:
    """Whether a character is part of the text: line breaks and tabs are, other controls are not."""
    return found in "\n\r\t" or unicodedata.category(found) not in DROPPED


def mostly_latin(text: str) -> bool:
    """Whether at least half of the letters are Latin or look Latin; of letters that only look it, some must be real."""
    letters = [found for found in unicodedata.normalize("NFKC", text) if found.isalpha()]
    latin = sum(found <= "\u024f" for found in letters)
    looks = sum(found in LETTERS for found in letters)
    return latin + looks >= 0.5 * len(letters) and latin >= 0.2 * looks
