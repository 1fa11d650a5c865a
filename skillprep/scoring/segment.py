"""Sentences of folded text as character ranges. Every letter of the text lies in exactly one sentence."""

import re
from collections.abc import Iterator
from itertools import pairwise

from skillprep.scoring.speech import LONGEST_BREATH, is_speech, pieces
from skillprep.scoring.words import listed

Range = tuple[int, int]

STOPS = re.compile(r"[.!?]{1,8}[\"')\]]{0,4}(?=\s)|(?<=[a-z)]{3})[.!?](?=[A-Z][a-z])|\n")
"""Where a sentence may end: a stop before white space, a stop whose space was forgotten, the end of a line.

Repeats are bounded, here and in the slices below, so that no text takes more than linear time."""
LAST_WORD = re.compile(r"[\w.]{1,12}\Z")
ABBREVIATIONS = listed(
    "e.g eg i.e ie vs cf approx dr mr mrs ms prof st nos fig eq inc ltd dept vol pp jan feb apr jun jul aug sep"
    " sept oct nov dec"
)
BULLET = re.compile(r"\s*(?:[-*•·▪◦‣>]+|\(?\d{1,2}[.)]|\(?[a-h][.)])\s+")
LONGEST_SENTENCE_WORDS = 60
PIECE_WORDS = 25
WORD = re.compile(r"\S+")
TURNS = listed("and so but then because also after next when which")
"""Words before which speech without punctuation may be cut."""


def sentences(text: str) -> tuple[Range, ...]:
    """Ranges of the sentences of `text`, in order, without bullets and blanks; each has a letter or digit."""
    found = (piece for start, end in raw_ranges(text) for piece in cut_run_on(text, trimmed(text, start, end)))
    return tuple((start, end) for start, end in found if any(map(str.isalnum, text[start:end])))


def raw_ranges(text: str) -> Iterator[Range]:
    """Ranges between the real sentence ends."""
    ends = [match.end() for match in STOPS.finditer(text) if is_end(text, match)]
    return pairwise([0, *ends, len(text)])


def is_end(text: str, stop: re.Match[str]) -> bool:
    """Whether a possible end is one: not after an abbreviation or a list number, not where a line was only wrapped."""
    if stop.group() == "\n":
        return not wrapped(text, stop)
    if stop.group() != ".":
        return True
    last = LAST_WORD.search(text, max(0, stop.start() - 12), stop.start())
    word = last.group().casefold() if last else ""
    return word not in ABBREVIATIONS and not is_initial(word) and not is_list_number(text, stop.start(), word)


def is_initial(word: str) -> bool:
    """A single letter before a full stop, as in J. Smith; the pronoun I ends sentences."""
    return len(word) == 1 and word.isalpha() and word != "i"


def is_list_number(text: str, stop: int, word: str) -> bool:
    """A number that opens a line, as in '1. Ask first'."""
    return word.isdigit() and len(word) <= 2 and before(text, stop - len(word)) in ("", "\n")


def before(text: str, place: int) -> str:
    """The last character before `place` that is no blank, looking back twenty; empty when there is none."""
    return text[max(0, place - 20) : place].rstrip(" \t")[-1:]


def wrapped(text: str, stop: re.Match[str]) -> bool:
    """Whether a line break only wraps a long line: the next line goes on in lower case and is no bullet."""
    following = text[stop.end() : stop.end() + 40]
    if before(text, stop.start()) in (";", ":") or BULLET.match(following):
        return False
    return following[:1].islower()


def trimmed(text: str, start: int, end: int) -> Range:
    """The range without leading bullet and surrounding white space."""
    bullet = BULLET.match(text, start, end)
    begin = bullet.end() if bullet else start
    piece = text[begin:end]
    return end - len(piece.lstrip()) if piece.strip() else end, begin + len(piece.rstrip())


def cut_run_on(text: str, sentence: Range) -> Iterator[Range]:
    """The sentence itself, or pieces of at most 60 words, so that nothing falls beyond the encoder's 256 tokens.

    Speech without punctuation is cut into pieces about as long as sentences.
    """
    words = [match.span() for match in WORD.finditer(text, *sentence)]
    if len(words) > LONGEST_BREATH and is_speech(text[slice(*sentence)]):
        yield from cut_speech(text, words)
        return
    while len(words) > LONGEST_SENTENCE_WORDS:
        cut = best_cut(text, words)
        yield words[0][0], words[cut - 1][1]
        words = words[cut:]
    if words:
        yield words[0][0], words[-1][1]


def best_cut(text: str, words: list[Range]) -> int:
    """How many words to take: up to the last comma or turn of speech among the words 8 to 25, else 25."""
    for count in range(PIECE_WORDS, 7, -1):
        start, end = words[count]
        if text[words[count - 1][1] - 1] in ",;:" or text[start:end].casefold().strip(",") in TURNS:
            return count
    return PIECE_WORDS


def cut_speech(text: str, words: list[Range]) -> Iterator[Range]:
    """The pieces of a run of speech."""
    begin = 0
    for count in pieces([text[start:end].strip(",") for start, end in words]):
        yield words[begin][0], words[begin + count - 1][1]
        begin += count
