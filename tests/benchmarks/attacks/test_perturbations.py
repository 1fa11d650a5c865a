import re
import unicodedata

import pytest

from benchmarks.attacks.attack import Half
from benchmarks.attacks.perturbations import DIALECT, bulleted, by, mistyped, typographic
from skillprep.scoring.normalise import fold
from tests.benchmarks.attacks.scenes import made, scene


def differing(one: str, other: str) -> float:
    before, after = one.split(), other.split()
    assert len(before) == len(after)
    return sum(a != b for a, b in zip(before, after, strict=True)) / len(before)


@pytest.mark.parametrize("half", list(Half))
@pytest.mark.parametrize("share", [5, 10, 20])
def test_typing_errors_hit_the_share_of_words_that_the_name_says(share: int, half: Half) -> None:
    assert differing(*made(f"typing errors, {share}% of words", half)) == pytest.approx(share / 100, abs=0.015)


def test_a_mistyped_word_differs_by_one_slip_and_keeps_its_first_letter() -> None:
    random = scene().random
    for _ in range(200):
        found = mistyped("measure", random)
        assert found != "measure"
        assert found[0] == "m"
        assert len(found) in (6, 7, 8)


@pytest.mark.parametrize(("name", "half"), [("small letters", Half.DEVELOPMENT), ("capitals", Half.DEVELOPMENT)])
def test_case_changes_nothing_but_case(name: str, half: Half) -> None:
    start, text = made(name, half)
    assert start != text
    assert start.casefold() == text.casefold()


@pytest.mark.parametrize(
    ("name", "half"),
    [
        ("full-width letters", Half.DEVELOPMENT),
        ("look-alike letters", Half.DEVELOPMENT),
        ("zero-width characters", Half.DEVELOPMENT),
        ("decomposed accents", Half.DEVELOPMENT),
        ("mathematical letters", Half.HELD_OUT),
        ("zero-width characters", Half.HELD_OUT),
        ("ligatures", Half.HELD_OUT),
    ],
)
def test_a_reader_sees_the_same_letters(name: str, half: Half) -> None:
    start, text = made(name, half)
    assert start != text
    assert fold(start).text == fold(text).text


def test_decomposed_accents_stand_apart_from_their_letters() -> None:
    start, text = made("decomposed accents")
    assert unicodedata.is_normalized("NFC", start)
    assert any(map(unicodedata.combining, text))


def test_typographic_signs_stand_for_the_plain_ones() -> None:
    assert typographic('"It isn\'t" - so') == "\u201cIt isn\u2019t\u201d \u2014 so"


def test_each_sentence_gets_a_bullet() -> None:
    assert bulleted("One. Two is more.") == "- One.\n- Two is more."


def test_dialect_keeps_denials_denials_and_affirmations_affirmations() -> None:
    vernacular = by(DIALECT)
    assert vernacular("It isn't fair to those people.") == "It ain't fair to them people."
    assert "ain't" not in vernacular("It is fair and they are glad.")


@pytest.mark.parametrize("half", list(Half))
def test_transcribed_speech_has_no_punctuation_and_all_the_words(half: Half) -> None:
    start, text = made("speech without punctuation", half)
    assert not re.search(r"[,;:!?]|\.(?!\d)", text)
    spoken = iter(text.split())
    plain = re.sub(r"[^\w\s'%.]|\.(?!\d)", " ", start).lower().split()
    if half is Half.DEVELOPMENT:
        assert all(word.strip(".") in spoken for word in plain)
