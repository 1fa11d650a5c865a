"""Speech as it is transcribed: no stops, no commas. Where it may be cut, and what of it says nothing."""

import re
from collections.abc import Sequence
from functools import cache

from skillprep.scoring import speech_table
from skillprep.scoring.words import listed

LONGEST_BREATH = 35
"""Words. No writer goes on for so long without a mark: in the bank's texts the longest stretch is shorter."""
FEWEST, USUAL, MOST = 5, 16, 30
"""How many words a piece may have, and how many a spoken sentence has."""
EAGER = 1.0
"""Added to every joint's log odds: a cut too many does less harm than two thoughts in one piece."""
SPOKEN = 0.0
"""Log odds of 'and then', 'so we' and the like. The table knows writing, in which a sentence seldom begins so."""
JOINING = listed("and so but")
GOES_ON = listed(
    "i i'd i'll i've i'm we we'd we'll we've he she they it then so now also next finally after when if there"
)
MARK = re.compile(r"[,;:()!?]|\.(?=\s|$)|(?<=\s)[-\u2013\u2014](?=\s)")

HESITATIONS = re.compile(r"\b(?:um+|uh+|erm+|hmm+)\b,?\s*", re.IGNORECASE)
FILLERS = re.compile(
    r"\b(?:so yeah|(?<!do )(?<!as )you know(?! how| what| that| why| which)|(?<!what )(?<!by )i mean"
    r"|(?<!what )(?<!some )(?<!this )(?<!that )(?<!which )(?<!any )(?<!a )(?<!the )kind of"
    r"|(?<!as )(?<!how )(?<!very )(?<!works )(?<!work )(?<!do )(?<!go )(?<!went )well(?! as| known| defined)"
    r"|(?:(?<=for )|(?<=and )|(?<=the )|(?<=with )|(?<=but ))like"
    r"|(?<!would )(?<!'d )(?<! be )(?<! is )(?<! was )(?<!look )(?<!looks )like"
    r"(?= (?:to|of|in|on|it|they|we|i|for|with|at|when|if|not)\b))\b\s*",
    re.IGNORECASE,
)
"""Ways to fill a pause, where the words beside them do not give them a meaning."""


def is_speech(text: str) -> bool:
    """Whether more than 35 words follow each other without a mark between them."""
    return any(len(stretch.split()) > LONGEST_BREATH for stretch in MARK.split(text))


def without_hesitations(text: str) -> str:
    """The text without um, uh and the like."""
    return HESITATIONS.sub("", text)


def without_fillers(text: str) -> str:
    """Speech without the words that only fill a pause. Not for writing, where 'well' and 'kind of' mean something."""
    return FILLERS.sub("", without_hesitations(text))


def pieces(words: Sequence[str]) -> list[int]:
    """How many words each piece of a run of speech takes; they add up to all of them.

    The cuts are those of least cost: every piece costs the square of how far it is from 16 words, and is repaid by the
    log odds of the joint it begins at. No piece has more than 30 words; one has under 5 only where the run has.
    """
    folded = [word.casefold() for word in words]
    strengths = [joint(folded, at) for at in range(len(words))]

    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(words) + 1):
        # Shorter pieces are dear rather than forbidden, so that every length can be reached.
        best.append(
            min(
                (best[begin][0] + piece_cost(end - begin) - strengths[begin], begin)
                for begin in range(max(0, end - MOST), end)
            )
        )
    return counts(best)


def counts(best: Sequence[tuple[float, int]]) -> list[int]:
    """The pieces' lengths, first to last, read from the cheapest way to each place."""
    found, end = [], len(best) - 1
    while end > 0:
        found.append(end - best[end][1])
        end = best[end][1]
    return found[::-1]


@cache
def piece_cost(count: int) -> float:
    """What a piece of `count` words costs."""
    short = max(0, FEWEST - count)
    return ((count - USUAL) / 12) ** 2 + 4 * short


def joint(words: Sequence[str], at: int) -> float:
    """Log odds that a thought begins at a word, from the word before it, itself and the next."""
    before, after = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
    weights = (BEFORE.get(before, 0.0), WORD.get(words[at], 0.0), AFTER.get(after, 0.0))
    written = speech_table.INTERCEPT + sum(weights)
    return EAGER + (SPOKEN if words[at] in JOINING and after in GOES_ON else written)


def weighted(table: str) -> dict[str, float]:
    """A table's text as a mapping: each weight stands before the words that have it."""
    found, weight = {}, 0.0
    for piece in table.split():
        if piece[0] in "+-":
            weight = float(piece)
        else:
            found[piece] = weight
    return found


BEFORE, WORD, AFTER = (weighted(text) for text in (speech_table.BEFORE, speech_table.WORD, speech_table.AFTER))
