"""Questions of the bank with their labelled answers, for tests of the attacks."""

import json
from functools import cache
from random import Random

import yaml

from benchmarks.attacks.attack import Attack, Half, Scene
from benchmarks.attacks.catalogue import ATTACKS, make_case
from skillprep.bank.labelled import AnswerFile
from skillprep.bank.question import Question
from skillprep.config import ROOT

NAMES = (
    *("contain-the-forecaster", "red-team-before-release", "loan-model-card-review", "proxy-feature-found"),
    *("what-three-percent-means", "tools-that-nobody-had-approved"),
)


@cache
def questions() -> tuple[Question, ...]:
    """Six questions, two of them of one skill."""
    paths = {path.stem: path for path in (ROOT / "question_bank/questions").glob("*/*.yaml")}
    return tuple(
        Question.model_validate_json(json.dumps(yaml.safe_load(paths[name].read_text("utf-8")), default=str))
        for name in NAMES
    )


@cache
def answers() -> tuple[AnswerFile, ...]:
    """Their labelled answers."""
    folder = ROOT / "question_bank/answers"
    texts = ((folder / f"{name}.yaml").read_text("utf-8") for name in NAMES)
    return tuple(AnswerFile.model_validate_json(json.dumps(yaml.safe_load(text))) for text in texts)


def scene(answer: str = "", seed: int = 0, place: int = 0) -> Scene:
    """A scene about one of the questions."""
    return Scene(questions()[place], questions(), answers()[place].answers, Random(seed), answer)


def made(name: str, half: Half = Half.DEVELOPMENT, place: int = 0) -> tuple[str, str]:
    """The honest text and what the attack of this name makes of it; fails where the attack does not apply."""
    case = make_case(attack(name, half), scene(place=place))
    assert case is not None
    return case.start, case.text


def attack(name: str, half: Half) -> Attack:
    return next(one for one in ATTACKS if one.name == name and one.half is half)
