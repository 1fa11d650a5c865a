"""Training the polarity model from the packaged encoder's own layers."""

import time
from collections.abc import Iterator, Sequence
from random import Random

import torch
from sentence_transformers import SentenceTransformer
from torch import nn
from torch.nn import functional

from benchmarks.tuning.polarity_pairs import FOLLOWS, Pair
from skillprep.semantic.polarity_model import PolarityModel, pair_tokens

BATCH = 32
LEARNING_RATES = (1e-4, 6e-5)
"""Of the two stages."""
WARM_UP = 0.06
SHARES = {"wikifactcheck": 0.5, "agreed": 0.5}
"""Sources of which only a share is used in each epoch."""


def new_model(base: SentenceTransformer) -> PolarityModel:
    """The base's transformer with a fresh head."""
    transformer = base[0].auto_model
    return PolarityModel(transformer, transformer.config.hidden_size)


def batches(found: Sequence[Pair], random: Random) -> Iterator[list[Pair]]:
    """Batches of like length, in a new order, some pairs turned round where that keeps the label."""
    kept = [pair for pair in found if random.random() < SHARES.get(pair.source, 1.0)]
    random.shuffle(kept)
    blocks = [kept[start : start + BATCH * 30] for start in range(0, len(kept), BATCH * 30)]
    cut = []
    for block in blocks:
        block.sort(key=lambda pair: len(pair.said) + len(pair.point))
        cut += [block[start : start + BATCH] for start in range(0, len(block), BATCH)]
    random.shuffle(cut)
    yield from cut


def train(
    model: PolarityModel, tokenizer: object, found: Sequence[Pair], seed: int, epochs: float, rate: float
) -> None:
    """Change the model in place; word embeddings stay, all else moves."""
    torch.manual_seed(seed)
    random = Random(seed)
    plan = [batch for _ in range(int(epochs + 0.999)) for batch in batches(found, random)]
    plan = plan[: int(len(plan) * epochs / int(epochs + 0.999))]
    for name, parameter in model.named_parameters():
        parameter.requires_grad_("word_embeddings" not in name and "position_embeddings" not in name)
    body = [one for name, one in model.named_parameters() if one.requires_grad and "head" not in name]
    optimiser = torch.optim.AdamW(
        [{"params": body, "lr": rate}, {"params": model.head.parameters(), "lr": 10 * rate}],
        weight_decay=0.01,
    )
    steps = len(plan)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / (WARM_UP * steps), (steps - step) / (steps * (1 - WARM_UP)))
    )
    model.train()
    began, shown = time.monotonic(), 0.0
    for step, batch in enumerate(plan):
        pairs = [
            (pair.point, pair.said) if pair.label != 1 and random.random() < turned(pair) else (pair.said, pair.point)
            for pair in batch
        ]
        labels = torch.tensor([pair.label for pair in batch])
        loss = functional.cross_entropy(model(pair_tokens(tokenizer, pairs)), labels, label_smoothing=0.05)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad()
        schedule.step()
        shown = 0.98 * shown + 0.02 * float(loss.detach())
        if (step + 1) % 100 == 0:
            smooth = shown / (1 - 0.98 ** (step + 1))
            print(f"  step {step + 1}/{steps}, loss {smooth:.3f}, {time.monotonic() - began:.0f} s", flush=True)
    model.eval()


def turned(pair: Pair) -> float:
    """How often the two sides change places: contradiction has no direction, following has."""
    return (
        0.5
        if pair.source in ("sem_anto_neg", "wikifactcheck", "number", "sides", "agreed") or pair.label != FOLLOWS
        else 0.0
    )
