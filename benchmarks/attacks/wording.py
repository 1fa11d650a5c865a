"""Words and sentences turned around. Nothing of the scorer is used here: the attacks must not move when it does."""

import re
from collections.abc import Callable, Mapping
from random import Random

from benchmarks.attacks.attack import Make, Scene

Change = Callable[[str], str]


def listed(words: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(words.split())


def paired(text: str) -> dict[str, str]:
    """'hot / cold, up / down' as a mapping."""
    return {left: right for left, _, right in (pair.partition(" / ") for pair in text.split(", "))}


END = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"'\u201c\u20180-9])")
WORD = re.compile(r"[A-Za-z]+(?:['\u2019-][A-Za-z]+)*")
COORDINATED = re.compile(r"\b(and|or|but|then) ([a-z]+s)\b")
IRREGULAR = {"has": "have", "is": "be", "does": "do", "goes": "go", "ties": "tie", "focuses": "focus"}
NO_VERB = listed("for under also would")
VERBS = listed(
    "accepts adds agrees allows answers applies asks avoids begins brings builds calls carries changes checks chooses"
    " compares computes contains corrects counts covers decides defines demands describes divides does draws drops"
    " ends estimates examines explains expresses finds fixes gives goes has hears helps informs is judges keeps knows"
    " leaves lets limits lists looks makes measures moves names needs notes notices offers places plans points proposes"
    " publishes puts reads recommends records refuses releases removes repairs repeats replaces reports requires runs"
    " says sees sends separates sets shows sorts splits starts states stops takes tells tests ties traces trains treats"
    " turns uses verifies wants warns weighs works writes"
)


def sentences_of(text: str) -> list[str]:
    """The sentences of a text as written."""
    return [piece for piece in END.split(text.strip()) if piece]


def lowered(text: str) -> str:
    """The text beginning with a small letter, unless it begins with 'I' or an abbreviation."""
    return text if re.match(r"I\b|[A-Z]{2}", text) else text[:1].lower() + text[1:]


def raised(text: str) -> str:
    """The text beginning with a capital."""
    return text[:1].upper() + text[1:]


def without_stop(text: str) -> str:
    """The sentence without its final full stop."""
    return text.rstrip().rstrip(".!?")


def infinitive(verb: str) -> str:
    """tests -> test, identifies -> identify, practises -> practise, discusses -> discuss."""
    if verb in IRREGULAR:
        return IRREGULAR[verb]
    if verb.endswith("ies"):
        return f"{verb[:-3]}y"
    return verb[:-2] if verb.endswith(("sses", "shes", "ches", "xes", "zzes")) else verb[:-1]


def action(statement: str) -> str | None:
    """'Verifies the log and refuses more.' -> 'verify the log and refuse more'; None unless it opens in the present."""
    first, _, rest = without_stop(lowered(statement)).partition(" ")
    if not first.endswith("s") or first.endswith("ss"):
        return None
    plain = COORDINATED.sub(lambda m: f"{m[1]} {infinitive(m[2]) if m[2] in VERBS else m[2]}", rest)
    return f"{infinitive(first)} {plain}"


def past_action(statement: str) -> str | None:
    """'Found the fault.' -> 'found the fault'; None for statements in the present or without a verb in front."""
    text = without_stop(lowered(statement))
    first = text.partition(" ")[0]
    return None if first.endswith("s") or first in NO_VERB else text


def actions_of(scene: Scene) -> list[str]:
    """The points that can be said as 'I would …', without that opening."""
    return [found for point in scene.question.points if (found := action(point.statement))]


def exchange(pairs: Mapping[str, str]) -> Change:
    """Replace every word of a pair by its partner, both ways, plurals and capitals kept."""
    both = {**pairs, **{right: left for left, right in pairs.items()}}
    names = sorted(both, key=len, reverse=True)
    pattern = re.compile(rf"\b({'|'.join(map(re.escape, names))})(s?)\b", re.IGNORECASE)

    def one(match: re.Match[str]) -> str:
        found = both[match[1].lower()] + match[2]
        return raised(found) if match[1][0].isupper() else found

    return lambda text: pattern.sub(one, text)


def each_sentence(change: Change) -> Make:
    """Change every sentence of the honest text."""
    return lambda scene: " ".join(map(change, sentences_of(scene.answer)))


def only_changed(start: Make, change: Change) -> Make:
    """Those sentences of an honest text that `change` alters; None when there are none."""

    def chosen(scene: Scene) -> str | None:
        kept = [sentence for sentence in sentences_of(start(scene) or "") if change(sentence) != sentence]
        return " ".join(kept) or None

    return chosen


def some_words(text: str, share: float, random: Random, change: Callable[[str], str], shortest: int = 4) -> str:
    """Change a share of all words, taken at random from those of `shortest` letters or more."""
    words = list(WORD.finditer(text))
    able = [word for word in words if len(word[0]) >= shortest and word[0].isalpha()]
    chosen = random.sample(able, min(round(share * len(words)), len(able)))
    for word in sorted(chosen, key=lambda found: found.start(), reverse=True):
        text = text[: word.start()] + change(word[0]) + text[word.end() :]
    return text
