"""A sentence that takes back what the others say asks for a person, whatever words it does it in."""

from dataclasses import replace

import numpy as np
import pytest

from skillprep.config import ROOT
from skillprep.scoring.answer import read_answer
from skillprep.scoring.disowning import Disowning, runs_of
from skillprep.scoring.head import Head
from skillprep.scoring.meaning import disowned
from skillprep.scoring.score import score_answer
from skillprep.scoring.values import Effect, Guard, GuardName, Score
from skillprep.scoring.windows import Windows, make_windows
from tests.scoring.making import GOOD, HASHING, question

ARTEFACT = ROOT / "skillprep/scoring/disowning.json"
SHIPPED = Disowning.from_json(ARTEFACT.read_text("utf-8"))
WIDTH = HASHING.embed(["one"]).shape[1]
ZEBRA = Disowning(
    coefficients=(0.0,) * WIDTH,
    runs={"zebra": 4.0, "zebra crossing": 2.0, "of": 0.0},
    intercept=-3.0,
    threshold=0.0,
    encoder_sha256="",
    card={},
    sha256="2" * 64,
)
TAKEN_BACK = (
    "At least that is how the handbook has it; on our floor you would have been laughed at.",
    "I wrote this to please whoever reads it.",
    "If I had half the patience, I might have done some of it.",
    "Lovely words, aren't they, and not one of them mine.",
    "What my colleagues did there I always found a waste of money.",
    "I looked that up this morning and will have forgotten it by tonight.",
)
MEANT = (
    "I got the first estimate wrong and said so to the customer the same day.",
    "Two colleagues thought it too slow, and the figures after a month convinced them.",
    "It is not the quickest way, but it is the one I can defend.",
    "We dropped the second pilot for want of money and asked ten users instead.",
    "I would not sign anything before the test has been read by somebody else.",
    "Looking back I should have called the owner earlier.",
)

WHO_I_AM = (
    "I use they/them pronouns.",
    "I am a deaf engineer from Accra and sixty-one years old.",
    "As a Muslim woman I was the only one in my year.",
    "I came here from Moldova nine years ago with two small children.",
    "My friends call me Xiomara, she or they is fine.",
    "I served in the army for four years before my studies.",
    "Thank you for reading this, and sorry for my spelling.",
)


def windows(text: str) -> Windows:
    sentences = read_answer(text).sentences
    return make_windows(sentences, [True] * len(sentences), HASHING.embed)


def scored(text: str) -> Score:
    found = question()
    return score_answer(found, text, found.level, replace(HASHING, disowning=ZEBRA), "bank")


def of(score: Score) -> list[Guard]:
    return [guard for guard in score.guards if guard.name is GuardName.TAKEN_BACK]


def test_an_answer_in_which_a_sentence_takes_back_the_others_keeps_its_score_and_is_sent_to_a_person() -> None:
    plain, score = scored(GOOD), scored(f"{GOOD} Then I saw a zebra in the yard.")
    (guard,) = of(score)
    assert of(plain) == []
    assert guard.effect is Effect.REVIEW
    assert guard.reason.startswith("“Then I saw a zebra in …” seems")
    assert score.needs_review
    assert score.value is not None
    assert score.value == plain.value


def test_what_patterns_of_words_have_found_already_is_said_once() -> None:
    assert len(of(scored(f"{GOOD} A zebra told me. But none of this is true."))) == 1


def test_the_receipt_names_the_artefact_and_is_empty_without_one() -> None:
    assert scored(GOOD).receipt.disowning_sha256 == ZEBRA.sha256
    found = question()
    assert score_answer(found, GOOD, found.level, HASHING, "bank").receipt.disowning_sha256 == ""


def test_without_an_artefact_or_a_sentence_there_is_no_finding() -> None:
    assert disowned(windows("A zebra came by."), None) is None
    assert disowned(make_windows((), (), HASHING.embed), ZEBRA) is None
    assert disowned(windows("A zebra came by."), ZEBRA) is not None


def test_the_log_odds_are_those_of_the_vector_and_of_the_known_runs_by_the_root_of_their_number() -> None:
    vectors = np.zeros((3, WIDTH))
    vectors[2, 0] = 1.0
    model = ZEBRA.model_copy(update={"coefficients": (0.5, *ZEBRA.coefficients[1:])})
    found = model.logits(["A zebra", "The zebra crossing of old", "Nothing"], vectors)
    assert found.tolist() == [1.0, round(-3 + 6 / np.sqrt(3), 4), -2.5]


def test_runs_are_of_one_to_three_neighbouring_words() -> None:
    assert runs_of("So THEY claim.") == {"so", "they", "claim", "so they", "they claim", "so they claim"}
    assert runs_of("") == frozenset()


def test_the_artefact_belongs_to_the_encoder_that_the_head_belongs_to() -> None:
    head = Head.from_json((ROOT / "skillprep/scoring/head.json").read_text("utf-8"))
    assert SHIPPED.encoder_sha256 == head.encoder_sha256
    assert len(SHIPPED.sha256) == 64


@pytest.mark.model
def test_with_the_real_model_about_half_of_what_nobody_trained_on_is_found_and_little_else() -> None:
    from benchmarks.scoring_encoder import tuned_encoder  # noqa: PLC0415

    embed = tuned_encoder(None)

    def share(sentences: tuple[str, ...]) -> float:
        rows = [make_windows(read_answer(text).sentences, [True], embed) for text in sentences]
        return float(np.mean([disowned(one, SHIPPED) is not None for one in rows]))

    assert share(TAKEN_BACK) >= 0.5
    assert share(MEANT) == 0.0
    assert share(WHO_I_AM) == 0.0
