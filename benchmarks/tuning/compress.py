"""The change of every weight, cut to its strongest directions."""

from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors.torch import save_file
from torch import Tensor

from skillprep.semantic.tuned import DOWN, UP, WHOLE


def changes(before: Mapping[str, Tensor], after: Mapping[str, Tensor], rank: int) -> dict[str, Tensor]:
    """Truncated singular value decomposition of each changed matrix; vectors and the head whole; in 16 bits."""
    found: dict[str, Tensor] = {}
    for name, weight in after.items():
        change = weight.detach() - before[name]
        if not change.abs().max() > 0:
            continue
        if change.ndim == 1 or name.startswith("head."):
            found[name + WHOLE] = change.half()
            continue
        left, sizes, right = torch.linalg.svd(change, full_matrices=False)
        root = sizes[:rank].sqrt()
        found[name + UP] = (left[:, :rank] * root).half().contiguous()
        found[name + DOWN] = (root[:, None] * right[:rank]).half().contiguous()
    return found


def save(found: dict[str, Tensor], path: Path) -> None:
    """Write them."""
    save_file(found, path)
