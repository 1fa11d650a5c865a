"""Flesch reading ease."""

from skillprep.bank.readability import reading_ease, syllables


def test_syllables_are_groups_of_vowels_without_a_silent_e() -> None:
    assert [syllables(word) for word in ("cat", "table", "make", "fairness", "accountability", "the")] == [
        1,
        2,
        1,
        2,
        6,
        1,
    ]


def test_plain_words_read_more_easily_than_academic_ones() -> None:
    plain = "The cat sat on the mat. It was warm. We let it be."
    academic = "Multidimensional accountability considerations necessitate institutionalised documentation."
    assert reading_ease(plain) > 100
    assert reading_ease(academic) < 0


def test_a_text_by_hand() -> None:
    # 6 words, 2 sentences, 7 syllables: 206.835 - 1.015 * 3 - 84.6 * 7 / 6
    assert abs(reading_ease("We asked them. They said nothing.") - (206.835 - 3.045 - 84.6 * 8 / 6)) < 1e-9


def test_no_words_read_as_nothing() -> None:
    assert reading_ease("... 123 !!!") == 0
