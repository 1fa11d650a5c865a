"""Changes to the packaged model: kept small, checked, and laid over the weights they name."""

from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file
from torch import nn

from benchmarks.tuning.compress import changes
from skillprep.errors import ScorerUnavailableError
from skillprep.semantic.encoder import EncoderState
from skillprep.semantic.open_encoder import PACKAGED_SHA256, open_tuned_encoder
from skillprep.semantic.tuned import apply_changes, joined_sha256, read_changes, sha256_of, shipped


def layers() -> nn.Module:
    torch.manual_seed(0)
    return nn.Sequential(nn.Linear(24, 16), nn.LayerNorm(16))


def moved(rank: int) -> nn.Module:
    """The layers after a change of the weight that has `rank` directions, and one of the bias."""
    after = layers()
    torch.manual_seed(1)
    with torch.no_grad():
        after[0].weight.add_(0.1 * torch.randn(16, rank) @ torch.randn(rank, 24))
        after[0].bias.add_(0.5)
    return after


def test_a_change_of_few_directions_is_kept_to_16_bits() -> None:
    after = moved(rank=3)
    again = layers()
    apply_changes(again, changes(layers().state_dict(), after.state_dict(), rank=4))
    for name, tensor in after.state_dict().items():
        assert torch.allclose(tensor, again.state_dict()[name], atol=2e-3), name


def test_what_did_not_move_takes_no_room() -> None:
    found = changes(layers().state_dict(), moved(rank=3).state_dict(), rank=4)
    assert sorted(found) == ["0.bias.whole", "0.weight.down", "0.weight.up"]


def test_of_a_wider_change_the_strongest_directions_stay() -> None:
    after, before = moved(rank=8), dict(layers().state_dict())
    errors = []
    for rank in (1, 4, 8):
        again = layers()
        apply_changes(again, changes(before, after.state_dict(), rank))
        errors.append((after[0].weight - again[0].weight).norm().item())
    assert errors[0] > errors[1] > errors[2]


def test_changes_of_another_model_are_refused() -> None:
    with pytest.raises(ScorerUnavailableError, match=r"it has no 9\.weight"):
        apply_changes(layers(), {"9.weight.whole": torch.zeros(1)})


def test_a_damaged_file_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "encoder.safetensors"
    save_file({"a.whole": torch.zeros(8)}, path)
    path.write_bytes(path.read_bytes()[:-9])
    with pytest.raises(ScorerUnavailableError, match=r"encoder\.safetensors cannot be read"):
        read_changes(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ScorerUnavailableError, match=r"no gone\.safetensors"):
        sha256_of(tmp_path / "gone.safetensors")


def test_the_hash_of_several_files_depends_on_each_and_on_their_order() -> None:
    assert len({joined_sha256("a", "b"), joined_sha256("b", "a"), joined_sha256("a"), joined_sha256("ab")}) == 4


@pytest.mark.parametrize("name", ["encoder", "polarity"])
def test_what_is_shipped_is_small(name: str) -> None:
    assert 100_000 < shipped(name).stat().st_size < 12_000_000


@pytest.mark.model
def test_its_hash_is_known_before_it_is_loaded_so_that_a_start_finds_what_it_cached() -> None:
    encoder = open_tuned_encoder(threads=2)
    before = encoder.sha256
    encoder.load()
    assert (encoder.state, encoder.sha256) == (EncoderState.READY, before)
    assert before != PACKAGED_SHA256
