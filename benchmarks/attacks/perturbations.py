"""The same answer in another dress: its score may hardly move. Development half.

Grammar that is not the standard's is written as linguists describe it, so that nobody is marked down for speaking so.
"""

import re
import string
import unicodedata
from random import Random

from benchmarks.attacks.attack import Attack, Demand, Family, Half, Make, Rule, Scene
from benchmarks.attacks.starts import good_or_partial
from benchmarks.attacks.wording import Change, paired, sentences_of, some_words

HARDLY = 0.01
FORM = 0.02
GRAMMAR = 0.04
TYPOS = {0.05: 0.02, 0.10: 0.04, 0.20: 0.08}
"""Share of words with a typing error, and the mean loss allowed."""

FULL_WIDTH = {ord(letter): ord(letter) + 0xFEE0 for letter in string.ascii_letters + string.digits}
CYRILLIC = str.maketrans(
    "aceopxyiAEOPCTXKMHB",
    "\u0430\u0441\u0435\u043e\u0440\u0445\u0443\u0456\u0410\u0415\u041e\u0420\u0421\u0422\u0425\u041a\u041c\u041d\u0412",
)
ACCENTED = paired(
    "role / rôle, roles / rôles, naive / naïve, cafe / café, resume / résumé, regime / régime, decide / décide, "
    "data / datà, model / modèl, people / péople, test / tést, number / númber"
)
PREPOSITIONS = {"on": "in", "in": "on", "at": "in", "for": "to", "of": "from", "with": "by", "by": "with"}
DIALECT = (
    (r"\b(isn't|aren't|is not|are not|am not)\b", "ain't"),
    (r"\b(doesn't|does not)\b", "don't"),
    (r"\b(wasn't|was not)\b", "weren't"),
    (r"\b(they|we|you) (?:are|were) ", r"\1 "),
    (r"\bgoing to\b", "gonna"),
    (r"\bwant to\b", "wanna"),
    (r"\bhave to\b", "gotta"),
    (r"\banything\b", "nothing"),
    (r"\bthose\b", "them"),
    (r"\b(\w+)ing\b", r"\1in'"),
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
FILLED_PAUSES = ("um", "uh", "you know", "like", "I mean", "so yeah", "well")


def perturbation(name: str, make: Make, limit: float, start: Make = good_or_partial) -> Attack:
    """An attack of the development half: the mean loss may be `limit`."""
    return dressed(name, make, limit, Half.DEVELOPMENT, start)


def dressed(name: str, make: Make, limit: float, half: Half, start: Make = good_or_partial) -> Attack:
    """An attack under this family's demand."""
    return Attack(name, Family.PERTURBATION, half, Rule(Demand.MEAN_LOSS, limit), make, start)


def whole(change: Change) -> Make:
    """The whole honest text changed at once."""
    return lambda scene: change(scene.answer)


def mistyped(word: str, random: Random) -> str:
    """Two letters exchanged, one left out or one doubled; the first letter stays."""
    place = random.randrange(1, len(word) - 1)
    kind = random.choice(("exchange", "leave out", "double"))
    if kind == "exchange" and word[place] != word[place + 1]:
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    if kind == "leave out":
        return word[:place] + word[place + 1 :]
    return word[: place + 1] + word[place:]


def typos(share: float) -> Make:
    """Typing errors in a share of the words."""
    return lambda scene: some_words(scene.answer, share, scene.random, lambda word: mistyped(word, scene.random))


def look_alikes(scene: Scene) -> str:
    """Every third letter that has a Cyrillic twin replaced by it."""
    return "".join(letter.translate(CYRILLIC) if scene.random.random() < 0.33 else letter for letter in scene.answer)


def invisible(scene: Scene) -> str:
    """A zero-width space, joiner or non-joiner inside every word of four letters or more."""
    sign = scene.random.choice("\u200b\u200c\u200d")
    return re.sub(r"\b(\w\w)(?=\w\w)", rf"\1{sign}", scene.answer)


def accented(scene: Scene) -> str | None:
    """An honest answer with accents, composed; it is what its decomposed form is compared with."""
    text = good_or_partial(scene)
    if text is None:
        return None
    pattern = re.compile(rf"\b({'|'.join(ACCENTED)})\b")
    return unicodedata.normalize("NFC", pattern.sub(lambda match: ACCENTED[match[0]], text))


def typographic(text: str) -> str:
    """Curly quotes, a long dash and an ellipsis, as word processors make them."""
    text = re.sub(r"(^|[\s(])\"", "\\1\u201c", text).replace('"', "\u201d")
    return text.replace("'", "\u2019").replace(" - ", " \u2014 ").replace("...", "\u2026").replace("; ", " \u2013 ")


def quoted(text: str) -> str:
    """Every sentence in quotation marks."""
    return " ".join(f'"{sentence}"' for sentence in sentences_of(text))


def bulleted(text: str) -> str:
    """Every sentence as a bullet of its own."""
    return "\n".join(f"- {sentence}" for sentence in sentences_of(text))


def by(rules: tuple[tuple[str, str], ...]) -> Change:
    """Apply all rules in order."""

    def change(text: str) -> str:
        for pattern, found in rules:
            text = re.sub(pattern, found, text)
        return text

    return change


def learner(scene: Scene) -> str:
    """Grammar of many learners: articles gone, other prepositions, no -s on verbs after he, she and it."""
    text = re.sub(r"\b(the|an?|The|An?) (?=\w)", "", scene.answer)
    text = re.sub(r"\b(he|she|it|which|that) (\w{3,})s\b", r"\1 \2", text)
    small = re.compile(rf"\b({'|'.join(PREPOSITIONS)})\b")
    return small.sub(lambda found: PREPOSITIONS[found[0]] if scene.random.random() < 0.3 else found[0], text)


def spoken(scene: Scene) -> str:
    """As transcribed speech: no capitals, no punctuation, a filled pause every dozen words."""
    words = re.sub(r"[^\w\s'%.]|\.(?!\d)", " ", scene.answer).lower().split()
    found = []
    for word in words:
        found += [word.strip("."), *([scene.random.choice(FILLED_PAUSES)] if scene.random.random() < 1 / 12 else [])]
    return " ".join(found)


def word_order(text: str) -> str:
    """'Then I measured' -> 'Then measured I', as speakers of languages with the verb in second place may write."""
    return re.sub(r"\b(Then|First|Today|Afterwards|Finally|There|Here),? (I|we|they) (\w+)", r"\1 \3 \2", text)


def second_learner(scene: Scene) -> str:
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


DEVELOPMENT = (
    *(perturbation(f"typing errors, {share:.0%} of words", typos(share), limit) for share, limit in TYPOS.items()),
    perturbation("small letters", whole(str.lower), FORM),
    perturbation("capitals", whole(str.upper), FORM),
    perturbation("full-width letters", whole(lambda text: text.translate(FULL_WIDTH)), HARDLY),
    perturbation("look-alike letters", look_alikes, HARDLY),
    perturbation("zero-width characters", invisible, HARDLY),
    perturbation("decomposed accents", whole(lambda text: unicodedata.normalize("NFD", text)), HARDLY, accented),
    perturbation("typographic signs", whole(typographic), HARDLY),
    perturbation("in quotation marks", whole(quoted), HARDLY),
    perturbation("bullets", whole(bulleted), FORM),
    perturbation("learner's grammar", learner, GRAMMAR),
    perturbation("dialect grammar", whole(by(DIALECT)), GRAMMAR),
    perturbation("speech without punctuation", spoken, GRAMMAR),
    perturbation("learner's grammar, -ing and word order", second_learner, GRAMMAR),
    perturbation("dialect grammar, Irish and northern", whole(by(IRISH_AND_NORTHERN)), GRAMMAR),
    perturbation("speech as one long line", recogniser, GRAMMAR),
)
