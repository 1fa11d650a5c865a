"""How what tells a sentence that takes back the others is fitted, and the sentences it is fitted on."""

import json
from collections import Counter

import numpy as np
import pytest

from benchmarks.fit_disowning import (
    FOLDER,
    FOLDS,
    Text,
    best,
    fitted,
    highest,
    lines_of,
    shares,
    with_new_writers,
)
from benchmarks.scoring_data import plain_windows
from skillprep.scoring.disowning import Disowning, runs_of
from tests.scoring.making import GOOD, HASHING

SAID = [
    ("They only claim that, all of it, and nobody does.", True),
    ("They only claim it and laugh about it later.", True),
    ("They only claim such things in brochures.", True),
    ("They only claim it for the auditors.", True),
    ("They only claim it, I never saw it done.", True),
    ("I was wrong once and mended it.", False),
    ("I was late with the report and said so.", False),
    ("I was glad of the second pair of eyes.", False),
    ("I was told to hurry and did not.", False),
    ("I was new there and asked a lot.", False),
]


def text(group: str, said: str, disowns: bool = False) -> Text:
    windows = plain_windows(said, HASHING.embed)
    return Text(group, windows.texts, windows.vectors, disowns)


BY_HAND = [text("ab"[place % 2], said, disowns) for place, (said, disowns) in enumerate(SAID)]
SENTENCES = (*GOOD.split(". "), "They only claim it, I heard, and I asked them why.")
ANSWERS = [text(f"question-{place}", sentence) for place, sentence in enumerate(GOOD.split(". ") * 2)]


@pytest.fixture(scope="module")
def model() -> Disowning:
    return fitted(BY_HAND, ANSWERS)


def test_the_runs_that_tell_have_weight_and_those_of_one_sentence_have_none(model: Disowning) -> None:
    assert model.runs["they only claim"] > 0 > model.runs["i was"]
    assert "brochures" not in model.runs


def test_a_new_sentence_of_the_kind_is_likelier_than_one_that_is_meant(model: Disowning) -> None:
    claimed, meant = text("c", "They only claim it to please you."), text("c", "I was careful with the data.")
    assert best(model, claimed) > best(model, meant)


def test_runs_are_weighed_in_fitting_as_they_are_in_scoring() -> None:
    runs = ["a", "a b", "b"]
    row = shares(["a b", "b c", "d"], runs).toarray()
    np.testing.assert_allclose(row, [[1 / np.sqrt(3)] * 3, [0, 0, 1], [0, 0, 0]])


def test_every_answer_is_judged_by_a_fit_that_saw_none_to_its_question() -> None:
    answers = [text(f"question-{place}", sentence) for place, sentence in enumerate(SENTENCES)]
    assert len(answers) == FOLDS
    for place, found in enumerate(highest(BY_HAND, answers)):
        others = [one for number, one in enumerate(answers) if number != place]
        assert found == best(fitted(BY_HAND, others), answers[place]) != best(fitted(BY_HAND, answers), answers[place])


def test_writers_of_harmless_sentences_alone_are_counted_apart() -> None:
    found = with_new_writers([*BY_HAND, text("talk", "Good morning to you all.")], ANSWERS, 99.0)
    assert found["called_of_talk"] == 0.0


def test_writers_are_judged_by_a_fit_without_them(model: Disowning) -> None:
    own = [text("c", f"Marmalade {word} marmalade.", disowns=True) for word in ("is", "or", "and", "for", "with")]
    everybody = [*BY_HAND, *own]
    known = min(best(fitted(everybody, ANSWERS), one) for one in own)
    unknown = max(best(model, one) for one in own)
    assert known > unknown
    assert with_new_writers(everybody, ANSWERS, (known + unknown) / 2)["found"] <= 0.5, "the half that others wrote"


def test_every_writer_wrote_as_many_that_take_back_as_that_only_sound_like_it_and_none_twice() -> None:
    rows = [(path.stem, json.loads(line)) for path in FOLDER.glob("*.jsonl") for line in lines_of(path)]
    kinds = Counter((writer, row["disowns"]) for writer, row in rows)
    writers = {writer for writer, disowns in kinds if disowns}
    assert len(writers) >= 8
    assert all(kinds[writer, True] == kinds[writer, False] >= 100 for writer in writers)
    texts = [row["text"].casefold().strip(" .!?") for _, row in rows]
    assert [said for said, count in Counter(texts).items() if count > 1] == []
    assert all(3 <= len(said.split()) <= 40 for said in texts)
    assert all(runs_of(said) for said in texts)
