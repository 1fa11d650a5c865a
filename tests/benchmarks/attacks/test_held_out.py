import re

import pytest

from benchmarks.attacks.attack import Attack, Demand, Family, Half, Scene
from benchmarks.attacks.catalogue import ATTACKS, Case, make_case
from benchmarks.attacks.denials import could_be_done
from benchmarks.attacks.held_out import texts
from benchmarks.attacks.held_out.denials import HELD_OUT as DENIALS
from benchmarks.attacks.held_out.falsehoods import HELD_OUT as FALSEHOODS
from benchmarks.attacks.held_out.falsehoods import nowhere_near, quantified, verbs_turned
from benchmarks.attacks.held_out.gerunds import gerund, ing
from benchmarks.attacks.wording import actions_of, sentences_of, without_stop
from tests.benchmarks.attacks.scenes import attack, made, questions, scene

ACTIONS = [one for one in DENIALS if one.start is could_be_done]
VERBATIM = [one for one in ACTIONS if one.name not in ("neglected", "pitfall instead")]
WHOLE = ("scrapped at the end", "a bad example")
BY_SENTENCE = [one for one in DENIALS if one.start is not could_be_done and one.name not in WHOLE]
CHANGED = [one for one in FALSEHOODS if one.rule.demand is Demand.DROPPED]


def cases(one: Attack) -> list[Case]:
    """The attack on all of the questions to which it applies."""
    found = [make_case(one, scene(place=place, seed=place)) for place in range(len(questions()))]
    return [case for case in found if case is not None]


def scene_of(case: Case) -> Scene:
    return scene(place=questions().index(case.question))


@pytest.mark.parametrize(
    ("verb", "found"),
    [
        ("make", "making"),
        ("set", "setting"),
        ("tie", "tying"),
        ("see", "seeing"),
        ("treat", "treating"),
        ("be", "being"),
    ],
)
def test_verbs_get_their_ending(verb: str, found: str) -> None:
    assert ing(verb) == found


def test_a_statement_becomes_something_to_skip() -> None:
    assert gerund("Verifies the log and refuses more.") == "verifying the log and refusing more"
    assert gerund("Found the fault.") is None


@pytest.mark.parametrize("one", ACTIONS, ids=lambda one: one.name)
def test_no_action_is_affirmed_any_more(one: Attack) -> None:
    assert cases(one)
    for case in cases(one):
        assert not any(f"I would {done}." in case.text for done in actions_of(scene_of(case)))


@pytest.mark.parametrize("one", VERBATIM, ids=lambda one: one.name)
def test_every_action_is_mentioned_all_the_same(one: Attack) -> None:
    for case in cases(one):
        assert all(done.lower() in case.text.lower() for done in actions_of(scene_of(case)))


@pytest.mark.parametrize("name", ["neglected", "pitfall instead"])
def test_every_action_is_there_as_it_is_or_as_what_is_skipped(name: str) -> None:
    for case in cases(attack(name, Half.HELD_OUT)):
        for point in case.question.points:
            if skipped := gerund(point.statement):
                plain = next(one for one in actions_of(scene_of(case)) if one.split()[-3:] == skipped.split()[-3:])
                assert skipped in case.text or plain in case.text


@pytest.mark.parametrize("one", BY_SENTENCE, ids=lambda one: one.name)
def test_every_sentence_stands_inside_something_that_takes_it_back(one: Attack) -> None:
    for case in cases(one):
        said = sentences_of(case.start)
        assert all(without_stop(sentence) in case.text for sentence in said)
        assert len(case.text.split()) >= len(case.start.split()) + 3 * len(said)


@pytest.mark.parametrize("name", WHOLE)
def test_a_whole_answer_is_taken_back_in_a_sentence_before_or_behind_it(name: str) -> None:
    start, text = made(name, Half.HELD_OUT)
    assert text.startswith(start) or text.endswith(start)
    assert len(text) > len(start)


