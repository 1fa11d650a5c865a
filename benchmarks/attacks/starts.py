"""The honest answer that an attack begins with."""

from benchmarks.attacks.attack import Scene
from benchmarks.attacks.wording import action, past_action
from skillprep.bank.labelled import LabelledAnswer, Quality


def nothing(_scene: Scene) -> str:
    """For texts made of nothing honest."""
    return ""


def model_answer(scene: Scene) -> str:
    """The question's model answer."""
    return scene.question.model_answers[-1].text


def points_said(scene: Scene) -> str | None:
    """Every point in the words of its statement: 'I would …', 'I once …'."""
    said = []
    for point in scene.question.points:
        if present := action(point.statement):
            said.append(f"I would {present}.")
        elif past := past_action(point.statement):
            said.append(f"I {past}.")
    return " ".join(said) or None


def phrasings_said(scene: Scene) -> str:
    """Every point as its first accepted phrasing."""
    return " ".join(point.phrasings[0] for point in scene.question.points)


def labelled(scene: Scene, *qualities: Quality) -> LabelledAnswer | None:
    """One of the question's labelled answers of these qualities."""
    found = [answer for answer in scene.labelled if answer.quality in qualities]
    return scene.random.choice(found) if found else None


def partial(scene: Scene) -> str | None:
    """A believable answer that makes some of the points."""
    found = labelled(scene, Quality.PARTIAL)
    return found.text if found else None


def weak(scene: Scene) -> str | None:
    """A believable answer that makes next to none."""
    found = labelled(scene, Quality.WEAK)
    return found.text if found else None


def not_yet_good(scene: Scene) -> str | None:
    """A labelled answer of either quality: one that padding could lift."""
    found = labelled(scene, Quality.PARTIAL, Quality.WEAK)
    return found.text if found else None


def good_or_partial(scene: Scene) -> str | None:
    """The model answer for half of the questions, a labelled partial answer for the others."""
    return model_answer(scene) if scene.random.random() < 0.5 else partial(scene)
