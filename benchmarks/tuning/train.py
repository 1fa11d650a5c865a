"""Tuning the packaged encoder: texts are drawn to the points they express and pushed off those they do not."""

import time
from random import Random

import numpy as np
import torch
from sentence_transformers import SentenceTransformer
from torch import Tensor, nn
from torch.nn import functional

from benchmarks.tuning.batches import UNKNOWN, Batch, epoch

SOURCES = ("argkp", "scientsbank", "beetle", "bank", "nli")
WEIGHTS = {"argkp": 1.0, "scientsbank": 0.7, "beetle": 0.7, "bank": 1.5, "nli": 0.5}
LEARNING_RATE = 8e-5
WARM_UP = 0.1


class Calibration(nn.Module):
    """Cosine to log odds: a scale and a bias for every source, because each was labelled to its own standard."""

    def __init__(self) -> None:
        super().__init__()
        self.scale = nn.Parameter(torch.full((len(SOURCES),), float(np.log(10.0))))
        self.bias = nn.Parameter(torch.full((len(SOURCES),), -5.0))

    def forward(self, cosines: Tensor, source: str) -> Tensor:
        place = SOURCES.index(source)
        return cosines * self.scale[place].exp() + self.bias[place]


def tune(model: SentenceTransformer, seed: int, epochs: int) -> None:
    """Change the model's layers in place; its word embeddings stay."""
    torch.manual_seed(seed)
    random = Random(seed)
    plan = [batch for _ in range(epochs) for batch in epoch(random)]
    for name, parameter in model.named_parameters():
        parameter.requires_grad_("embeddings" not in name)
    calibration = Calibration()
    optimiser = torch.optim.AdamW(
        [
            {"params": [one for one in model.parameters() if one.requires_grad], "lr": LEARNING_RATE},
            {"params": list(calibration.parameters()), "lr": 5e-3, "weight_decay": 0.0},
        ],
        weight_decay=0.01,
    )
    steps = len(plan)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / (WARM_UP * steps), (steps - step) / (steps * (1 - WARM_UP)))
    )
    model.train()
    began, shown = time.monotonic(), 0.0
    for step, batch in enumerate(plan):
        loss = WEIGHTS[batch.source] * batch_loss(model, calibration, batch)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad()
        schedule.step()
        shown = 0.98 * shown + 0.02 * float(loss.detach())
        if (step + 1) % 50 == 0:
            smooth = shown / (1 - 0.98 ** (step + 1))
            print(f"  step {step + 1}/{steps}, loss {smooth:.3f}, {time.monotonic() - began:.0f} s", flush=True)
    model.eval()


def vectors(model: SentenceTransformer, texts: tuple[str, ...]) -> Tensor:
    """Unit rows with gradients."""
    tokens = model.tokenizer(list(texts), padding=True, truncation=True, max_length=128, return_tensors="pt")
    return functional.normalize(model.forward(dict(tokens))["sentence_embedding"], dim=-1)


def batch_loss(model: SentenceTransformer, calibration: Calibration, batch: Batch) -> Tensor:
    """Binary cross-entropy of every known pair and, for texts that express some target, of the choice among targets."""
    unique = tuple(dict.fromkeys((*batch.rows, *batch.texts)))
    order = sorted(range(len(unique)), key=lambda place: len(unique[place]))
    encoded = torch.empty(0)
    half = (len(order) + 1) // 2
    parts = [vectors(model, tuple(unique[place] for place in some)) for some in (order[:half], order[half:]) if some]
    encoded = torch.cat(parts)
    where = {unique[place]: row for row, place in enumerate(order)}
    rows = encoded[[where[text] for text in batch.rows]]
    texts = encoded[[where[text] for text in batch.texts]]
    cosines = best_of(rows @ texts.T, batch)
    logits = calibration(cosines, batch.source)
    labels = torch.from_numpy(batch.labels)
    known = labels != UNKNOWN
    each = functional.binary_cross_entropy_with_logits(logits, labels.clamp(min=0), reduction="none")
    loss = each[known].mean()
    if labels.shape[1] > 1:
        choosing = (labels == 1).any(dim=1)
        if choosing.any():
            masked = torch.where(known, logits, torch.full_like(logits, -1e4))[choosing]
            wanted = (labels == 1)[choosing].float()
            share = wanted / wanted.sum(dim=1, keepdim=True)
            loss = loss + 0.3 * -(share * masked.log_softmax(dim=1)).sum(dim=1).mean()
    return loss


def best_of(cosines: Tensor, batch: Batch) -> Tensor:
    """(rows, texts) -> (rows, targets): a smooth maximum over each target's texts."""
    owners = torch.tensor(batch.owners)
    count = batch.labels.shape[1]
    if len(owners) == count:
        return cosines
    sharp = 15.0
    columns = [
        torch.logsumexp(cosines[:, owners == target] * sharp, dim=1) / sharp
        - float(np.log((owners == target).sum())) / sharp
        for target in range(count)
    ]
    return torch.stack(columns, dim=1)
