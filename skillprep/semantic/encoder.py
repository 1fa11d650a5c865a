"""The sentence encoder: a local sentence-transformers model whose weights are checked before they are used."""

import hashlib
import logging
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from skillprep.errors import ScorerUnavailableError
from skillprep.semantic.by_length import ByLength
from skillprep.semantic.chunks import pooled
from skillprep.semantic.tuned import apply_changes, joined_sha256, read_changes, sha256_of

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer
    from torch import nn

log = logging.getLogger(__name__)

WEIGHTS = "model.safetensors"


class EncoderState(StrEnum):
    """How far the model is."""

    LOADING = "loading"
    READY = "ready"
    FAILED = "failed"


@dataclass(frozen=True)
class ModelFiles:
    """Where a model lies and what its weights must hash to; with `sha256` empty any weights are taken.

    `changes`: a file of tuned.py that is added to the weights.
    """

    folder: Path
    name: str
    sha256: str
    changes: Path | None = None


class LocalEncoder:
    """Encodes texts with a sentence-transformers model. Call `load` once, in any thread, before calling the encoder."""

    def __init__(self, files: ModelFiles, threads: int) -> None:
        self.name = files.name
        self.sha256 = expected_sha256(files)
        self.state = EncoderState.LOADING
        self.failure = ""
        self._files = files
        self._threads = threads
        self._model: SentenceTransformer | None = None
        self._rows: ByLength | None = None
        self._lock = threading.Lock()

    def load(self) -> None:
        """Check and load the weights. A failure is kept in `state` and `failure`; it is logged, never raised."""
        try:
            self.sha256 = checked_sha256(self._files)
            self._model = open_model(self._files, self._threads)
            self._rows = ByLength(self._model, self._threads)
            self.state = EncoderState.READY
        except (ScorerUnavailableError, OSError, ValueError, ImportError, RuntimeError) as error:
            self.failure, self.state = str(error), EncoderState.FAILED
            log.exception("encoder_failed", extra={"model": self.name})

    def __call__(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Rows of unit length, one a text. Raises ScorerUnavailableError until the model is ready."""
        model, rows = self._model, self._rows
        if model is None or rows is None:
            raise ScorerUnavailableError(self.failure or "The language model is still loading.")
        with self._lock:
            return pooled(texts, rows, lambda text: token_count(model, text))


def expected_sha256(files: ModelFiles) -> str:
    """What `checked_sha256` will find, without reading the weights: what is cached under it can be used before they are
    loaded. Empty where any weights are taken."""
    if not files.sha256 or files.changes is None or not files.changes.is_file():
        return files.sha256
    return joined_sha256(files.sha256, sha256_of(files.changes))


def checked_sha256(files: ModelFiles) -> str:
    """The weights' sha256, joined with that of their changes. Raises ScorerUnavailableError when they are missing or
    not the expected ones."""
    weights = files.folder / WEIGHTS
    if not weights.is_file():
        raise ScorerUnavailableError(f"The language model's weights are missing: no {WEIGHTS} in its folder.")
    with weights.open("rb") as stream:
        found = hashlib.file_digest(stream, "sha256").hexdigest()
    if files.sha256 and found != files.sha256:
        raise ScorerUnavailableError(f"The language model's weights are not the expected ones (sha256 {found[:12]}…).")
    return joined_sha256(found, sha256_of(files.changes)) if files.changes else found


def open_model(files: ModelFiles, threads: int) -> "SentenceTransformer":
    """Load the model on the CPU from files alone."""
    # torch and its friends take seconds to import; a process that never scores must not wait for them.
    import torch  # noqa: PLC0415
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415

    quiet()
    torch.set_num_threads(threads)
    model = SentenceTransformer(str(files.folder), device="cpu", local_files_only=True)
    if files.changes:
        apply_changes(transformer_of(model), read_changes(files.changes))
    return model


def quiet() -> None:
    """Keep transformers from drawing bars and remarks between what commands print."""
    from transformers.utils import logging as transformers_logging  # noqa: PLC0415

    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    transformers_logging.set_verbosity_error()  # type: ignore[no-untyped-call]


def transformer_of(model: "SentenceTransformer") -> "nn.Module":
    """The model's transformer, whose weights the changes name."""
    found: nn.Module = model[0].auto_model  # type: ignore[assignment]
    return found


def token_count(model: "SentenceTransformer", text: str) -> int:
    """Word pieces of `text` with the two special ones, uncut."""
    return len(model.tokenizer.tokenize(text)) + 2
