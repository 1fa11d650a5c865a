"""How well the parts of a story were measured to be told apart, read for the page that quotes it."""

from pathlib import Path

from pydantic import BaseModel, ValidationError

from skillprep.web.measured import Figure

TOLD = Path(__file__).resolve().parents[2] / "benchmarks/results/star.json"
CANDIDATES = "candidates' answers, behavioural"


class Judge(BaseModel):
    """One way to tell the parts apart."""

    accuracy: Figure


class ToldApart(BaseModel):
    """One set of answers of test questions; `named` is the share of sentences that were given a part."""

    answers: int
    sentences: int
    judges: dict[str, Judge]
    named: float
    named_rightly: float


class Figures(BaseModel):
    """The sets by name."""

    parts: dict[str, ToldApart]


class Told(BaseModel):
    """What `make fit-star` found on test questions."""

    figures: Figures


def find_told(path: Path) -> ToldApart | None:
    """The figures of candidates' answers; None while nothing has been measured."""
    try:
        return Told.model_validate_json(path.read_text("utf-8")).figures.parts.get(CANDIDATES)
    except (OSError, ValidationError):
        return None
