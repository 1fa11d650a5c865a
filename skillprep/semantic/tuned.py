"""What training changed in the packaged model, kept small: for every weight a product of two narrow matrices.

W' = W + up @ down, with `rank` columns in `up` (the truncated singular value decomposition of the full change);
biases and normalisations are kept whole. The files are made by benchmarks/tuning.
"""

import hashlib
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from skillprep.errors import ScorerUnavailableError

if TYPE_CHECKING:
    from torch import Tensor, nn

UP, DOWN, WHOLE = ".up", ".down", ".whole"


def shipped(name: str) -> Path:
    """The file of a change that is shipped: `encoder` or `polarity`."""
    return Path(str(resources.files("skillprep.semantic") / f"{name}.safetensors"))


def sha256_of(path: Path) -> str:
    """The file's hash. Raises ScorerUnavailableError when it is missing."""
    if not path.is_file():
        raise ScorerUnavailableError(f"The tuned weights are missing: no {path.name} beside the program.")
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def joined_sha256(*hashes: str) -> str:
    """One hash for a model made of several files, in their order."""
    return hashlib.sha256(" ".join(hashes).encode()).hexdigest()


def read_changes(path: Path) -> dict[str, "Tensor"]:
    """The tensors of a file. Raises ScorerUnavailableError when it cannot be read."""
    from safetensors import SafetensorError  # noqa: PLC0415  torch takes seconds to import; see encoder.open_model
    from safetensors.torch import load_file  # noqa: PLC0415

    try:
        return load_file(path)
    except (OSError, SafetensorError) as error:
        raise ScorerUnavailableError(f"The tuned weights in {path.name} cannot be read: {error}") from error


def apply_changes(module: "nn.Module", changes: Mapping[str, "Tensor"]) -> None:
    """Add the changes to the parameters they name. Raises ScorerUnavailableError when one has no such place."""
    import torch  # noqa: PLC0415

    parameters = dict(module.named_parameters())
    with torch.no_grad():
        for key, tensor in changes.items():
            name, _, form = key.rpartition(".")
            if name not in parameters:
                raise ScorerUnavailableError(f"The tuned weights do not fit this model: it has no {name}.")
            if form == WHOLE[1:]:
                parameters[name].add_(tensor.float())
            elif form == UP[1:]:
                parameters[name].add_(tensor.float() @ changes[name + DOWN].float())
