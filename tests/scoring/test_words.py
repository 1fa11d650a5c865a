"""Tokens, stems and function words."""

import pytest

from skillprep.scoring.words import content_stems, function_share, stem, tokens


def test_tokens_keep_apostrophes_inside_words_only() -> None:
    assert tokens("Don't 'quote' it, e-mail 3 people!") == ("don't", "quote", "it", "e", "mail", "3", "people")


@pytest.mark.parametrize(
    "family",
    [
        ("evaluate", "evaluated", "evaluating", "evaluation", "evaluates"),
        ("plan", "plans", "planned", "planning"),
        ("process", "processes", "processed"),
        ("group", "groups", "grouped"),
    ],
)
def test_forms_of_one_word_share_a_stem(family: tuple[str, ...]) -> None:
    assert len({stem(word) for word in family}) == 1


def test_function_words_carry_no_content() -> None:
    assert content_stems(tokens("I would have asked them about the groups")) == {stem("asked"), stem("groups")}


def test_lists_of_terms_have_few_function_words() -> None:
    assert function_share(tokens("fairness, audits, metrics, logging")) == 0.0
    assert function_share(tokens("I would ask them what it is for")) > 0.5
    assert function_share(()) == 0.0
