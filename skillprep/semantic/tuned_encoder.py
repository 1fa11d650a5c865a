"""What scoring reads with: the packaged model as tuned here, and the model that tells denials."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from skillprep.errors import ScorerUnavailableError
from skillprep.semantic.encoder import EncoderState, LocalEncoder, ModelFiles
from skillprep.semantic.polarity import LocalPolarity
from skillprep.semantic.tuned import shipped


class TunedEncoder:
    """An encoder that is ready when its polarity model is, too: answers are scored with both or not at all."""

    def __init__(self, packaged: ModelFiles, threads: int) -> None:
        self.name = f"{packaged.name} (tuned)"
        self.polarity = LocalPolarity(packaged.folder, shipped("polarity"), packaged.sha256, threads)
        self._encoder = LocalEncoder(
            ModelFiles(packaged.folder, self.name, packaged.sha256, shipped("encoder")), threads
        )
        self._failure = ""

    @property
    def sha256(self) -> str:
        """The hash of the packaged weights and what tuning changed."""
        return self._encoder.sha256

    @property
    def state(self) -> EncoderState:
        """How far both models are."""
        return EncoderState.FAILED if self._failure else self._encoder.state

    @property
    def failure(self) -> str:
        """Why they cannot be used; empty while they can."""
        return self._failure or self._encoder.failure

    def load(self) -> None:
        """Load both. The polarity model comes first, because the encoder's state says that all is ready."""
        try:
            self.polarity.load()
        except (ScorerUnavailableError, OSError, ValueError, RuntimeError) as error:
            self._failure = f"The polarity model cannot be used. {error}"
            return
        self._failure = ""
        self._encoder.load()

    def __call__(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Rows of unit length. Raises ScorerUnavailableError until the models are ready."""
        if self._failure:
            raise ScorerUnavailableError(self._failure)
        return self._encoder(texts)
