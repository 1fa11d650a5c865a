"""More words, nothing more said, held-out half."""

import re

from benchmarks.attacks.attack import Half, Scene
from benchmarks.attacks.held_out import texts
from benchmarks.attacks.padding import dilution, padding
from benchmarks.attacks.wording import sentences_of

HELD = Half.HELD_OUT
ADVERBS = ("really", "truly", "absolutely", "certainly", "always", "proactively")
AUXILIARY = re.compile(r"\b(would|will|should|can|could|must) (?!not)(?=[a-z])")


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


HELD_OUT = (
    padding("filler appended", lambda scene: f"{scene.random.choice(texts.EVERYDAY)} {scene.answer}", HELD),
    padding("repeated", stuttered, HELD),
    padding("keywords appended", topics_named, HELD),
    padding("adjectives", with_adverbs, HELD),
    padding("question pasted behind", lambda scene: f"{scene.answer} You asked: {scene.question.prompt}", HELD),
    padding("injection appended", lambda scene: f"{scene.random.choice(texts.INJECTIONS)} {scene.answer}", HELD),
    padding("hollow talk appended", lambda scene: f"{scene.random.choice(texts.HOLLOW)} {scene.answer}", HELD),
    dilution("eight unrelated sentences", woven, HELD),
)
