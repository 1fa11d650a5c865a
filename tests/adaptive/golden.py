"""Published values, read from the folder beside the project when it is there. GPL data is read, never copied."""

import csv
import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from skillprep.adaptive.grid import Floats, Ints
from skillprep.config import ROOT

FOLDER = ROOT.parent / "shared" / "golden" / "adaptive"


def golden(name: str) -> Path:
    """The file, or the test is skipped."""
    path = FOLDER / name
    if not path.is_file():
        pytest.skip(f"the golden file {name} is not beside this project")
    return path


def records(name: str) -> list[dict[str, str]]:
    """A CSV file with a heading."""
    with golden(name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def expected(name: str) -> Any:
    """One entry of the transcribed values."""
    return json.loads(golden("expected/expected_values.json").read_text("utf-8"))[name]


@lru_cache
def fatigue_bank() -> tuple[Floats, Floats]:
    """PROMIS Fatigue: slopes [95] and thresholds [95, 4]."""
    rows = records("testdesign/itempool_fatigue_95.csv")
    slopes = np.array([float(row["PAR1"]) for row in rows])
    return slopes, np.array([[float(row[f"PAR{number}"]) for number in range(2, 6)] for row in rows])


@lru_cache
def fatigue_answers() -> Ints:
    """100 people's categories 0..4, [person, item]."""
    return np.loadtxt(golden("testdesign/resp_fatigue_95.csv"), delimiter=",", dtype=np.int64)
