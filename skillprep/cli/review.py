"""skillprep review: how well review over days predicts what people recall."""

import json
from dataclasses import asdict

import click
from rich.console import Console
from rich.table import Table

from skillprep.actions.report_reviews import report_reviews
from skillprep.adaptive.review_report import ENOUGH, ReviewFigures
from skillprep.cli.runtime import Runtime, pass_runtime


@click.group()
def review() -> None:
    """Look at how review over days does."""


@review.command()
@click.option("--json", "json_output", is_flag=True, help="Print JSON.")
@pass_runtime
def report(runtime: Runtime, json_output: bool) -> None:
    """Compare FSRS's predicted recall with what was recalled, over everybody.

    Each later answer to a point that was missed before is a prediction; recalled means that half of the point's weight
    or more counted. FSRS was fitted on flashcards, so it has to show here that it beats the constant average.
    """
    found = report_reviews(runtime.services())
    if json_output:
        click.echo(json.dumps(asdict(found), indent=2))
        return
    click.echo(f"{found.predictions} predictions in {found.answers} answers.")
    if found.figures is None:
        click.echo(f"Not enough data: {ENOUGH} predictions from at least 2 answers are needed.")
        return
    Console().print(figures_table(found.figures))
    click.echo(verdict(found.figures))


def figures_table(figures: ReviewFigures) -> Table:
    """FSRS beside the constant."""
    table = Table("", "FSRS", "constant average", title="Predicted recall (log-loss: lower is better)")
    table.add_row("mean prediction", f"{figures.predicted:.3f}", f"{figures.recalled:.3f}")
    table.add_row("log-loss", f"{figures.log_loss:.4f}", f"{figures.constant_log_loss:.4f}")
    return table


def verdict(figures: ReviewFigures) -> str:
    """What the figures say, in a sentence."""
    gain = f"Gain over the constant {figures.gain:+.4f}, 95 % interval {figures.low:+.4f} to {figures.high:+.4f}: "
    if figures.low > 0:
        return gain + "FSRS predicts recall better than the average does."
    if figures.high < 0:
        return gain + "the average predicts recall better; do not read FSRS's figures as chances here."
    return gain + "the data cannot tell which predicts better."
