"""The cache of the bank's vectors."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from skillprep.errors import ScorerUnavailableError
from skillprep.semantic.hashing import HashingEncoder
from skillprep.semantic.vectors import VectorCache

SHA = "a" * 64


def unavailable(texts: Sequence[str]) -> NDArray[np.float32]:
    raise ScorerUnavailableError("no model")


def silent(_done: int, _total: int) -> None: ...


def test_a_text_is_encoded_once() -> None:
    seen: list[str] = []

    def encode(texts: Sequence[str]) -> NDArray[np.float32]:
        seen.extend(texts)
        return HashingEncoder()(texts)

    cache = VectorCache(encode, None)
    first = cache(["one", "two", "one"])
    assert np.array_equal(first, cache(["one", "two", "one"]))
    assert seen == ["one", "two"]


def test_the_next_start_needs_no_model_for_known_texts(tmp_path: Path) -> None:
    VectorCache(HashingEncoder(), tmp_path).warm(["one", "two"], SHA, silent)
    later = VectorCache(unavailable, tmp_path)
    later.read(SHA)
    assert later.knows(["one", "two"])
    assert np.allclose(later(["two"]), HashingEncoder()(["two"]))
    with pytest.raises(ScorerUnavailableError):
        later(["three"])


def test_another_models_vectors_are_not_taken(tmp_path: Path) -> None:
    VectorCache(HashingEncoder(), tmp_path).warm(["one"], SHA, silent)
    later = VectorCache(unavailable, tmp_path)
    later.read("b" * 64)
    assert not later.knows(["one"])


def test_a_broken_file_counts_as_none(tmp_path: Path) -> None:
    cache = VectorCache(HashingEncoder(), tmp_path)
    path = cache.path(SHA)
    assert path is not None
    path.write_bytes(b"PK\x03\x04 not really")
    cache.warm(["one"], SHA, silent)
    assert cache.knows(["one"])
