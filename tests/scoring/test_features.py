"""Features of windows against targets."""

import numpy as np
import pytest

from skillprep.scoring.answer import read_answer
from skillprep.scoring.features import NAMES, best_rival, features
from skillprep.scoring.reference import question_reference, reference_texts
from skillprep.scoring.windows import Windows, clauses, make_windows
from tests.scoring.making import GOOD, hashing_encoder, question


def windows_of(text: str) -> Windows:
    sentences = read_answer(text).sentences
    usable = [True] * len(sentences)
    return make_windows(sentences, usable, hashing_encoder)


def feature(text: str, name: str) -> np.ndarray:
    table = features(question_reference(question(), hashing_encoder), windows_of(text))
    return np.asarray(table[:, :, NAMES.index(name)])


def test_there_is_one_row_for_each_target_window_and_feature() -> None:
    assert features(question_reference(question(), hashing_encoder), windows_of(GOOD)).shape == (5, 7, len(NAMES))


def test_a_target_said_word_for_word_has_full_recall_and_beats_its_rivals() -> None:
    said = question().points[1].statement
    assert feature(said, "recall")[1, 0] == pytest.approx(1.0)
    assert feature(said, "margin").argmax() == 1
    assert feature(said, "centred").argmax() == 1


def test_a_sentence_about_nothing_recalls_nothing() -> None:
    assert feature("Soup is lovely.", "recall").max() == 0.0


def test_windows_are_sentences_and_neighbours_but_never_across_an_unusable_one() -> None:
    sentences = read_answer("I asked them. We built it. They left us. You stayed here.").sentences
    usable = [True, True, False, True]
    windows = make_windows(sentences, usable, hashing_encoder)
    assert list(zip(windows.first, windows.last, strict=True)) == [(0, 0), (1, 1), (3, 3), (0, 1)]
    assert np.allclose(np.linalg.norm(windows.vectors, axis=1), 1.0)


def test_the_clauses_of_a_sentence_are_windows_too_and_its_vector_is_their_mean() -> None:
    said = "We stopped the release for a week; the vendor had changed the model without a word. They left us then."
    windows = make_windows(read_answer(said).sentences, [True, True], hashing_encoder)
    assert list(zip(windows.first, windows.last, strict=True)) == [(0, 0), (1, 1), (0, 1), (0, 0), (0, 0)]
    whole, first, second = windows.vectors[0], windows.vectors[3], windows.vectors[4]
    assert np.allclose(whole, (first + second) / np.linalg.norm(first + second))
    assert windows.stems[3].isdisjoint(windows.stems[4])
    assert windows.stems[0] == windows.stems[3] | windows.stems[4]


def test_a_clause_is_judged_for_denial_with_its_whole_sentence() -> None:
    said = "It is a widespread myth about models: you measure the error of each group."
    windows = make_windows(read_answer(said).sentences, [True], hashing_encoder)
    assert len(windows) == 3
    assert len(set(windows.texts)) == len(set(windows.words)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We measured the error of each group", ["We measured the error of each group"]),
        ("Two steps: measure the error of every group", ["Two steps, measure the error of every group"]),
        ("At 10:30 a well-known colleague called us", ["At 10:30 a well-known colleague called us"]),
        (
            "First we asked the people on call; then we changed the two limits \u2014 and told nobody why we did",
            ["First we asked the people on call", "then we changed the two limits", "and told nobody why we did"],
        ),
        ("; ;", [";"]),
    ],
)
def test_a_sentence_is_cut_at_its_heavy_stops_if_both_sides_say_something(text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


def test_the_best_rival_is_the_best_other() -> None:
    assert best_rival(np.array([[0.2, 0.9, 0.5]])).tolist() == [[0.9, 0.5, 0.9]]
    assert best_rival(np.array([[0.2]])).tolist() == [[0.2]]


def test_the_reference_texts_are_all_that_scoring_fetches() -> None:
    fetched: list[str] = []
    question_reference(question(), lambda texts: (fetched.extend(texts), hashing_encoder(texts))[1])
    assert tuple(fetched) == reference_texts(question())
