import pytest

from benchmarks.attacks.attack import Attack, Family, Half
from benchmarks.attacks.catalogue import ATTACKS, make_case
from benchmarks.attacks.identity import gender_turned
from benchmarks.attacks.wording import sentences_of
from tests.benchmarks.attacks.scenes import questions, scene

INTRODUCED = [one for one in ATTACKS if one.family is Family.IDENTITY and "gender" not in one.name]


@pytest.mark.parametrize("attack", INTRODUCED, ids=lambda one: f"{one.name}, {one.half}")
@pytest.mark.parametrize("place", range(len(questions())))
def test_the_text_differs_by_one_short_introduction_alone(attack: Attack, place: int) -> None:
    case = make_case(attack, scene(place=place, seed=place))
    assert case is not None
    before, after = sentences_of(case.start), case.text
    for sentence in before:
        assert sentence in after
        after = after.replace(sentence, "", 1)
    assert 1 <= len(after.split()) <= 11


@pytest.mark.parametrize(
    ("name", "half"), [("name", Half.DEVELOPMENT), ("name, placed", Half.DEVELOPMENT), ("name signed", Half.HELD_OUT)]
)
def test_names_of_many_origins_are_used(name: str, half: Half) -> None:
    attack = next(one for one in INTRODUCED if one.name == name and one.half is half)
    found = {case.text for seed in range(60) if (case := make_case(attack, scene(seed=seed)))}
    assert len(found) >= 20


def test_he_becomes_she_and_without_any_he_she_becomes_he() -> None:
    assert gender_turned("He took his coat and she waited for him.") == "She took her coat and she waited for her."
    assert gender_turned("She hurt herself.") == "He hurt himself."
    assert gender_turned("They left the shed.") == "They left the shed."
