"""The attack benchmark's own file, read for the page that quotes it."""

from pathlib import Path

from pydantic import BaseModel, ValidationError

ATTACKED = Path(__file__).resolve().parents[2] / "benchmarks/results/attacks.json"

QUESTIONS = {
    "test": "questions that nothing was fitted to",
    "dev": "questions that thresholds were chosen on",
    "train": "questions that the scorer was fitted to",
    "all": "questions, those among them that the scorer was fitted to",
}


class Interval(BaseModel):
    """A share or a mean change of the score, in [-1, 1], with its 95 % interval; null when no text applied."""

    value: float | None
    low: float | None
    high: float | None


class AttackRow(BaseModel):
    """One attack. `limit`: the least share or the greatest mean change that is demanded; null for honest answers
    that are shown for scale. `passed`: whether the demand is met."""

    name: str
    family: str
    half: str
    demand: str
    limit: float | None
    n: int
    figure: Interval
    passed: bool | None

    @property
    def in_points(self) -> bool:
        """Whether the figure is a mean change in points; otherwise it is a share of answers."""
        return self.demand.startswith("mean")


class NaiveScorer(BaseModel):
    """How a scorer that knows nothing fares with the same texts."""

    scorer: str
    demands: int
    failed: int


class Attacks(BaseModel):
    """What `make bench-attacks` found, and for which head."""

    head_sha256: str
    questions: str
    n_questions: int
    low: float
    rows: list[AttackRow]
    naive: list[NaiveScorer]

    @property
    def which_questions(self) -> str:
        """Which questions the texts answer, in words."""
        return QUESTIONS.get(self.questions, "questions")

    def by_family(self) -> dict[str, list[AttackRow]]:
        """Rows grouped by family, development before held-out, otherwise in the file's order."""
        names = dict.fromkeys(row.family for row in self.rows)
        ordered = sorted(self.rows, key=lambda row: row.half)
        return {name: [row for row in ordered if row.family == name] for name in names}

    def met(self, half: str) -> tuple[int, int]:
        """How many demands of a half are met, and how many there are."""
        asked = [row.passed for row in self.rows if row.half == half and row.passed is not None]
        return sum(asked), len(asked)


def find_attacks(path: Path) -> Attacks | None:
    """The file's figures; None while nothing has been measured, because a page must not quote from memory."""
    try:
        return Attacks.model_validate_json(path.read_text("utf-8"))
    except (OSError, ValidationError):
        return None
