"""Seeds trained from one start, made into one model."""

import torch

from benchmarks.tune_encoder import averaged


def test_every_weight_is_the_mean_of_the_seeds() -> None:
    states = [
        {"a": torch.tensor([1.0, 4.0]), "b": torch.tensor([[2.0]])},
        {"a": torch.tensor([3.0, 0.0]), "b": torch.tensor([[4.0]])},
    ]
    found = averaged(states)
    assert found["a"].tolist() == [2.0, 2.0]
    assert found["b"].tolist() == [[3.0]]
