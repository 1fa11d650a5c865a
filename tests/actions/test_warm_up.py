"""Getting ready to score."""

from dataclasses import replace
from pathlib import Path

from skillprep.actions.warm_up import references, warm_up
from skillprep.semantic.encoder import LocalEncoder, ModelFiles
from skillprep.semantic.vectors import VectorCache
from skillprep.services import Services


def test_afterwards_every_text_of_the_bank_has_its_vector(services: Services) -> None:
    seen: list[tuple[int, int]] = []
    assert warm_up(services, lambda done, total: seen.append((done, total)))
    assert services.vectors.knows(references(services))
    assert seen[-1][0] == seen[-1][1] > 0


def test_a_model_that_cannot_be_loaded_is_reported_and_raises_nothing(services: Services, tmp_path: Path) -> None:
    encoder = LocalEncoder(ModelFiles(tmp_path, "missing", ""), threads=1)
    broken = replace(services, encoder=encoder, vectors=VectorCache(encoder, None))
    assert not warm_up(broken)
    assert broken.model_health().state == "failed"
    assert "missing" in broken.model_health().failure
