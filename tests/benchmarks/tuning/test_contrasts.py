"""Points turned round and affirmed by hand: what training and measuring rely on."""

import re

import pytest

from benchmarks.scoring_data import in_parts, load_questions
from benchmarks.tuning.contrasts import contrasts
from benchmarks.tuning.polarity_pairs import most_alike

PARTS = ("train", "dev", "test")
PLAIN_NEGATION = re.compile(r"\b(?:not|no|never|nobody|nothing|none|false|wrong|myth)\b|n't\b", re.IGNORECASE)


@pytest.mark.parametrize("part", PARTS)
def test_each_belongs_to_a_point_of_its_own_part(part: str) -> None:
    points = {(question.id, point.id) for question in in_parts(load_questions(), part) for point in question.points}
    found = [(one.question, one.point) for one in contrasts(part)]
    assert found
    assert points.issuperset(found)
    assert len(set(found)) == len(found)


def test_no_sentence_stands_twice() -> None:
    texts = [text for part in PARTS for one in contrasts(part) for text in (*one.denials.values(), one.affirmed)]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("part", PARTS)
def test_a_falsehood_does_without_plain_negation(part: str) -> None:
    assert [one.falsehood for one in contrasts(part) if PLAIN_NEGATION.search(one.falsehood)] == []


def test_the_text_most_alike_shares_most_words() -> None:
    texts = ("Asks the owner.", "Tells the owner of the model in writing.", "Waits a week before the release.")
    assert most_alike("I would wait a week before any release", texts) == [texts[2]]
