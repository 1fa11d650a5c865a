"""Points turned round by hand (benchmarks/contrasts), not by a rule, against the same points made by hand.

They are held out: the sentences of test questions were written by authors (language models) who knew neither the scorer
nor the attacks, and nothing is tuned on them. Thresholds were chosen on those of development questions.
"""

from functools import cache

from benchmarks.attacks.attack import Half, Scene
from benchmarks.attacks.denials import denial
from benchmarks.tuning.contrasts import Contrast, contrasts


@cache
def by_question() -> dict[str, tuple[Contrast, ...]]:
    """The contrasts of development and test questions."""
    found = [*contrasts("dev"), *contrasts("test")]
    return {name: tuple(one for one in found if one.question == name) for name in {one.question for one in found}}


def affirmed(scene: Scene) -> str | None:
    """The points made, each in a sentence that negates something else."""
    return " ".join(one.affirmed for one in by_question().get(scene.question.id, ())) or None


def falsehoods(scene: Scene) -> str:
    """The reverse of each, claimed with confidence and without a 'not'."""
    return " ".join(one.falsehood for one in by_question()[scene.question.id])


def turned(scene: Scene) -> str:
    """Each in the bank's own words but one: roles, order, a number or a key word changed."""
    return " ".join(one.turned for one in by_question()[scene.question.id])


def rejected(scene: Scene) -> str:
    """Each mentioned and turned down, as people do."""
    return " ".join(one.rejected for one in by_question()[scene.question.id])


HELD_OUT = (
    denial("falsehoods, by hand", falsehoods, affirmed, Half.HELD_OUT),
    denial("turned round, by hand", turned, affirmed, Half.HELD_OUT),
    denial("rejected, by hand", rejected, affirmed, Half.HELD_OUT),
)
