"""The same answer in another dress, held-out half."""

import re
import string
from random import Random

from benchmarks.attacks.attack import Attack, Half, Make, Scene
from benchmarks.attacks.perturbations import FORM, GRAMMAR, HARDLY, TYPOS, by, dressed, whole
from benchmarks.attacks.starts import good_or_partial
from benchmarks.attacks.wording import lowered, sentences_of, some_words, without_stop

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
MODAL = r"(would|could|should|must|can|will)"
SOUTHERN = (
    (r"\byou\b", "y'all"),
    (r"\b(is|are|was|were|be) (\w{3,}ing)\b", r"\1 a-\2"),
    (r"\b([Ii]) (?:have|had) (\w+ed)\b", r"\1 done \2"),
    (r"\b([Ww])e (?:have|had) (\w+ed)\b", r"\1e done \2"),
    (r"\bvery\b", "right"),
    (r"\b(think|suppose|believe)\b", "reckon"),
    (r"\bthemselves\b", "theirselves"),
    (r"\bhimself\b", "hisself"),
    (r"\b([Ii]|we|he|she|they) saw\b", r"\1 seen"),
    (r"\b([Ii]|we|he|she|they) knew\b", r"\1 knowed"),
    (r"\b([Ii]|we|he|she|they) gave\b", r"\1 give"),
    (r"\bover there\b", "over yonder"),
    (r"\bthese (?=[a-z])", "these here "),
    (r"\b(not|never|n't) any\b", r"\1 no"),
    (rf"\bI {MODAL} (?!not|never)", r"I sure \1 "),
)
SINGAPORE = (
    (r"\b(?:There is|There are) ", "Got "),
    (r"\b(?:there is|there are) ", "got "),
    (r"\bIt is ", "Is "),
    (r"\b([Ii]|[Ww]e|[Tt]hey) have (\w+ed)\b", r"\1 already \2"),
    (r"\bvery\b", "damn"),
    (r"\bdid not\b", "never"),
    (r"\bhowever\b", "but"),
)
PARTICLES = ("lah", "lor", "one", "what", "ah", "leh")
LEARNT = (
    (
        rf"\b{MODAL} (?!(?:not|be|have|to|never|always|only|also|still|I|we|you)\b)(?=[a-z])",
        r"\1 to ",
    ),
    (r"\bIt is (?=[a-z])", "Is "),
    (r"\bit is (?=[a-z])", "is "),
    (r"\b(?:do|does) not (?=[a-z])", "not "),
    (r"\b(two|three|four|five|six|ten|many|several|few|both) (\w+[^s\W])s\b", r"\1 \2"),
    (r"\b(better|worse|safer|larger|smaller|faster|higher|lower|stronger|weaker|earlier|later)\b", r"more \1"),
    (r"\b(\w+[a-z]) who\b", r"\1 which"),
    (r"\bin order to\b", "for to"),
    (r"\bso that\b", "for that"),
    (r"\b(The [a-z]+) (is|was|has|must|would|should)\b", r"\1 it \2"),
    (r"\bpeople (?:are|were)\b", "people is"),
)
PAUSES = ("er", "erm", "hmm", "let me think", "kind of", "how shall I say", "right", "basically", "okay so")


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


def vernacular(scene: Scene) -> str:
    """English of the American South, or of Singapore with a particle behind every second sentence."""
    if scene.random.random() < 0.5:
        return by(SOUTHERN)(scene.answer)
    said = [by(SINGAPORE)(sentence) for sentence in sentences_of(scene.answer)]
    told = [place % 2 == 1 and one.endswith(".") for place, one in enumerate(said)]
    return " ".join(
        f"{without_stop(one)} {scene.random.choice(PARTICLES)}." if ends else one
        for one, ends in zip(said, told, strict=True)
    )


def stumbled(scene: Scene) -> str:
    """As somebody who speaks freely: words broken off and begun anew, pauses filled, no capital and no full stop."""
    text = re.sub(r"(?<=\d),(?=\d)", "", scene.answer)
    words = re.sub(r"\.(?!\d)|[^\w\s'.%]", " ", text).lower().split()
    found = []
    for word in words:
        if len(word) > 5 and word.isalpha() and scene.random.random() < 1 / 15:
            found.append(word[: scene.random.randint(1, 3)])
        elif scene.random.random() < 1 / 18:
            found.append(scene.random.choice(PAUSES))
        found.append(word)
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
    dress("learner's grammar", whole(by(LEARNT)), GRAMMAR),
    dress("dialect grammar", vernacular, GRAMMAR),
    dress("speech without punctuation", stumbled, GRAMMAR),
)
