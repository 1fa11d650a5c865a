import pytest

from benchmarks.attacks.attack import Family, Half
from benchmarks.attacks.catalogue import ATTACKS, make_case
from benchmarks.attacks.texts import FILLER
from benchmarks.attacks.wording import sentences_of
from tests.benchmarks.attacks.scenes import made, scene

PADDING = [one for one in ATTACKS if one.family is Family.PADDING]


@pytest.mark.parametrize("attack", PADDING, ids=lambda one: f"{one.name}, {one.half}")
def test_padding_only_adds_words(attack: object) -> None:
    case = make_case(attack, scene())  # type: ignore[arg-type]
    assert case is not None
    left = iter(case.text.split())
    assert all(word in left for word in case.start.split()), "the honest words must all be there, in their order"
    assert len(case.text.split()) > len(case.start.split())


@pytest.mark.parametrize(
    ("name", "half"),
    [
        ("eight unrelated sentences", Half.DEVELOPMENT),
        ("eight unrelated sentences, woven in", Half.DEVELOPMENT),
        ("eight unrelated sentences", Half.HELD_OUT),
    ],
)
def test_eight_unrelated_sentences_are_eight(name: str, half: Half) -> None:
    start, text = made(name, half)
    assert len(sentences_of(text)) == len(sentences_of(start)) + 8


def test_the_filler_has_eight_sentences() -> None:
    assert len(sentences_of(FILLER)) == 8
