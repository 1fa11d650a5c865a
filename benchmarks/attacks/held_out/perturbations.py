"""The same answer in another dress, held-out half."""

import re
import string
from random import Random

from benchmarks.attacks.attack import Attack, Half, Make, Scene
from benchmarks.attacks.perturbations import FORM, GRAMMAR, HARDLY, TYPOS, dressed, whole
from benchmarks.attacks.starts import good_or_partial
from benchmarks.attacks.wording import Change, lowered, sentences_of, some_words

NEIGHBOURS = dict(zip("qwertyuiopasdfghjklzxcvbnm", "wertyuiopisdfghjklkxcvbnmn", strict=True))
BOLD = {ord(letter): 0x1D5EE + place for place, letter in enumerate(string.ascii_lowercase)}
GREEK = str.maketrans("oviaT", "\u03bf\u03bd\u03b9\u03b1\u03a4")
HIDDEN = "\u00ad\u2060\ufeff"
LIGATURES = {"ffi": "\ufb03", "fi": "\ufb01", "fl": "\ufb02", "ff": "\ufb00", "...": "\u2026"}
SOUNDED = (
    ("ight", "ite"),
    ("tion", "shun"),
    ("ei", "ie"),
    ("ph", "f"),
    ("ough", "uff"),
    ("ea", "ee"),
    ("ance", "ence"),
)
IRISH_AND_NORTHERN = (
    (r"\bI have (\w+ed)\b", r"I'm after having \1"),
    (r"\bmy\b", "me"),
    (r"\bsomething\b", "summat"),
    (r"\b(we|they|you) were\b", r"\1 was"),
    (r"\bvery\b", "dead"),
    (r"\bdo not\b", "dinnae"),
    (r"\bto the\b", "to t'"),
    (r"\byou\b", "yous"),
    (r"\blittle\b", "wee"),
)
SOUTH_ASIAN = (
    (r"\bI (know|want|need|think|see|understand)\b", r"I am \1ing"),
    (r"\bdiscuss\b", "discuss about"),
    (r"\binformation\b", "informations"),
    (r"\badvice\b", "advices"),
    (r"\bfeedback\b", "feedbacks"),
    (r"\bevidence\b", "evidences"),
    (r"\b(would|could|should|must|can) (?!not|be|have|never|only|see)(\w+?)e?\b", r"\1 be \2ing"),
)
AND_THEN = ("and then", "and", "so", "and yeah", "right so")


def dress(name: str, make: Make, limit: float, start: Make = good_or_partial) -> Attack:
    """A held-out attack."""
    return dressed(name, make, limit, Half.HELD_OUT, start)


def slipped(word: str, random: Random) -> str:
    """A finger on the neighbouring key, or the word as it sounds."""
    heard = [(said, written) for said, written in SOUNDED if said in word[1:]]
    if heard and random.random() < 0.5:
        said, written = random.choice(heard)
        return word[0] + word[1:].replace(said, written, 1)
    place = random.randrange(1, len(word))
    return word[:place] + NEIGHBOURS.get(word[place], "e") + word[place + 1 :]


def slips(share: float) -> Make:
    """Such errors in a share of the words."""
    return lambda scene: some_words(scene.answer, share, scene.random, lambda word: slipped(word, scene.random))


def hidden(scene: Scene) -> str:
    """A soft hyphen, word joiner or byte order mark in the middle of long words."""
    return re.sub(r"\b(\w{3})(?=\w{3})", lambda match: match[1] + scene.random.choice(HIDDEN), scene.answer)


def ligatures(text: str) -> str:
    """fi, fl, ff and ffi as one sign each."""
    for letters, sign in LIGATURES.items():
        text = text.replace(letters, sign)
    return text


def numbered(text: str) -> str:
    """Every sentence under a number, with an empty line between."""
    return "\n\n".join(f"{place}) {sentence}" for place, sentence in enumerate(sentences_of(text), 1))


def by(rules: tuple[tuple[str, str], ...]) -> Change:
    """Apply all rules in order."""

    def change(text: str) -> str:
        for pattern, found in rules:
            text = re.sub(pattern, found, text)
        return text

    return change


def word_order(text: str) -> str:
    """'Then I measured' -> 'Then measured I', as speakers of languages with the verb in second place may write."""
    return re.sub(r"\b(Then|First|Today|Afterwards|Finally|There|Here),? (I|we|they) (\w+)", r"\1 \3 \2", text)


def learner(scene: Scene) -> str:
    """-ing for the simple form, plurals of what has none, 'the' before names of things, inverted order."""
    text = word_order(by(SOUTH_ASIAN)(scene.answer))
    return re.sub(r"\b(every|each|some|any) (\w+)", lambda match: f"{match[1]} the {match[2]}", text)


def recogniser(scene: Scene) -> str:
    """As a recogniser of speech writes it: one long line, words begun twice, sentences joined by 'and then'."""
    found = []
    for sentence in sentences_of(scene.answer):
        words = re.sub(r"[^\w\s']", " ", sentence).lower().split()
        again = scene.random.randrange(len(words)) if words else 0
        found += [scene.random.choice(AND_THEN), *words[: again + 1], *words[again:]]
    return " ".join(found)


HELD_OUT = (
    *(dress(f"typing errors, {share:.0%} of words", slips(share), limit) for share, limit in TYPOS.items()),
    dress("small letters", whole(lambda text: " ".join(map(lowered, sentences_of(text)))), FORM),
    dress("capitals", whole(str.title), FORM),
    dress("mathematical letters", whole(lambda text: text.translate(BOLD)), HARDLY),
    dress("look-alike letters", whole(lambda text: text.translate(GREEK)), HARDLY),
    dress("zero-width characters", hidden, HARDLY),
    dress("ligatures", whole(ligatures), HARDLY),
    dress("typographic signs", whole(lambda text: text.replace("'", "\u02bc").replace("-", "\u2011")), HARDLY),
    dress("in quotation marks", whole(lambda text: f"«{text}»"), HARDLY),
    dress("bullets", whole(numbered), FORM),
    dress("learner's grammar", learner, GRAMMAR),
    dress("dialect grammar", whole(by(IRISH_AND_NORTHERN)), GRAMMAR),
    dress("speech without punctuation", recogniser, GRAMMAR),
)
