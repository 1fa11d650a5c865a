"""Answers that deserve nothing: each must score low or be flagged in 99 of 100 cases. Development half."""

import re
import string
from collections.abc import Callable, Sequence
from random import Random

from benchmarks.attacks import texts
from benchmarks.attacks.attack import Attack, Demand, Family, Half, Make, Rule, Scene
from benchmarks.attacks.starts import model_answer, nothing
from benchmarks.attacks.wording import listed, sentences_of

SHARE = 0.99
KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
PLAIN_WORDS = sorted(
    listed(
        "apple river window seven quickly under blue chair sing paper and the slow mountain button yesterday green walk"
        " over bottle of kind letter jump through cold bread morning very small garden open into friend dance with"
        " round stone late music from bright road little because bird yellow after milk turn old story up lamp is ship"
    )
)
SMALL_WORDS = ("the", "of", "and", "is", "with", "for", "to", "in", "on", "a", "by", "it")


def worthless(name: str, make: Make, start: Make = nothing, half: Half = Half.DEVELOPMENT) -> Attack:
    """An attack under this family's demand."""
    return Attack(name, Family.WORTHLESS, half, Rule(Demand.LOW, SHARE), make, start)


def unsupported(name: str, passages: Sequence[str], half: Half = Half.DEVELOPMENT) -> Attack:
    """A sensible answer in a language that is not scored: no score at all, which is not a zero."""
    return Attack(name, Family.WORTHLESS, half, Rule(Demand.UNSUPPORTED, SHARE), one_of(passages), nothing)


def one_of(passages: Sequence[str]) -> Make:
    """One passage at random."""
    return lambda scene: scene.random.choice(passages)


def mash(random: Random) -> str:
    """A run along one row of the keyboard, begun anywhere, sometimes backwards."""
    row = random.choice(KEYS)
    start = random.randrange(len(row) - 4)
    run = row[start : start + random.randint(4, 8)]
    return run[::-1] if random.random() < 0.3 else run


def mashed(scene: Scene) -> str:
    """Forty runs along the keyboard."""
    return " ".join(mash(scene.random) for _ in range(40))


def random_words(scene: Scene) -> str:
    """Sixty everyday words in no order, with full stops here and there."""
    words = [scene.random.choice(PLAIN_WORDS) for _ in range(60)]
    return " ".join(f"{word}." if scene.random.random() < 0.1 else word for word in words)


def others_answer(wanted: Callable[[Scene, str], bool]) -> Make:
    """The model answer of another question whose skill is wanted."""

    def make(scene: Scene) -> str | None:
        found = [one for one in scene.others if one.id != scene.question.id and wanted(scene, one.skill)]
        return scene.random.choice(found).model_answers[-1].text if found else None

    return make


same_skill = others_answer(lambda scene, skill: skill == scene.question.skill)
other_skill = others_answer(lambda scene, skill: skill != scene.question.skill)


def restated(scene: Scene) -> str:
    """The question given back as an intention."""
    opening = "That is a good question. You want to know the following."
    return f"{opening} {scene.question.prompt} I would answer this carefully."


def key_terms(scene: Scene) -> list[str]:
    """The words of five letters or more of all points."""
    return [word for point in scene.question.points for word in re.findall(r"[A-Za-z-]{5,}", point.statement)]


def keyword_list(scene: Scene) -> str:
    """The terms, with commas."""
    return ", ".join(key_terms(scene))


def keywords_glued(scene: Scene) -> str:
    """The terms with small words thrown between them, which tell nothing but raise their share."""
    found = []
    for term in key_terms(scene):
        found += [term.lower(), *scene.random.sample(SMALL_WORDS, k=scene.random.randint(0, 2))]
    return f"{' '.join(found).capitalize()}."


def shuffled(scene: Scene) -> str:
    """The words of the honest answer in random order."""
    words = scene.answer.split()
    scene.random.shuffle(words)
    return " ".join(words)


def shuffled_smoothly(scene: Scene) -> str:
    """The words in random order, without a trace of the old sentences: no full stops, no capitals."""
    words = re.sub(rf"[{re.escape(string.punctuation)}]", "", scene.answer).lower().split()
    scene.random.shuffle(words)
    return " ".join(words)


def addresses(scene: Scene) -> str:
    """The addresses of the question's sources."""
    return "\n".join(str(source.url) for source in scene.question.sources)


def prompt_sentences_reordered(scene: Scene) -> str:
    """The question's sentences, last first."""
    return " ".join(reversed(sentences_of(scene.question.prompt)))


DEVELOPMENT = (
    worthless("empty", one_of(("", " ", " \n\t \n"))),
    worthless("one word", one_of(("Yes.", "fairness", "Transparency!", "no", "Monitoring"))),
    worthless("keyboard mash", mashed),
    worthless("random words", random_words),
    worthless("off topic, everyday", one_of(texts.EVERYDAY)),
    worthless("off topic, other trades", one_of(texts.TECHNICAL)),
    worthless("hollow interview talk", one_of(texts.HOLLOW)),
    worthless("another answer, same skill", same_skill),
    worthless("another answer, other skill", other_skill),
    worthless("question copied", lambda scene: scene.question.prompt),
    worthless("question reordered", prompt_sentences_reordered),
    worthless("question restated", restated),
    worthless("keyword list", keyword_list),
    worthless("keywords glued", keywords_glued),
    worthless("words shuffled", shuffled, model_answer),
    worthless("words shuffled, bare", shuffled_smoothly, model_answer),
    worthless("injection", one_of(texts.INJECTIONS)),
    worthless("code", one_of(texts.CODE)),
    worthless("addresses", addresses),
    unsupported("European languages", tuple(texts.EUROPEAN.values())),
    unsupported("other scripts", tuple(texts.OTHER_SCRIPTS.values())),
)
