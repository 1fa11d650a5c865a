import pytest

from benchmarks.attacks.wording import (
    action,
    exchange,
    infinitive,
    lowered,
    only_changed,
    paired,
    past_action,
    sentences_of,
    some_words,
)
from tests.benchmarks.attacks.scenes import questions, scene


@pytest.mark.parametrize(
    ("verb", "plain"),
    [
        ("tests", "test"),
        ("identifies", "identify"),
        ("practises", "practise"),
        ("discusses", "discuss"),
        ("has", "have"),
        ("reaches", "reach"),
        ("fixes", "fix"),
        ("goes", "go"),
    ],
)
def test_third_person_verbs_lose_their_ending(verb: str, plain: str) -> None:
    assert infinitive(verb) == plain


def test_a_statement_in_the_present_becomes_something_one_can_do() -> None:
    assert (
        action("Verifies the log and refuses what does not match.") == "verify the log and refuse what does not match"
    )


def test_nouns_after_and_are_left_alone() -> None:
    assert action("Keeps data and logs and reports.") == "keep data and logs and report"


def test_a_statement_in_the_past_stays_in_the_past() -> None:
    assert action("Found the fault.") is None
    assert past_action("Found the fault.") == "found the fault"


def test_a_statement_without_a_verb_in_front_is_neither() -> None:
    assert (action("For each group, reports a rate."), past_action("For each group, reports a rate.")) == (None, None)


def test_nearly_every_point_of_the_bank_can_be_said_as_an_action() -> None:
    statements = [point.statement for question in questions() for point in question.points]
    sayable = [one for one in statements if action(one) or past_action(one)]
    assert len(sayable) >= 0.95 * len(statements)


def test_sentences_end_at_full_stops_and_not_in_numbers() -> None:
    assert sentences_of("It fell to 0.58. Then it rose! Did it? Yes.") == [
        "It fell to 0.58.",
        "Then it rose!",
        "Did it?",
        "Yes.",
    ]


@pytest.mark.parametrize(("text", "found"), [("We do", "we do"), ("I do", "I do"), ("AI is", "AI is"), ("", "")])
def test_i_and_abbreviations_keep_their_capital(text: str, found: str) -> None:
    assert lowered(text) == found


def test_words_are_exchanged_both_ways_at_once_with_plurals_and_capitals() -> None:
    swap = exchange(paired("doctor / patient, hot / cold"))
    assert swap("Doctors tell a patient that hot is not cold.") == "Patients tell a doctor that cold is not hot."
    assert swap("A shot in the dark.") == "A shot in the dark."


def test_only_the_sentences_that_change_are_kept() -> None:
    chosen = only_changed(lambda one: one.answer, exchange(paired("hot / cold")))
    assert chosen(scene("It is hot. It rains. It was cold.")) == "It is hot. It was cold."
    assert chosen(scene("It rains.")) is None


@pytest.mark.parametrize("share", [0.05, 0.1, 0.2])
def test_the_asked_share_of_words_is_changed(share: float) -> None:
    text = "several gentle horses wander along muddy forest paths " * 25
    changed = some_words(text, share, scene().random, lambda word: word.upper())
    assert sum(word.isupper() for word in changed.split()) == round(share * 200)
    assert changed.lower() == text
