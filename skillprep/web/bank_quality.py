"""/about/bank: what the question bank holds, how good it was measured to be, and what answers say of its questions."""

from collections import Counter
from pathlib import Path

from flask import Blueprint, current_app, render_template
from flask.typing import ResponseReturnValue
from pydantic import BaseModel, ValidationError

from skillprep.actions.report_items import report_items
from skillprep.adaptive.item_figures import ENOUGH
from skillprep.bank.stats import bank_stats
from skillprep.bank.vocabulary import Kind, Level
from skillprep.http import Who, access, services

bank_quality = Blueprint("bank_quality", __name__)
REPORT = Path(__file__).resolve().parents[2] / "benchmarks/results/bank.json"


class Finding(BaseModel):
    """Something the report found; `reason` says why it stays."""

    check: str
    subject: str
    detail: str
    reason: str


class Report(BaseModel):
    """What `skillprep bank report --out` wrote."""

    bank_version: str
    figures: dict[str, float]
    findings: list[Finding]

    @property
    def accepted(self) -> list[Finding]:
        """Findings that an author looked at and kept."""
        return [finding for finding in self.findings if finding.reason]

    @property
    def open_by_check(self) -> dict[str, int]:
        """How many findings of each check nobody has dealt with."""
        return dict(Counter(finding.check for finding in self.findings if not finding.reason))


@bank_quality.get("/about/bank")
@access(Who.ANYBODY)
def show() -> ResponseReturnValue:
    """Counts of the bank served now, beside the last report; the page says when that was on another version."""
    bank = services().bank
    report = find_report(current_app.config.get("BANK_REPORT_FILE", REPORT))
    stats = bank_stats(bank)
    answered = report_items(services())
    return render_template(
        "about_bank.html", stats=stats, report=report, answered=answered, levels=list(Level), kinds=list(Kind)
    )


@bank_quality.get("/about/bank/questions")
@access(Who.ANYBODY)
def show_questions() -> ResponseReturnValue:
    """What practice answers say of each question. Of hiring nothing is shown here: candidates read this page too."""
    return render_template("about_bank_questions.html", found=report_items(services()), enough=ENOUGH)


def find_report(path: Path) -> Report | None:
    """The last report, or None while there is none that can be read."""
    try:
        return Report.model_validate_json(path.read_text("utf-8"))
    except (OSError, ValidationError):
        return None
