"""Sets as files."""

import csv
import io

import pytest

from skillprep.sets.assemble import assemble
from skillprep.sets.export import COLUMNS, harmless, set_as_csv, set_as_json
from skillprep.sets.question_set import QuestionSet
from tests.sets.making import blueprint, grid


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_begins_a_formula(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["Tell me about a time.", "", 4, "1-2", "'=1"])
def test_other_cells_stay_as_they_are(cell: object) -> None:
    assert harmless(cell) == cell


def test_a_question_that_the_bank_has_lost_leaves_its_texts_empty() -> None:
    wish = blueprint(questions=2)
    built = assemble(wish, grid())
    assert isinstance(built, QuestionSet)
    rows = list(csv.reader(io.StringIO(set_as_csv(built, {}, str))))
    assert tuple(rows[0]) == COLUMNS
    assert [row[8] for row in rows[1:]] == ["", ""]
    assert set_as_json(wish, built, {}, str)["prompts"] == {}
