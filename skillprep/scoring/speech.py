"""Speech as it is transcribed: no stops, no commas. Where it may be cut, and what of it says nothing."""

import re
from collections.abc import Sequence
from functools import cache

from skillprep.scoring.words import ARTICLES, AUXILIARIES, CONNECTORS, PREPOSITIONS, listed

LONGEST_BREATH = 35
"""Words. No writer goes on for so long without a mark: in the bank's texts the longest stretch is shorter."""
FEWEST, USUAL, MOST = 8, 16, 25
"""How many words a piece may have, and how many a spoken sentence has."""
MARK = re.compile(r"[,;:()!?]|\.(?=\s|$)|(?<=\s)[-\u2013\u2014](?=\s)")

TURNS = listed(
    "so but then because also next however finally lastly first firstly second secondly third thirdly afterwards"
    " meanwhile otherwise now instead therefore um uh erm"
)
"""Words that open a new thought."""
SUBJECTS = listed("i i'd i'll i've i'm we we'd we'll we've my nobody everybody")
OPENINGS = listed(
    "it it's they they're this that's there there's each if when after before our what no under at in for the"
)
"""Words that open a sentence more often than they stand inside one, by the bank's own model answers."""
DEPENDENT = (
    ARTICLES
    | AUXILIARIES
    | PREPOSITIONS
    | CONNECTORS
    | listed("not very my our your their its then also so who i we they")
)
"""After these a sentence has not ended."""

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
    strength of the joint it begins at. No piece has more than 25 words; one has under 8 only where the run has.
    """
    strengths = [
        joint([word.casefold() for word in words[max(0, at - 1) : at + 2]], at > 0) for at in range(len(words))
    ]

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
    return ((count - USUAL) / 8) ** 2 + 4 * short


def joint(near: Sequence[str], has_before: bool) -> float:
    """How likely a thought begins at a word. `near` holds the word before it (if there is one), itself, the next."""
    before, word, after = (near[0] if has_before else "", near[int(has_before)], near[-1])
    if before in DEPENDENT:
        return -3.0
    if (word in TURNS and after != "and") or (word == "and" and after in TURNS | SUBJECTS | OPENINGS):
        return 3.0
    if word in SUBJECTS or (word == "the" and after in TURNS):
        return 3.0
    return 1.5 if word in OPENINGS else 0.0
