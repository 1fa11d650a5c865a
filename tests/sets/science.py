"""TestDesign's science problem: 1,000 three-parameter items, 36 constraints, three target abilities.

Read where it lies, beside the project: the package it comes from is under the GPL, so it is not copied here.
"""

import csv
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from skillprep.config import ROOT
from skillprep.sets.programme import Goal, Problem
from skillprep.sets.rules import Row, Rule

FOLDER = ROOT.parent / "shared" / "golden" / "adaptive" / "testdesign"
Attributes = list[dict[str, str]]


def science(forms: int = 1, goal: Goal = Goal.TOTAL) -> Problem:
    """The problem; the test is skipped where the files are not."""
    if not FOLDER.is_dir():
        pytest.skip(
            "TestDesign's files are not on this machine; they are under the GPL and not copied into the project"
        )
    return read_science(forms, goal)


def read_science(forms: int, goal: Goal) -> Problem:
    """The problem from its files."""
    items = rows_of("itempool_science_1000.csv")
    attributes = rows_of("itemattrib_science_1000.csv")
    assert [one["ID"] for one in items] == [one["ID"] for one in attributes]
    rules = tuple(rule for row in rows_of("constraints_science_1000.csv") for rule in rules_of_row(row, attributes))
    if forms > 1:
        rules = (*rules, Rule(("forms",), "forms that share nothing", (), overlap=0))
    return Problem(information_3pl(items), rules, forms, goal)


def optimum() -> dict[str, Any]:
    """What the best set is known to be."""
    found: dict[str, Any] = json.loads((FOLDER / "ata_science_optimum.json").read_text("utf-8"))
    return found


def names(places: tuple[int, ...]) -> list[str]:
    """The ids of items."""
    rows = rows_of("itempool_science_1000.csv")
    return [rows[place]["ID"] for place in places]


def rows_of(name: str) -> Attributes:
    with Path(FOLDER / name).open(newline="", encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


def information_3pl(items: Attributes) -> NDArray[np.float64]:
    """I = a^2 ((P - c) / (1 - c))^2 (1 - P) / P at -1, 0 and 1 (Lord 1980)."""
    a, b, c = (np.array([float(one[name]) for one in items])[:, None] for name in ("PAR1", "PAR2", "PAR3"))
    p = c + (1 - c) / (1 + np.exp(-a * (np.array([-1.0, 0.0, 1.0]) - b)))
    return np.asarray(a**2 * ((p - c) / (1 - c)) ** 2 * (1 - p) / p)


def rules_of_row(row: dict[str, str], attributes: Attributes) -> list[Rule]:
    """A constraint of the file; the order of items does not limit the choice."""
    kind, name = row["TYPE"], row["CONSTRAINT_ID"]
    if kind == "Order":
        return []
    members = np.array([meets(row["CONDITION"], one) for one in attributes])
    places = np.flatnonzero(members)
    ones = np.ones(len(places))
    if kind == "Number":
        rows = [Row(places, ones, float(row["LB"]), float(row["UB"]))]
    elif kind == "Enemy":
        rows = [Row(places, ones, -np.inf, 1)]
    elif kind == "Include":
        rows = [Row(places, ones, len(places), len(places))]
    elif kind == "Exclude":
        rows = [Row(places, ones, 0, 0)]
    else:
        assert kind == "AllOrNone"
        rows = [Row(places[[0, one]], np.array([1.0, -1.0]), 0, 0) for one in range(1, len(places))]
    return [Rule((name,), f"{name} {row['CONDITION']}", tuple(rows), noun="items")]


def meets(condition: str, one: dict[str, str]) -> bool:
    """R's `A == 1 & B %in% c("x", "y")`, of which the file uses no more."""
    return all(part_meets(part.strip(), one) for part in condition.split("&")) if condition else True


def part_meets(part: str, one: dict[str, str]) -> bool:
    if "%in%" in part:
        name, _, values = part.partition("%in%")
        return one[name.strip()] in [value.strip(' "') for value in values.strip()[2:-1].split(",")]
    name, sign, value = part.split(" ", 2)
    if sign == "==":
        return one[name] == value.strip('"')
    number = float(one[name])
    return number >= float(value) if sign == ">=" else number < float(value)
