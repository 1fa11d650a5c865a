"""The polarity model itself, a cross-encoder over (sentence, point). Imported late: it needs torch."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

if TYPE_CHECKING:
    from transformers import PreTrainedModel, PreTrainedTokenizerBase

FOLLOWS, OPEN, CONTRADICTED = 0, 1, 2
CLASSES = 3
HIDDEN = 128
MAX_TOKENS = 160


class PolarityModel(nn.Module):
    """Both texts pass the transformer together; the mean of each side's rows, their difference and product decide."""

    def __init__(self, transformer: "PreTrainedModel", width: int) -> None:
        super().__init__()
        self.transformer = transformer
        self.head = nn.Sequential(nn.Linear(4 * width, HIDDEN), nn.Tanh(), nn.Linear(HIDDEN, CLASSES))

    def forward(self, tokens: dict[str, Tensor]) -> Tensor:
        """Log odds (pairs, 3) of follows, open, contradicted."""
        rows = self.transformer(**tokens).last_hidden_state
        sides = tokens["token_type_ids"]
        said = mean_of(rows, tokens["attention_mask"] * (1 - sides))
        point = mean_of(rows, tokens["attention_mask"] * sides)
        found: Tensor = self.head(torch.cat([said, point, (said - point).abs(), said * point], dim=-1))
        return found


def mean_of(rows: Tensor, mask: Tensor) -> Tensor:
    """Mean of the rows whose mask is 1."""
    weights = mask.unsqueeze(-1).to(rows.dtype)
    return (rows * weights).sum(dim=1) / weights.sum(dim=1).clamp(min=1e-6)


def pair_tokens(tokenizer: "PreTrainedTokenizerBase", pairs: Sequence[tuple[str, str]]) -> dict[str, Tensor]:
    """What the model reads. A stop at the end of a text says nothing of what it means, only of who wrote it down."""
    said, points = zip(*pairs, strict=True)
    found = tokenizer(
        [text.rstrip(" .!") for text in said],
        [text.rstrip(" .!") for text in points],
        padding=True,
        truncation="longest_first",
        max_length=MAX_TOKENS,
        return_tensors="pt",
        return_token_type_ids=True,
    )
    return dict(found)
