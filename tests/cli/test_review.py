"""`skillprep review report`: predicted recall beside what was recalled."""

import json

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """Which database it is makes no difference to the command; tests/actions runs on both."""
    return sqlite_url


def test_without_enough_answers_it_says_so_and_claims_nothing(run: Run) -> None:
    found = run("review", "report")
    assert (found.exit_code, "Not enough data" in found.output) == (0, True)
    assert json.loads(run("review", "report", "--json").output)["figures"] is None
