"""Texts made rougher for training: what is spoken still makes its point, what is strung together makes none."""

from random import Random

from skillprep.scoring.words import tokens

PAUSES = ("er", "erm", "sort of", "basically", "right", "okay so", "actually", "you see", "kind of", "let me think")
BETWEEN = ("of", "and", "by", "with", "the", "for", "into", "plus", "via", "on", "as", "per")
LEAST_LETTERS = 4
EVERY_WORDS = 9
JOINED = 0.4


def spoken(text: str, random: Random) -> str:
    """The text as somebody says it: without stops and commas, a pause filled here and there."""
    found = []
    for word in text.lower().split():
        if random.random() * EVERY_WORDS < 1:
            found.append(random.choice(PAUSES))
        found.append(word.strip('.,;:!?"()'))
    return " ".join(word for word in found if word)


def strung(text: str, random: Random) -> str:
    """The longer words of a text in any order, some joined by small ones: all its terms and no thought."""
    words = [word for word in tokens(text) if len(word) >= LEAST_LETTERS]
    random.shuffle(words)
    return " ".join(f"{word} {random.choice(BETWEEN)}" if random.random() < JOINED else word for word in words)
