"""A deterministic encoder that needs no model: hashed words and letter trigrams. It knows spelling, not meaning."""

import hashlib
import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from skillprep.semantic.encoder import EncoderState

WIDTH = 512


class HashingEncoder:
    """Stands where the model stands in tests of everything but meaning. Always ready."""

    name = "hashing"
    sha256 = hashlib.sha256(b"hashing encoder, words and letter trigrams, 512 wide").hexdigest()
    state = EncoderState.READY
    failure = ""

    def load(self) -> None:
        """Nothing to load."""

    def __call__(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Rows of unit length; equal texts have equal rows on every machine, texts sharing words have close ones."""
        return np.stack([row(text) for text in texts]) if texts else np.zeros((0, WIDTH), dtype=np.float32)


def row(text: str) -> NDArray[np.float32]:
    """The hashed bag of words (weight 1) and letter trigrams (weight 1/4) of one text."""
    found = np.zeros(WIDTH, dtype=np.float32)
    for word in re.findall(r"\w+", text.casefold()):
        padded = f" {word} "
        add(found, word, 1.0)
        for start in range(len(padded) - 2):
            add(found, padded[start : start + 3], 0.25)
    found[0] += 1e-6
    return np.asarray(found / np.linalg.norm(found), dtype=np.float32)


def add(found: NDArray[np.float32], feature: str, weight: float) -> None:
    """Add a feature at its hashed place, with a hashed sign so that collisions cancel on average."""
    digest = hashlib.blake2b(feature.encode(), digest_size=5).digest()
    found[int.from_bytes(digest[:4], "big") % WIDTH] += weight if digest[4] & 1 else -weight