@pytest.mark.parametrize("one", CHANGED, ids=lambda one: one.name)
def test_a_change_of_words_changes_every_sentence_that_it_is_judged_on(one: Attack) -> None:
    assert cases(one)
    for case in cases(one):
        before, after = sentences_of(case.start), sentences_of(case.text)
        assert len(before) == len(after)
        assert all(old != new for old, new in zip(before, after, strict=True))


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("I would publish the result.", "I would bury the result."),
        ("I would say that it fails and report how often.", "I would dispute that it fails and hush up how often."),
        ("I would keep the log.", "I would shy away from keeping the log."),
    ],
)
def test_what_would_be_done_becomes_its_opposite(sentence: str, found: str) -> None:
    assert verbs_turned(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("I would test every group.", "I would test hardly any group."),
        ("I would say that nobody is safe.", "I would say that just about everyone is safe."),
        ("I would test it, if somebody asks.", "I would test it, if somebody asks."),
        ("It is not done for every group.", "It is not done for every group."),
    ],
)
def test_quantifiers_are_turned_in_main_clauses_without_a_not(sentence: str, found: str) -> None:
    assert quantified(sentence) == found


def test_numbers_are_denied_but_years_and_articles_stay() -> None:
    assert nowhere_near("It was about 8 percent.") == "It was nowhere near 8 percent."
    assert nowhere_near("It came twice as often.") == "It came nowhere near twice as often."
    for same in ("Article 50 applies.", "Since 2 August 2026 it is law.", "Fairness with AIF360.", "It was 14:00."):
        assert nowhere_near(same) == same


def test_the_lowest_rating_is_claimed_with_every_pitfall() -> None:
    text = made("lowest rating claimed", Half.HELD_OUT)[1]
    assert all(without_stop(one.statement)[1:] in text for one in questions()[0].pitfalls)


def test_small_talk_has_eight_sentences() -> None:
    assert [len(sentences_of(passage)) for passage in texts.SMALL_TALK] == [8] * len(texts.SMALL_TALK)


def test_consultants_name_the_questions_own_nouns() -> None:
    text = made("consultants' talk", Half.HELD_OUT)[1]
    nouns = re.findall(r"\bthe ([a-z]+)\b", text)
    assert any(noun in questions()[0].prompt for noun in nouns)
    assert len(sentences_of(text)) == len(texts.CONSULTING)


def test_the_glossary_explains_only_words_that_occur() -> None:
    for case in cases(attack("glossary", Half.HELD_OUT)):
        said = " ".join((case.question.prompt, *(point.statement for point in case.question.points))).lower()
        assert all(sentence.split()[0].lower() in said for sentence in sentences_of(case.text))


def test_noun_stacks_hold_no_sentence_and_no_small_word() -> None:
    text = made("noun stacks", Half.HELD_OUT)[1]
    assert all(len(sentence.split()) <= 3 for sentence in sentences_of(text))
    assert min(map(len, re.findall(r"\w+", text))) >= 4


def test_no_passage_of_one_half_is_quoted_in_the_other() -> None:
    held = [one for one in ATTACKS if one.half is Half.HELD_OUT and one.family is Family.PADDING]
    seen = [one for one in ATTACKS if one.half is Half.DEVELOPMENT and one.family is Family.PADDING]
    passages = (*texts.ASIDES, *texts.SMALL_TALK, *texts.ORDERS, *texts.EVERYDAY, *texts.HOLLOW, *texts.INJECTIONS)
    assert not any(passage in case.text for one in seen for case in cases(one) for passage in passages)
    assert any(passage in case.text for one in held for case in cases(one) for passage in passages)


@pytest.mark.parametrize("name", ["learner's grammar", "dialect grammar"])
def test_another_grammar_keeps_most_of_the_words(name: str) -> None:
    for case in cases(attack(name, Half.HELD_OUT)):
        before, after = case.start.split(), set(case.text.split())
        assert sum(word in after for word in before) >= 0.8 * len(before)


def test_a_speaker_who_stumbles_says_every_word_and_number() -> None:
    for case in cases(attack("speech without punctuation", Half.HELD_OUT)):
        spoken = iter(case.text.split())
        plain = re.sub(r"(?<=\d),(?=\d)", "", case.start)
        assert all(word in spoken for word in re.sub(r"\.(?!\d)|[^\w\s'.%]", " ", plain).lower().split())
