"""skillprep sets."""

import csv
import io
import json
from pathlib import Path

import pytest

from skillprep.errors import InvalidInputError
from tests.cli.conftest import Run

WISH = "title: A test\nquestions: 3\nkinds: {case: 1, technical: any}\n"


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """Nothing here is stored."""
    return sqlite_url


def test_a_set_is_printed_to_read_as_json_and_as_csv(run: Run) -> None:
    read = run("sets", "build", "-", stdin=WISH)
    assert read.exit_code == 0
    assert "Form A: 3 questions" in read.output
    found = json.loads(run("sets", "build", "-", "--json", stdin=WISH).output)
    ids = [one["question_id"] for one in found["set"]["forms"][0]["questions"]]
    assert len(set(ids)) == 3
    assert set(found["prompts"]) == set(ids)
    rows = list(csv.DictReader(io.StringIO(run("sets", "build", "-", "--csv", stdin=WISH).output)))
    assert [row["question"] for row in rows] == ids
    assert all(row["prompt"] and row["expected_points"] and row["reason"] for row in rows)


def test_it_is_written_to_a_file(run: Run, tmp_path: Path) -> None:
    wishes, out = tmp_path / "wishes.yaml", tmp_path / "set.csv"
    wishes.write_text(WISH, "utf-8")
    assert run("sets", "build", str(wishes), "--csv", "--out", str(out)).exit_code == 0
    assert len(list(csv.reader(io.StringIO(out.read_text("utf-8"), newline="")))) == 4


def test_the_example_builds(run: Run) -> None:
    result = run("sets", "build", "-", stdin=run("sets", "example").output)
    assert (result.exit_code, "Form B" in result.output) == (0, True)


def test_wishes_that_clash_exit_with_1_and_an_offer_that_builds(run: Run) -> None:
    result = run("sets", "build", "-", stdin=WISH + "minutes: 4\n")
    assert result.exit_code == 1
    assert "at most 4 minutes" in result.output
    offer = result.output.partition("\n\ntitle")[2]
    assert run("sets", "build", "-", stdin="title" + offer).exit_code == 0
    assert json.loads(run("sets", "build", "-", "--json", stdin=WISH + "minutes: 4\n").output)["relaxed"]


def test_a_mistake_is_named_with_its_line(run: Run) -> None:
    error = run("sets", "build", "-", stdin="title: A test\nquestions: many\n").exception
    assert isinstance(error, InvalidInputError)
    assert "Line 2" in str(error)
    assert isinstance(run("sets", "build", "-", stdin=b"\xff\xfe").exception, InvalidInputError)


def test_the_schema_is_json(run: Run) -> None:
    assert json.loads(run("sets", "schema").output)["title"] == "Blueprint"
