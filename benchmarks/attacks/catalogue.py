"""Every attack, and the texts they make for given questions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

from benchmarks.attacks import denials, denials_seen, honest, identity, padding, perturbations, worthless, written
from benchmarks.attacks.attack import Attack, Scene
from benchmarks.attacks.held_out import denials as held_denials
from benchmarks.attacks.held_out import falsehoods as held_falsehoods
from benchmarks.attacks.held_out import identity as held_identity
from benchmarks.attacks.held_out import padding as held_padding
from benchmarks.attacks.held_out import perturbations as held_perturbations
from benchmarks.attacks.held_out import worthless as held_worthless
from skillprep.bank.labelled import AnswerFile
from skillprep.bank.question import Question

ATTACKS: tuple[Attack, ...] = (
    *honest.DEVELOPMENT,
    *(*worthless.DEVELOPMENT, *held_worthless.HELD_OUT),
    *(*denials.DEVELOPMENT, *denials_seen.DEVELOPMENT),
    *(*held_denials.HELD_OUT, *held_falsehoods.HELD_OUT, *written.HELD_OUT),
    *(*padding.DEVELOPMENT, *held_padding.HELD_OUT),
    *(*perturbations.DEVELOPMENT, *held_perturbations.HELD_OUT),
    *(*identity.DEVELOPMENT, *held_identity.HELD_OUT),
)


@dataclass(frozen=True)
class Case:
    """One text for one question. `start`: the honest text it is compared with, '' where nothing is compared."""

    attack: Attack
    question: Question
    start: str
    text: str


def make_cases(
    questions: Sequence[Question],
    others: Sequence[Question],
    files: Iterable[AnswerFile],
    attacks: Sequence[Attack] = ATTACKS,
) -> list[Case]:
    """One case for each attack and question to which it applies. The same on every machine and in every order.

    `others` are the questions that foreign answers come from, usually the whole bank.
    """
    labelled = {file.question: file.answers for file in files}
    found = []
    for attack in attacks:
        for question in questions:
            random = Random(f"{attack.half}/{attack.family}/{attack.name}/{question.id}")
            case = make_case(attack, Scene(question, tuple(others), labelled.get(question.id, ()), random))
            found += [case] if case is not None else []
    return found


def make_case(attack: Attack, scene: Scene) -> Case | None:
    """None where the attack does not apply: there is no honest text, or nothing in it that it could change."""
    start = attack.start(scene)
    if start is None:
        return None
    text = attack.make(Scene(scene.question, scene.others, scene.labelled, scene.random, start))
    if text is None or (attack.compares and text == start):
        return None
    return Case(attack, scene.question, start if attack.compares else "", text)
