"""Whether a sentence says the opposite of a point, by a small model that reads both together.

It is the packaged encoder with other tuned weights and a head of its own (polarity.safetensors; trained by
benchmarks/tuning, see polarity.json). Pairs are padded to their own length and chances are rounded, so that the
same pair gets the same answer whatever is judged beside it.
"""

import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from skillprep.errors import ScorerUnavailableError
from skillprep.semantic.by_length import on_one_thread, padded, passes
from skillprep.semantic.encoder import quiet
from skillprep.semantic.tuned import apply_changes, joined_sha256, read_changes, sha256_of

if TYPE_CHECKING:
    import torch
    from transformers import PreTrainedTokenizerBase

    from skillprep.semantic.polarity_model import PolarityModel

Floats = NDArray[np.float64]

DECIMALS = 4
"""Sums over another batch differ far behind; a threshold must not hang on that."""


class LocalPolarity:
    """Call `load` once before calling it. `sha256` names the model once it is loaded."""

    def __init__(self, folder: Path, changes: Path, base_sha256: str, threads: int = 1) -> None:
        self.sha256 = ""
        self._threads = threads
        self._pool = ThreadPoolExecutor(threads, "polarity", initializer=on_one_thread)
        self._folder = folder
        self._changes = changes
        self._base_sha256 = base_sha256
        self._parts: tuple[PreTrainedTokenizerBase, PolarityModel] | None = None
        self._lock = threading.Lock()

    def load(self) -> None:
        """Read the weights. Raises ScorerUnavailableError when they are missing or do not fit."""
        self._parts = open_polarity(self._folder, self._changes)
        self.sha256 = joined_sha256(self._base_sha256, sha256_of(self._changes))

    def __call__(self, pairs: Sequence[tuple[str, str]]) -> Floats:
        """For each (what was said, point) a row of two: the probability in [0, 1] that the first contradicts the
        second, supposing that it does so or that the second follows from it, and the log odds that it follows. Whether
        the first has to do with the second at all is not asked of the contradiction: the model knows too little of the
        field, and would leave open what it only does not recognise."""
        if self._parts is None:
            raise ScorerUnavailableError("The polarity model is still loading.")
        with self._lock:
            return self._judged(*self._parts, pairs)

    def _judged(
        self, tokenizer: "PreTrainedTokenizerBase", model: "PolarityModel", pairs: Sequence[tuple[str, str]]
    ) -> Floats:
        """One pass for each padded length, each on one thread, as by_length.py does it and for its reasons."""
        from skillprep.semantic.polarity_model import pair_tokens  # noqa: PLC0415 - see encoder.open_model

        found = np.zeros((len(pairs), 2))
        if not pairs:
            return found
        tokens = pair_tokens(tokenizer, pairs)
        lengths = tokens["attention_mask"].sum(dim=1).tolist()
        groups = list(passes(lengths, self._threads))
        chances = self._pool.map(lambda group: passed(model, tokens, group, padded(lengths[group[0]])), groups)
        for group, part in zip(groups, chances, strict=True):
            found[group] = part
        return np.round(found, DECIMALS)


def open_polarity(folder: Path, changes: Path) -> "tuple[PreTrainedTokenizerBase, PolarityModel]":
    """The tokenizer and the model with its changes applied."""
    # See encoder.open_model: torch takes seconds to import.
    from transformers import AutoModel, AutoTokenizer  # noqa: PLC0415

    from skillprep.semantic.polarity_model import PolarityModel  # noqa: PLC0415

    quiet()
    transformer = AutoModel.from_pretrained(folder, local_files_only=True)
    model = PolarityModel(transformer, transformer.config.hidden_size)
    for parameter in model.head.parameters():
        parameter.data.zero_()  # The changes hold the head whole.
    apply_changes(model, read_changes(changes))
    return AutoTokenizer.from_pretrained(folder, local_files_only=True), model.eval()


def passed(model: "PolarityModel", tokens: "dict[str, torch.Tensor]", group: list[int], width: int) -> Floats:
    """The rows of pairs of one padded length, as `LocalPolarity` says them."""
    import torch  # noqa: PLC0415

    from skillprep.semantic.polarity_model import CONTRADICTED, FOLLOWS, OPEN  # noqa: PLC0415

    with torch.inference_mode():
        cut = {name: fitted(value[group], width) for name, value in tokens.items()}
        odds = model(cut).double()
        against = (odds[:, CONTRADICTED] - odds[:, FOLLOWS]).sigmoid()
        follows = odds[:, FOLLOWS] - odds[:, [OPEN, CONTRADICTED]].logsumexp(dim=-1)
        return np.asarray(torch.stack([against, follows], dim=-1).numpy())


def fitted(value: "torch.Tensor", width: int) -> "torch.Tensor":
    """Columns cut or padded with zeros (the padding's own id) to a width."""
    import torch  # noqa: PLC0415

    return torch.nn.functional.pad(value[:, :width], (0, max(0, width - value.shape[1])))
