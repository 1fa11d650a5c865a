"""The polarity model as shipped: plain contradictions are told from agreement, whatever else is judged beside them."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from skillprep.errors import ScorerUnavailableError
from skillprep.semantic.open_encoder import packaged_files
from skillprep.semantic.polarity import LocalPolarity
from skillprep.semantic.tuned import shipped
from skillprep.semantic.tuned_encoder import TunedEncoder

CONTRADICTIONS = [
    ("The backup is kept in the same room.", "The backup is kept in another building."),
    ("Latency fell after the change.", "Latency rose after the change."),
    ("We never tested it with users.", "We tested it with users."),
    ("The limit is 40 requests.", "The limit is 90 requests."),
    ("It is false that the model was retrained.", "The model was retrained."),
]
AGREEMENTS = [
    ("We keep the backup in a different building.", "The backup is kept in another building."),
    ("After the change latency went up.", "Latency rose after the change."),
    ("Users tried it out in three sessions.", "We tested it with users."),
    ("There was no doubt that we had to retrain the model.", "The model had to be retrained."),
]


@pytest.fixture(scope="module")
def polarity() -> LocalPolarity:
    files = packaged_files()
    model = LocalPolarity(files.folder, shipped("polarity"), files.sha256)
    model.load()
    return model


@pytest.mark.model
def test_contradictions_score_high_and_agreement_low(polarity: LocalPolarity) -> None:
    assert (polarity(CONTRADICTIONS)[:, 0] >= 0.6).mean() >= 0.8
    assert (polarity(AGREEMENTS)[:, 0] < 0.6).all()


@pytest.mark.model
def test_what_agrees_follows_and_what_contradicts_or_is_beside_the_point_does_not(polarity: LocalPolarity) -> None:
    beside = [(said, point) for (said, _), (_, point) in pairwise(AGREEMENTS)]
    assert (polarity(AGREEMENTS)[:, 1] > 0).all()
    assert (polarity(CONTRADICTIONS)[:, 1] < 0).all()
    assert (polarity(beside)[:, 1] < 0).all()


@pytest.mark.model
def test_a_pair_is_judged_alike_alone_and_in_company(polarity: LocalPolarity) -> None:
    together = polarity([*CONTRADICTIONS, *AGREEMENTS])
    alone = np.concatenate([polarity([pair]) for pair in (*CONTRADICTIONS, *AGREEMENTS)])
    assert np.array_equal(together, alone)


@pytest.mark.model
def test_no_pairs_cost_nothing(polarity: LocalPolarity) -> None:
    assert polarity([]).shape == (0, 2)


def test_before_it_is_loaded_it_says_so() -> None:
    files = packaged_files()
    with pytest.raises(ScorerUnavailableError, match="still loading"):
        LocalPolarity(files.folder, shipped("polarity"), files.sha256)([("a", "b")])


def test_without_its_file_nothing_is_scored_with_half_a_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("skillprep.semantic.tuned_encoder.shipped", lambda name: tmp_path / f"{name}.safetensors")
    encoder = TunedEncoder(packaged_files(), threads=1)
    encoder.load()
    assert encoder.state.value == "failed"
    assert "polarity.safetensors" in encoder.failure
    with pytest.raises(ScorerUnavailableError, match="polarity"):
        encoder(["a sentence"])
