"""Words: tokens, light stems, and the function words that hold English sentences together."""

import functools
import re
from collections.abc import Iterable

TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def listed(words: str) -> frozenset[str]:
    """A set of words written as one string, which reads better than sixty quoted ones."""
    return frozenset(words.split())


ARTICLES = listed("a an the")
PREPOSITIONS = listed(
    "of to in for on with at by from into about as than through over between after before without against during"
    " under within across toward towards upon per"
)
PRONOUNS = listed(
    "i me my mine we us our ours you your yours he him his she her hers it its they them their theirs myself"
    " ourselves themselves itself yourself"
)
AUXILIARIES = listed(
    "am is are was were be been being do does did have has had having will would shall should can could may might"
    " must i'm i've i'd i'll we're we've we'd we'll it's that's they're they've you're he's she's there's let's"
    " don't doesn't didn't isn't aren't wasn't weren't can't couldn't won't wouldn't shouldn't haven't hasn't"
    " hadn't cannot"
)
CONNECTORS = listed("and or but if because so while that which who whom whose when where what how why whether")
SMALL = listed(
    "not no nor this these those there here then also just very too only even still both each any some all more"
    " most much many few other such own same up out off down again once until now ever never always one every"
    " either"
)
COMMON = listed(
    "use used uses using make makes made making get gets got getting go goes going went thing things people need"
    " needs want way ways lot like know think time good new say said see really kind sort able work works working"
    " something someone first next before example sure well put take give keep help"
)
"""Content words so frequent in any answer that sharing them says little."""
FUNCTION = ARTICLES | PREPOSITIONS | PRONOUNS | AUXILIARIES | CONNECTORS | SMALL

ENDINGS = (
    *("ational", "ization", "isation", "fulness", "ousness", "iveness", "ations", "ingly", "ments", "ation"),
    *("ating", "ated", "ates", "ance", "ence", "ment", "ness", "edly", "ings", "ions", "able", "ible", "ing", "ion"),
    *("ate", "ive", "ity", "ies", "ied", "ers", "ed", "er", "or", "es", "ly", "al", "s", "e", "y"),
)
SHORTEST_STEM = 3


def tokens(text: str) -> tuple[str, ...]:
    """Lower-cased words, apostrophes inside them kept. `text` is folded already."""
    return tuple(TOKEN.findall(text.casefold()))


@functools.lru_cache(maxsize=8_192)
def bank_tokens(text: str) -> tuple[str, ...]:
    """`tokens` of a text of the bank, remembered; never call it with what a candidate wrote."""
    return tokens(text)


@functools.lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The word without one English ending: evaluate, evaluated, evaluation -> evalu.

    Crude beside Porter's rules and enough here, where a stem is only compared with stems of the same few texts.
    """
    bare = word.removesuffix("'s")
    if bare.endswith(("ss", "us", "is", "as")) or not bare.isalpha():
        return single(bare)
    for ending in ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= SHORTEST_STEM:
            return single(bare.removesuffix(ending))
    return single(bare)


def single(bare: str) -> str:
    """A doubled last consonant made single: plann(ing) and plan meet."""
    return bare[:-1] if len(bare) > SHORTEST_STEM and bare[-1] == bare[-2] else bare


def content_stems(words: Iterable[str]) -> frozenset[str]:
    """Stems of the words that carry content."""
    return frozenset(stem(word) for word in words if word not in FUNCTION)


def function_share(words: tuple[str, ...]) -> float:
    """Share of function words, 0 for no words. English prose has .40 to .55; lists of keywords have next to none."""
    return sum(word in FUNCTION for word in words) / len(words) if words else 0.0
