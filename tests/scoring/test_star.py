"""How an answer is built as a story: told apart without an encoder, and never part of the score."""

import hashlib
import json
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from skillprep.bank.vocabulary import Level, StarTag
from skillprep.config import ROOT
from skillprep.scoring.answer import read_answer
from skillprep.scoring.score import score_answer
from skillprep.scoring.star import Star
from skillprep.scoring.star_features import NAMES, star_features
from skillprep.scoring.structure import structure_of
from skillprep.scoring.values import Score, StoryPart, Structure
from tests.scoring.making import FILLER, GOOD, HASHING, STAR, question

ARTEFACT = ROOT / "skillprep/scoring/star.json"
STORY = (
    "Last year I was working at a small bakery chain that ordered its flour with a forecast.",
    "My task was to find out within a week why two shops always ran out of bread.",
    "First I asked the two managers what they saw on Saturdays and wrote their answers down.",
    "Then I compared the forecast with the tills and showed the owner that holidays were left out.",
    "I added the holidays by hand and tested it on the year before.",
    "In the end the shops ran out of bread twice in three months instead of eleven times.",
)
PARTS = [StoryPart.SITUATION, StoryPart.TASK, StoryPart.ACTION, StoryPart.ACTION, StoryPart.ACTION, StoryPart.RESULT]
SPOKEN = (
    "so yeah this was at a hotel where i worked and we had this tool that tells you which room to clean first and it"
    " was always wrong for the third floor so i asked the ladies on the third floor and they told me the lift is slow"
    " and then i counted the minutes for a week and i showed that to my boss and after that they changed it and now it"
    " is half an hour faster every day"
)
FOREIGN_SPEAKER = (
    "In my last company we have a system for sort the letters. My boss he wanted that I look why so many goes wrong."
    " I have read two hundred letters with my hands and I make a list. I speak with the people of the post. After this"
    " the mistakes was only the half."
)


def structure(text: str) -> Structure:
    return structure_of(read_answer(text).sentences, STAR)


def scored(text: str) -> Score:
    return score_answer(question(), text, Level.INTERMEDIATE, HASHING, "test")


def test_the_shipped_artefact_fits_the_features_that_are_computed() -> None:
    assert STAR.features == NAMES
    assert set(STAR.parts) == {part.value for part in StoryPart} - {"unclear"}
    assert set(STAR.absent) == {tag.value for tag in StarTag}


def test_its_hash_is_that_of_its_own_text() -> None:
    text = ARTEFACT.read_text("utf-8")
    assert STAR.sha256 == hashlib.sha256(text.strip().encode()).hexdigest() == structure(" ".join(STORY)).star_sha256


def test_its_card_says_how_good_it_is_beside_what_is_simpler() -> None:
    assert {"made_on", "made_by", "data", "seed", "answers", "figures", "not_measured"} <= STAR.card.keys()
    sets = json.loads((ROOT / "benchmarks/results/star.json").read_text("utf-8"))["figures"]["parts"]
    for name, found in sets.items():
        assert found["answers"] >= 10, name
        judges = {judge: figures["macro_f1"]["value"] for judge, figures in found["judges"].items()}
        assert judges["SkillPrep"] > judges["place alone"] > judges["most frequent part"], name


@pytest.mark.parametrize(
    "change",
    [{"mean": (0.0,)}, {"scale": (0.0,) * len(NAMES)}, {"intercepts": (0.0,)}, {"prior": (0.0, 0.1, 0.2, 0.3, 0.4)}],
)
def test_an_artefact_that_cannot_be_computed_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Star.model_validate(STAR.model_dump() | change)


def test_a_plain_story_is_told_apart() -> None:
    assert [sentence.part for sentence in structure(" ".join(STORY)).sentences] == PARTS
    assert structure(" ".join(STORY)).missing == ()


def test_a_story_without_its_result_misses_it() -> None:
    found = structure(" ".join(STORY[:2] + STORY[2:5]))
    assert StoryPart.RESULT not in {sentence.part for sentence in found.sentences}


