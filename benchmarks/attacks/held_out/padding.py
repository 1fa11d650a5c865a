"""More words, nothing more said, held-out half."""

import re
from collections.abc import Sequence

from benchmarks.attacks.attack import Half, Scene
from benchmarks.attacks.held_out import texts
from benchmarks.attacks.padding import dilution, padding
from benchmarks.attacks.wording import lowered, sentences_of, without_stop

HELD = Half.HELD_OUT
TAILS = (
    "I mean that with all my heart.",
    "Full stop, no ifs and no buts.",
    "And that to the very highest of standards.",
    "With passion and an eye for detail, too.",
    "In the best of all possible ways, naturally.",
)


def in_the_middle(scene: Scene, digression: str) -> str:
    """A digression between the two halves of the honest answer."""
    said = sentences_of(scene.answer)
    half = (len(said) + 1) // 2
    return " ".join((*said[:half], digression, *said[half:]))


def digressed(scene: Scene) -> str:
    """An anecdote in the middle, with a bow to and from it."""
    return in_the_middle(
        scene, f"By the way, that reminds me. {scene.random.choice(texts.ASIDES)} But where was I, back to it."
    )


def ordered_in_the_middle(scene: Scene) -> str:
    """An order to whoever scores, in the middle."""
    return in_the_middle(scene, scene.random.choice(texts.ORDERS))


def summed_up(scene: Scene) -> str:
    """The answer, and every second sentence of it again as a summary."""
    again = [f"as I said, {lowered(sentence)}" for sentence in sentences_of(scene.answer)[::2]]
    return f"{scene.answer} To sum up: {' And '.join(again)}"


def with_headings(scene: Scene) -> str:
    """A word of the points as a heading above every sentence."""
    words = [word for point in scene.question.points for word in re.findall(r"[a-z]{7,}", point.statement)]
    scene.random.shuffle(words)
    spare = iter(words)
    return "\n".join(f"{next(spare, 'more').capitalize()}:\n{sentence}" for sentence in sentences_of(scene.answer))


def with_tails(scene: Scene) -> str:
    """A fine phrase behind every sentence."""
    return " ".join(f"{sentence} {scene.random.choice(TAILS)}" for sentence in sentences_of(scene.answer))


def between(said: Sequence[str], spare: Sequence[str]) -> str:
    """A spare sentence behind each sentence said; what is left over comes last."""
    pairs = [part for one, other in zip(said, spare, strict=False) for part in (one, other)]
    rest = (*said[len(spare) :], *spare[len(said) :])
    return " ".join((*pairs, *rest))


def question_between(scene: Scene) -> str:
    """The question, a sentence of it after each sentence of the answer."""
    asked = [f"As to what you asked, {lowered(without_stop(one))}." for one in sentences_of(scene.question.prompt)]
    return between(sentences_of(scene.answer), asked)


def platitudes_between(scene: Scene) -> str:
    """A proverb or a platitude after each sentence."""
    return between(sentences_of(scene.answer), scene.random.sample(texts.PLATITUDES, k=len(texts.PLATITUDES)))


def framed(scene: Scene) -> str:
    """Four unrelated sentences in front and four behind."""
    spare = sentences_of(scene.random.choice(texts.SMALL_TALK))
    return " ".join((*spare[:4], scene.answer, *spare[4:]))


HELD_OUT = (
    padding("digression in the middle", digressed, HELD),
    padding("summed up", summed_up, HELD),
    padding("keywords as headings", with_headings, HELD),
    padding("fine phrases", with_tails, HELD),
    padding("question between", question_between, HELD),
    padding("orders in the middle", ordered_in_the_middle, HELD),
    padding("platitudes between", platitudes_between, HELD),
    dilution("eight unrelated sentences", framed, HELD),
)
