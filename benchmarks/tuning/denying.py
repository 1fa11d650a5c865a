"""Sentences of the bank turned into their denial, and the same left true among negations that deny something else."""

import re
from collections.abc import Callable, Sequence
from random import Random

from benchmarks.attacks.wording import action
from benchmarks.tuning.denial_wording import DONE, FRAMES, HARMLESS, NUMBER_WORDS, OPPOSITES, REFUSED, ROLES

AUXILIARY = re.compile(r"\b(is|are|was|were|should|must|can|could|will|would|has|have|had|do|does|did)\b(?! not|n't)")
CONTRACTED = {"can": "can't", "will": "won't"}
"""Of the others the short form is the word with n't."""
NEGATIONS = (
    "not",
    "not",
    "not",
    "never",
    "seldom",
    "scarcely",
    "no longer",
    "in no way",
    "at no time",
    "only on paper",
)
ORDERED = re.compile(
    r"^(.*?\w)( before | after | rather than | instead of | over | than | causes | leads to )(\w.*?)([.!?]?)$"
)
THIRD_PERSON = re.compile(r"^([A-Z][a-z]+?)(ies|es|s)\b(.*)$", re.DOTALL)
FIRST_PERSON = re.compile(r"\b(I|we|We|they|They) (?!would|will|was|were|am|are|have|had|can|could|do|did)([a-z]+)\b")
ES_VERBS = ("ch", "sh", "ss", "x", "z", "o")
NUMBER = re.compile(rf"\b(?:\d+(?:[.,]\d+)?|{'|'.join(NUMBER_WORDS)})\b")
PLAIN = 0.4
"""Share of affirmed sentences that are left as they are."""

Change = Callable[[str, Random], str]


def lowered(text: str) -> str:
    """Begun small, without its full stop, ready to stand inside another sentence."""
    plain = text.rstrip(". ")
    return plain if re.match(r"I\b", plain) else plain[:1].lower() + plain[1:]


def framed(text: str, random: Random) -> str:
    """Inside a denial."""
    return random.choice(FRAMES).format(lowered(text))


def refused(text: str, random: Random) -> str:
    """'Compares …' to 'I would not compare …'; empty for what cannot be said as an action."""
    return random.choice(REFUSED).format(done) if (done := action(text)) else ""


def with_not(text: str, random: Random) -> str:
    """'not', its short form or another negation after one of its auxiliaries; empty where there is none."""
    found = list(AUXILIARY.finditer(text))
    if not found:
        return ""
    match = random.choice(found[:2])
    word = match.group()
    short = random.random() < 0.4
    negated = CONTRACTED.get(word, f"{word}n't") if short else f"{word} {random.choice(NEGATIONS)}"
    return text[: match.start()] + negated + text[match.end() :]


def verb_negated(text: str, random: Random) -> str:
    """'Compares …' to 'Does not compare …', 'I compare …' to 'I never compare …'; empty where neither fits."""
    if match := THIRD_PERSON.match(text):
        stem, ending, rest = match.groups()
        verb = {"ies": f"{stem}y", "s": stem}.get(ending, stem if stem.endswith(ES_VERBS) else f"{stem}e").lower()
        return random.choice(("Does not {}", "Never does {}", "Fails to {}", "Doesn't {}")).format(verb + rest)
    if match := FIRST_PERSON.search(text):
        said = random.choice((f"{match[1]} never {match[2]}", f"{match[1]} don't {match[2]}"))
        return text[: match.start()] + said + text[match.end() :]
    return ""


def opposed(text: str, random: Random) -> str:
    """One word or two changed for their opposites; empty where none is known."""
    both = [*OPPOSITES, *((right, left) for left, right in OPPOSITES)]
    known = [(left, right) for left, right in both if re.search(rf"\b{left}\b", text)]
    for left, right in random.sample(known, min(len(known), random.choice((1, 1, 2)))):
        text = re.sub(rf"\b{left}\b", right, text, count=1)
    return text if known else ""


def other_role(text: str, random: Random) -> str:
    """Somebody or something else in the place of what is named; empty where nothing is."""
    for group in random.sample(ROLES, len(ROLES)):
        for name in random.sample(group, len(group)):
            other = random.choice([one for one in group if one != name])
            changed = re.sub(rf"\b{name}(s?)\b", rf"{other}\1", text)
            if changed != text:
                return changed
    return ""


def other_order(text: str, _: Random | None = None) -> str:
    """What comes before put after, what causes made the effect; empty where nothing is ordered."""
    if not (match := ORDERED.match(text)):
        return ""
    left, between, right, end = match.groups()
    return f"{right[0].upper()}{right[1:]}{between}{left[0].lower()}{left[1:]}{end}"


def other_numbers(text: str, random: Random) -> str:
    """Every number changed for another; empty where there is none."""
    if not NUMBER.search(text):
        return ""

    def other(match: re.Match[str]) -> str:
        value = match.group()
        if value in NUMBER_WORDS:
            return random.choice([word for word in NUMBER_WORDS if word != value])
        places = [place for place, sign in enumerate(value) if sign.isdigit()]
        place = random.choice(places)
        digit = random.choice([one for one in "123456789" if one != value[place]])
        return value[:place] + digit + value[place + 1 :]

    return NUMBER.sub(other, text)


DENIALS: Sequence[Change] = (framed, framed, refused, with_not, verb_negated, with_not, opposed, opposed)


def denied(text: str, random: Random) -> str:
    """The sentence denied in one of the ways that fit it."""
    ways = (deny(text, random) for deny in random.sample(DENIALS, len(DENIALS)))
    return next(found for found in ways if found)


def affirmed(text: str, random: Random) -> str:
    """The sentence kept true, often beside a negation of something else."""
    if random.random() < PLAIN:
        return text
    if random.random() < 0.5 and (done := action(text)):
        return random.choice(DONE).format(done)
    return random.choice(HARMLESS).format(lowered(text))
