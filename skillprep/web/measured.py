"""The scoring benchmark's own file, read for the page that quotes it."""

from pathlib import Path

from pydantic import BaseModel, ValidationError

MEASURED = Path(__file__).resolve().parents[2] / "benchmarks/results/scoring.json"
OURS = "SkillPrep"
POINTS = "test questions: points"
FIVE_POINTS = "test questions: five-point score"
FIGURES = {
    "AUC": "AUC",
    "AUC v. contradictory": "AUC against contradictory answers",
    "AP": "Average precision",
    "F1": "F1",
    "macro-F1": "F1 of both kinds",
    "accuracy": "Accuracy",
    "strict mAP": "Strict mAP",
    "relaxed mAP": "Relaxed mAP",
    "Pearson": "Correlation",
    "RMSE": "Distance (RMSE)",
    "kappa": "Weighted kappa",
    "within one": "At most one step off",
    "ECE": "Calibration error",
}
"""Column titles, in order."""


class Figure(BaseModel):
    """A value with its bootstrap interval."""

    value: float
    low: float
    high: float


class Row(BaseModel):
    """One way to judge, on one set of answers; n is the number of judgements about a point."""

    data: str
    judge: str
    n: int
    figures: dict[str, Figure]


class StateCount(BaseModel):
    """How many points were given a state, and how many of those a person had found in the answer."""

    state: str
    n: int
    made: int


class Bin(BaseModel):
    """`n` judgements whose probability was about `mean_score`, and the share `mean_label` of them that was true."""

    n: int
    mean_score: float
    mean_label: float


class Step(BaseModel):
    """Accuracy among the `coverage` most certain judgements."""

    coverage: float
    accuracy: float


class Certainty(BaseModel):
    """Calibration and coverage of one set; `band_…` with the points called unsure left to a person."""

    data: str
    n: int
    bins: list[Bin]
    curve: list[Step]
    accuracy_at_80: Figure
    band_coverage: Figure
    band_accuracy: Figure


class Deletion(BaseModel):
    """What became of covered points when their evidence was taken out of the answer."""

    answers: int
    fell: Figure
    no_longer_covered: Figure


class Measured(BaseModel):
    """What `make bench-scoring` found, and for which head. A part that an older run lacks is empty, and not shown."""

    head_sha256: str
    measured_on: str = ""
    rows: list[Row]
    states: list[StateCount] = []
    certainty: list[Certainty] = []
    deletion: Deletion | None = None

    def by_data(self) -> dict[str, list[Row]]:
        """Rows grouped by the answers they were measured on, in the file's order."""
        names = dict.fromkeys(row.data for row in self.rows)
        return {name: [row for row in self.rows if row.data == name] for name in names}

    def state(self, name: str) -> StateCount | None:
        """The points of the test questions that were given a state; None when there is none."""
        return next((one for one in self.states if one.state == name and one.n), None)

    @property
    def on_points(self) -> Certainty | None:
        """Certainty on the points of the test questions."""
        return next((one for one in self.certainty if one.data == POINTS), None)

    @property
    def five_points(self) -> Row | None:
        """The scorer's five-point score beside the one that the labels give."""
        return next((row for row in self.rows if (row.data, row.judge) == (FIVE_POINTS, OURS)), None)


def columns(rows: list[Row]) -> dict[str, str]:
    """The measures that any of the rows has, with their titles."""
    found = {name for row in rows for name in row.figures}
    return {name: title for name, title in FIGURES.items() if name in found}


def find_measured(path: Path) -> Measured | None:
    """The file's figures; None while nothing has been measured, because a page must not quote from memory."""
    try:
        return Measured.model_validate_json(path.read_text("utf-8"))
    except (OSError, ValidationError):
        return None
