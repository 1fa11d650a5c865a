"""The models in front of many candidates: their sentences and pairs are batched, and each is judged once."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from skillprep.semantic.batcher import Batcher, Bounds
from skillprep.semantic.encoder import EncoderState
from skillprep.semantic.open_encoder import Encoder

Vectors = NDArray[np.float32]
Pair = tuple[str, str]

BATCH_CHARACTERS = 12_000
"""About 2,500 word pieces, half a second's work on two cores: a caller never waits long behind one batch."""
KEPT = 4_096
"""6 MiB of rows 384 wide."""


class BatchingEncoder:
    """An encoder in front of another one; see Batcher for who waits for what."""

    def __init__(self, encoder: Encoder, batch_characters: int = BATCH_CHARACTERS, kept: int = KEPT) -> None:
        self._encoder = encoder
        bounds = Bounds[str](size=len, batch=batch_characters, kept=kept)
        self._batcher = Batcher[str, Vectors](self._rows, lambda: encoder.sha256, bounds)

    @property
    def name(self) -> str:
        """The encoder's name."""
        return self._encoder.name

    @property
    def sha256(self) -> str:
        """The sha256 of the encoder's weights."""
        return self._encoder.sha256

    @property
    def state(self) -> EncoderState:
        """How far the encoder is."""
        return self._encoder.state

    @property
    def failure(self) -> str:
        """Why the encoder cannot be used; empty while it can."""
        return self._encoder.failure

    def load(self) -> None:
        """Load the encoder."""
        self._encoder.load()

    def __call__(self, texts: Sequence[str]) -> Vectors:
        """Rows of unit length, one a text. Raises what the encoder raises for one of these texts, and for no others."""
        if not texts or self.state is not EncoderState.READY:
            return self._encoder(texts)
        return np.stack(self._batcher(texts))

    def _rows(self, texts: Sequence[str]) -> list[Vectors]:
        """One row a text, as copies, so that a remembered row does not keep its whole batch in memory."""
        return [row.copy() for row in self._encoder(texts)]


class BatchingPairs:
    """A model that judges pairs of texts, such as polarity, in front of many callers. `version` names its weights."""

    def __init__(self, judge: Callable[[Sequence[Pair]], NDArray[np.float64]], version: Callable[[], str]) -> None:
        bounds = Bounds[Pair](size=lambda pair: len(pair[0]) + len(pair[1]), batch=BATCH_CHARACTERS, kept=KEPT)
        self._batcher = Batcher[Pair, list[float]](lambda pairs: judge(pairs).tolist(), version, bounds)

    def __call__(self, pairs: Sequence[Pair]) -> NDArray[np.float64]:
        """A row of two numbers a pair. Raises what the model raises for one of these pairs."""
        return np.asarray(self._batcher(pairs), dtype=np.float64).reshape(len(pairs), 2)
