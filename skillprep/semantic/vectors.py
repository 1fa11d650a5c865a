"""Vectors of the bank's own texts, kept in memory and on disk. Candidates' answers never pass through here."""

import hashlib
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
BATCH = 64
FORMAT = 2


class VectorCache:
    """An encoder that remembers. `folder` holds one file a model; None keeps everything in memory alone."""

    def __init__(self, encode: Callable[[Sequence[str]], Vectors], folder: Path | None) -> None:
        self._encode = encode
        self._folder = folder
        self._rows: dict[str, NDArray[np.float32]] = {}
        self._lock = threading.Lock()

    def __call__(self, texts: Sequence[str]) -> Vectors:
        """Rows of unit length, one a text. Raises ScorerUnavailableError when a new text meets no model."""
        keys = [key(text) for text in texts]
        missing = {one: text for one, text in zip(keys, texts, strict=True) if one not in self._rows}
        if missing:
            rows = self._encode(list(missing.values()))
            with self._lock:
                self._rows.update(zip(missing, rows, strict=True))
        return np.stack([self._rows[one] for one in keys]) if keys else np.zeros((0, 0), dtype=np.float32)

    def warm(self, texts: Sequence[str], model_sha256: str, progress: Callable[[int, int], None]) -> None:
        """Have the vectors of all texts at hand, from disk where they are, and keep them there for the next start."""
        self.read(model_sha256)
        missing = [text for text in dict.fromkeys(texts) if key(text) not in self._rows]
        for start in range(0, len(missing), BATCH):
            self(missing[start : start + BATCH])
            progress(min(start + BATCH, len(missing)), len(missing))
        if missing:
            self.write(model_sha256)

    def knows(self, texts: Sequence[str]) -> bool:
        """Whether every text's vector is at hand."""
        return all(key(text) in self._rows for text in texts)

    def read(self, model_sha256: str) -> None:
        """Take over what an earlier start kept; an unreadable file counts as none."""
        path = self.path(model_sha256)
        if path is None or not path.is_file():
            return
        try:
            with path.open("rb") as stream, np.load(stream, allow_pickle=False) as stored:
                rows = dict(zip(stored["keys"].tolist(), stored["rows"].astype(np.float32), strict=True))
        except (OSError, ValueError, KeyError, EOFError, BadZipFile):
            return
        with self._lock:
            self._rows = {**rows, **self._rows}

    def write(self, model_sha256: str) -> None:
        """Keep every vector, by way of a second file, so that a crash never leaves half of one."""
        path = self.path(model_sha256)
        if path is None or not self._rows:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(f".{threading.get_ident()}.partial")
        with partial.open("wb") as stream, self._lock:
            np.savez(stream, keys=np.array(list(self._rows)), rows=np.stack(list(self._rows.values())))
        partial.replace(path)

    def path(self, model_sha256: str) -> Path | None:
        """The file of a model's vectors. Its name changes when the same model would make other bits (by_length.py)."""
        return self._folder / f"vectors-{FORMAT}-{model_sha256[:16]}.npz" if self._folder and model_sha256 else None


def key(text: str) -> str:
    """A text's name in the cache."""
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()
