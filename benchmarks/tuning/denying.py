"""Sentences of the bank turned into their denial, and the same left true among negations that deny something else."""

import re
from collections.abc import Callable
from random import Random

AUXILIARY = re.compile(r"\b(is|are|was|were|should|must|can|could|will|would|has|have|had|do|does|did)\b(?! not|n't)")
CONTRACTED = {"can": "can't", "will": "won't"}
"""Of the others the short form is the word with n't."""
THIRD_PERSON = re.compile(r"^([A-Z][a-z]+?)(ies|es|s)\b(.*)$", re.DOTALL)
FIRST_PERSON = re.compile(r"\b(I|we|We|they|They) (?!would|will|was|were|am|are|have|had|can|could|do|did)([a-z]+)\b")
ES_VERBS = ("ch", "sh", "ss", "x", "z", "o")
OPPOSITES = (
    *(("always", "never"), ("before", "after"), ("more", "less"), ("increase", "reduce"), ("with", "without")),
    *(("all", "none of the"), ("higher", "lower"), ("allow", "forbid"), ("accept", "reject"), ("true", "false")),
    *(("early", "late"), ("possible", "impossible"), ("safe", "unsafe"), ("public", "secret"), ("keep", "drop")),
    *(("necessary", "useless"), ("enough", "too little"), ("first", "last"), ("same", "different"), ("show", "hide")),
    *(("raise", "lower"), ("include", "leave out"), ("known", "unknown"), ("strong", "weak"), ("start", "stop")),
    *(("fewer", "more"), ("better", "worse"), ("good", "bad"), ("high", "low"), ("open", "closed"), ("use", "avoid")),
)
FRAMES = (
    "It is wrong that {}",
    "I don't think {}",
    "Nobody should believe that {}",
    "It would be a mistake to think that {}",
    "There is no need for this: {}",
    "I never do this: {}",
    "I see no reason to say that {}",
    "It isn't the case that {}",
    "Some say that {}, but it isn't so",
    "They told me that {}. That was nonsense",
    "I doubt that {}",
    "It helps nobody if {}",
    "{}? No, quite the opposite",
    "I was against it when they said: {}",
)
HARMLESS = (
    "Nobody told us to, but {}",
    "It wasn't easy, and {}",
    "I don't know everything, but {}",
    "Not everybody likes it: {}",
    "I wouldn't do it any other way: {}",
    "{}, which nobody had done before",
    "{}, not only on paper",
    "There is no doubt that {}",
    "Without this nothing works: {}",
    "I never forget it: {}",
    "It's not enough to mean well, {}",
    "It would be wrong to leave this out: {}",
    "{}, and not the other way round",
    "I would say that {}",
    "In my last job {}",
    "{}",
    "{}",
    "{}",
)


def lowered(text: str) -> str:
    """Begun small, without its full stop, ready to stand inside another sentence."""
    plain = text.rstrip(". ")
    return plain if re.match(r"I\b", plain) else plain[:1].lower() + plain[1:]


def framed(text: str, random: Random) -> str:
    """Inside a denial."""
    return random.choice(FRAMES).format(lowered(text))


def with_not(text: str, random: Random) -> str:
    """'not', or its short form, after one of its auxiliaries; empty where there is none."""
    found = list(AUXILIARY.finditer(text))
    if not found:
        return ""
    match = random.choice(found[:2])
    word = match.group()
    negated = CONTRACTED.get(word, f"{word}n't") if random.random() < 0.5 else f"{word} not"
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
    """One word changed for its opposite; empty where none is known."""
    both = [*OPPOSITES, *((right, left) for left, right in OPPOSITES)]
    for left, right in random.sample(both, len(both)):
        changed = re.sub(rf"\b{left}\b", right, text, count=1)
        if changed != text:
            return changed
    return ""


DENIALS: tuple[Callable[[str, Random], str], ...] = (framed, with_not, verb_negated, with_not, opposed)


def denied(text: str, random: Random) -> str:
    """The sentence denied in one of the ways that fit it."""
    ways = (deny(text, random) for deny in random.sample(DENIALS, len(DENIALS)))
    return next(found for found in ways if found)


def affirmed(text: str, random: Random) -> str:
    """The sentence kept true, often beside a negation of something else."""
    frame = random.choice(HARMLESS)
    return text if frame == "{}" else frame.format(lowered(text))
