"""Whether words form sentences: lists of keywords, shuffled words, code and keyboard mash do not."""

import re
from collections.abc import Sequence
from itertools import pairwise

from skillprep.scoring.words import (
    ARTICLES,
    AUXILIARIES,
    CONNECTORS,
    FUNCTION,
    PREPOSITIONS,
    PRONOUNS,
    function_share,
    listed,
    tokens,
)

LEAST_FUNCTION_SHARE = 0.20
CODE = re.compile(
    r"https?://\S+|www\.\S+|[{}<>=;|\\]|\w\(|\)\.|\b(?:def|import|return|select|var|const)\b", re.IGNORECASE
)
VOWELS = re.compile(r"[aeiouy]")
MASHED = re.compile(r"[bcdfghjklmnpqrstvwxz]{5}|(.)\1\1|asdf|qwer|zxcv|hjkl|jkl|sdfg|dfgh")
NOT_AFTER_ARTICLE = ARTICLES | AUXILIARIES | CONNECTORS | PREPOSITIONS | (PRONOUNS - {"it", "her", "his", "my", "your"})

ITEM_ENDS = re.compile(r"[,;.!?\n|/\u2022\u00b7]+|\s[-\u2013\u2014*]\s")
CLAUSE_WORDS = (
    listed("i we you he she they it there who which that because so when where if while until before after first then")
    | AUXILIARIES
)


def is_keyword_list(words: Sequence[str]) -> bool:
    """At least 6 words, hardly any of them holding a sentence together."""
    return len(words) >= 6 and function_share(tuple(words)) < LEAST_FUNCTION_SHARE


def misplaced_article_share(words: Sequence[str]) -> float:
    """Share of a, an and the followed by a word that no noun phrase begins with: prose under .03, shuffled about .4."""
    after = [follower for word, follower in pairwise(words) if word in ARTICLES]
    return sum(word in NOT_AFTER_ARTICLE for word in after) / len(after) if after else 0.0


def is_shuffled(words: Sequence[str]) -> bool:
    """At least three articles, and a quarter or more of them misplaced."""
    return sum(word in ARTICLES for word in words) >= 3 and misplaced_article_share(words) >= 0.25


def is_list(text: str, least: int, longest: float, clauses: float) -> bool:
    """Whether a text is a list: at least `least` items, on average `longest` words long at most, and a share of at most
    `clauses` with a subject, a verb's helper or a word that joins clauses. Sentences with many commas have those."""
    items = [words for piece in ITEM_ENDS.split(text) if (words := tokens(piece))]
    if len(items) < least or sum(map(len, items)) > longest * len(items):
        return False
    return sum(not CLAUSE_WORDS.isdisjoint(words) for words in items) <= clauses * len(items)


def is_term_list(text: str) -> bool:
    """Plainly a list of terms: short items, next to none of which says anything."""
    return is_list(text, least=8, longest=4.0, clauses=0.05)


def may_be_term_list(text: str) -> bool:
    """A list of longer terms, or terse notes: a person should look."""
    return is_list(text, least=6, longest=8.0, clauses=0.28)


def code_share(text: str) -> float:
    """Share of the white-space separated pieces that look like code or an address."""
    pieces = text.split()
    return sum(CODE.search(piece) is not None for piece in pieces) / len(pieces) if pieces else 0.0


def mash_share(words: Sequence[str]) -> float:
    """Share of the plain words of four letters or more that no one can pronounce, or that run along a keyboard."""
    long = [word for word in words if len(word) >= 4 and word.isascii() and word.isalpha() and word not in FUNCTION]
    odd = sum(VOWELS.search(word) is None or MASHED.search(word) is not None for word in long)
    return odd / len(long) if long else 0.0