def test_advice_in_general_is_a_remark_and_no_story() -> None:
    found = structure(
        "I think fairness is really important and you should always take it very seriously. People are the key."
        " Communication is always about trust, and I believe that every team should be honest. In general I think it's"
        " important to be passionate."
    )
    assert found.shares[StoryPart.REMARK] > 0.5
    assert StarTag.RESULT in found.missing


def test_speech_without_a_full_stop_is_still_a_situation_an_action_and_a_result() -> None:
    parts = dict.fromkeys(sentence.part for sentence in structure(SPOKEN).sentences)
    assert list(parts) == [StoryPart.SITUATION, StoryPart.ACTION, StoryPart.RESULT]


@pytest.mark.parametrize("text", [FOREIGN_SPEAKER, " ".join(STORY).upper(), " ".join(STORY).lower()])
def test_plain_english_capitals_and_small_letters_do_not_break_it(text: str) -> None:
    parts = [sentence.part for sentence in structure(text).sentences]
    assert parts[0] is StoryPart.SITUATION
    assert parts[-1] is StoryPart.RESULT
    assert StoryPart.ACTION in parts


def test_no_sentence_has_no_parts() -> None:
    assert STAR.probabilities(star_features([])).shape == (0, len(STAR.parts))


def test_every_sentence_by_itself_is_judged_the_same_without_the_chain() -> None:
    alone = STAR.model_copy(update={"chain": 0.0})
    rows = star_features([sentence.words for sentence in read_answer(" ".join(STORY)).sentences])
    each = np.vstack([alone.probabilities(rows[place : place + 1]) for place in range(len(rows))])
    assert np.allclose(alone.probabilities(rows), each)


@settings(deadline=None, max_examples=80)
@given(st.text(max_size=300))
def test_any_text_has_one_part_a_sentence_and_shares_that_add_up(text: str) -> None:
    sentences = read_answer(text).sentences
    if not sentences:
        return
    found = structure_of(sentences, STAR)
    assert len(found.sentences) == len(sentences)
    assert sum(found.shares.values()) == pytest.approx(1.0 if any(one.words for one in sentences) else 0.0, abs=1e-3)
    assert not {tag.value for tag in found.missing} & {one.part.value for one in found.sentences}
    probabilities = STAR.probabilities(star_features([one.words for one in sentences]))
    assert np.allclose(probabilities.sum(axis=1), 1.0, atol=1e-3)


def test_a_score_carries_the_structure_of_its_own_sentences() -> None:
    found = scored(" ".join((GOOD, *STORY)))
    assert found.structure is not None
    assert len(found.structure.sentences) == len(found.sentences)
    assert Score.model_validate_json(found.model_dump_json()) == found


@pytest.mark.parametrize("text", ["", "yes", "fairness, metrics, audits, logging, groups, drift, alarms"])
def test_what_a_guard_stops_has_no_structure(text: str) -> None:
    assert scored(text).structure is None


def test_a_score_stored_before_there_was_structure_can_still_be_read() -> None:
    stored = json.loads(scored(GOOD).model_dump_json())
    del stored["structure"]
    assert Score.model_validate(stored).structure is None


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from((*STORY, *FILLER, GOOD)), min_size=1, max_size=8))
def test_the_structure_changes_no_number_of_the_score(pieces: list[str]) -> None:
    text = " ".join(pieces)
    without = score_answer(question(), text, Level.INTERMEDIATE, replace(HASHING, star=None), "test")
    assert scored(text).model_copy(update={"structure": None}) == without


@settings(deadline=None, max_examples=40)
@given(st.permutations(STORY), st.integers(1, len(STORY)))
def test_a_story_about_something_else_buys_no_content(order: list[str], count: int) -> None:
    before, after = scored(GOOD), scored(" ".join((GOOD, *order[:count])))
    assert before.value is not None
    assert after.value is not None
    assert after.value - before.value <= 0.03
