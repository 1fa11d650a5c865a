"""The sound bank that every test of this folder starts from."""

from pathlib import Path

import pytest

from tests.bank.build import BankFiles, write_bank


@pytest.fixture
def files(tmp_path: Path) -> BankFiles:
    return write_bank(tmp_path / "question_bank")
