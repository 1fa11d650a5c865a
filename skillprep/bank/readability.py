"""How easily a text reads: Flesch reading ease."""

import re

WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
SENTENCE_END = re.compile(r"[.!?]+(?=\s|$)")
VOWELS = re.compile(r"[aeiouy]+")


def reading_ease(text: str) -> float:
    """206.835 - 1.015 words/sentence - 84.6 syllables/word (Flesch 1948): 60 is plain English, below 30 is academic.

    0 for a text without words.
    """
    words = WORD.findall(text)
    if not words:
        return 0.0
    sentences = max(len(SENTENCE_END.findall(text)), 1)
    syllable_count = sum(syllables(word) for word in words)
    return 206.835 - 1.015 * len(words) / sentences - 84.6 * syllable_count / len(words)


def syllables(word: str) -> int:
    """Groups of vowels, without a silent final e; at least one."""
    folded = word.casefold()
    silent = folded.endswith("e") and not folded.endswith(("le", "ee", "ie", "ye"))
    return max(len(VOWELS.findall(folded)) - silent, 1)
