"""More words, nothing more said: nobody gains over 3 points by it, and a good answer stays good. Development half."""

import re

from benchmarks.attacks import texts
from benchmarks.attacks.attack import Attack, Demand, Family, Half, Make, Rule, Scene
from benchmarks.attacks.starts import model_answer, not_yet_good
from benchmarks.attacks.wording import sentences_of
from benchmarks.attacks.worthless import keyword_list

SHARE = 0.95
STILL = 0.98
ADJECTIVES = ("robust", "careful", "transparent", "responsible", "thorough", "modern", "systematic", "trustworthy")
ADVERBS = ("really", "truly", "absolutely", "certainly", "always", "proactively")
AUXILIARY = re.compile(r"\b(would|will|should|can|could|must) (?!not)(?=[a-z])")
NOUN_PHRASE = re.compile(r"\b(the|our|my|their|this|each|every) (?=[a-z]{4,})")


def padding(name: str, make: Make, half: Half = Half.DEVELOPMENT) -> Attack:
    """An attack on labelled answers, which have room to gain."""
    return Attack(name, Family.PADDING, half, Rule(Demand.NO_GAIN, SHARE), make, not_yet_good)


def dilution(name: str, make: Make, half: Half = Half.DEVELOPMENT) -> Attack:
    """Unrelated sentences in an accepted answer: it must stay accepted."""
    return Attack(name, Family.PADDING, half, Rule(Demand.STILL_ACCEPTED, STILL), make, model_answer)


def appended(text: str) -> Make:
    """The honest answer with a text behind it."""
    return lambda scene: f"{scene.answer} {text}"


def with_adjectives(scene: Scene) -> str:
    """A fine adjective before every second noun phrase or so."""

    def one(match: re.Match[str]) -> str:
        return f"{match[0]}{scene.random.choice(ADJECTIVES)} " if scene.random.random() < 0.6 else match[0]

    return NOUN_PHRASE.sub(one, scene.answer)


def woven(scene: Scene) -> str:
    """An unrelated sentence after every sentence, at most eight."""
    spare = iter(sentences_of(" ".join(scene.random.sample(texts.EVERYDAY, k=2)))[:8])
    return " ".join(f"{sentence} {next(spare, '')}".strip() for sentence in sentences_of(scene.answer))


def stuttered(scene: Scene) -> str:
    """Every sentence said twice."""
    return " ".join(f"{sentence} {sentence}" for sentence in sentences_of(scene.answer))


def topics_named(scene: Scene) -> str:
    """A closing sentence that names the points' words as topics."""
    words = [word.lower() for point in scene.question.points for word in re.findall(r"[A-Za-z]{7,}", point.statement)]
    return f"{scene.answer} So topics such as {', '.join(words)} and the like all matter a great deal here."


def with_adverbs(scene: Scene) -> str:
    """An adverb behind every auxiliary."""
    return AUXILIARY.sub(lambda match: f"{match[0]}{scene.random.choice(ADVERBS)} ", scene.answer)


DEVELOPMENT = (
    padding("filler appended", appended(texts.FILLER)),
    padding("repeated", lambda scene: f"{scene.answer} {scene.answer}"),
    padding("keywords appended", lambda scene: f"{scene.answer} Keywords: {keyword_list(scene)}."),
    padding("adjectives", with_adjectives),
    padding("question pasted in front", lambda scene: f"{scene.question.prompt} {scene.answer}"),
    padding("injection appended", lambda scene: f"{scene.answer} {scene.random.choice(texts.INJECTIONS)}"),
    padding("hollow talk appended", lambda scene: f"{scene.answer} {scene.random.choice(texts.HOLLOW)}"),
    dilution("eight unrelated sentences", appended(texts.FILLER)),
    padding("filler in front", lambda scene: f"{scene.random.choice(texts.EVERYDAY)} {scene.answer}"),
    padding("every sentence twice", stuttered),
    padding("keywords as topics", topics_named),
    padding("adverbs", with_adverbs),
    padding("question pasted behind", lambda scene: f"{scene.answer} You asked: {scene.question.prompt}"),
    padding("injection in front", lambda scene: f"{scene.random.choice(texts.INJECTIONS)} {scene.answer}"),
    padding("hollow talk in front", lambda scene: f"{scene.random.choice(texts.HOLLOW)} {scene.answer}"),
    dilution("eight unrelated sentences, woven in", woven),
)
