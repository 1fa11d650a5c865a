"""skillprep calibrate: what is believed of the questions, fitted to the answers there are."""

import json
import sys
from dataclasses import asdict

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Column, Table

from skillprep.actions.calibrate import Calibrated, Move, calibrate
from skillprep.actions.start_sitting import PURPOSES
from skillprep.cli.bank_items import FILE_WIDTH
from skillprep.cli.runtime import Runtime, pass_runtime
from skillprep.services import Services

LARGEST = 10


@click.command(name="calibrate")
@click.option(
    "--purpose", type=click.Choice(PURPOSES), help="Only the sittings of this purpose. Default: each in turn."
)
@click.option("--dry-run", is_flag=True, help="Show what would be believed and store nothing.")
@click.option("--json", "json_output", is_flag=True, help="Print JSON.")
@pass_runtime
def calibrate_command(runtime: Runtime, purpose: str | None, dry_run: bool, json_output: bool) -> None:
    """Fit how hard and how sharp each question is to all scored answers, so that sittings ask better ones.

    Each purpose has a fit of its own: practice never reaches hiring. Answers to a question that a person had answered
    before and pasted model answers are left out. The worker does this by itself once there are enough new answers; this
    command does it now. It may run while people are answering, needs no model, and running it twice changes nothing.
    Exit code 1 when another run stored its fit meanwhile.

    \b
    Example:
      skillprep calibrate --dry-run
    """
    services = runtime.services()
    found = [fitted(services, one, dry_run) for one in ([purpose] if purpose else PURPOSES)]
    if json_output:
        click.echo(json.dumps({"stored": not dry_run, "fits": [asdict(one) for one in found]}, indent=2))
        return
    for one in found:
        show(one, dry_run)


def fitted(services: Services, purpose: str, dry_run: bool) -> Calibrated:
    """One purpose's fit, with a bar on standard error while its answers are read."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(f"Reading {purpose}", total=None)

        def seen(done: int, total: int) -> None:
            bar.update(task, description=f"{'Fitting' if done == total else 'Reading'} {purpose}")
            bar.update(task, completed=done, total=total)

        return calibrate(services, purpose, dry_run, seen)


def show(done: Calibrated, dry_run: bool) -> None:
    """What a fit did, for a person."""
    verb = "would be fitted" if dry_run else "fitted"
    items = f"{len(done.moves)} questions {verb} from {done.answers} answers in {done.sittings} sittings."
    click.echo(f"{done.purpose.capitalize()}: {items if done.moves else 'no scored answers yet; nothing to fit.'}")
    for line in remarks(done):
        click.echo(f"  {line}")
    if done.moves:
        Console(width=None if sys.stdout.isatty() else FILE_WIDTH).print(moves_table(done.largest(LARGEST)))


def remarks(done: Calibrated) -> list[str]:
    """What was left out, and what to know about the rest; only what there is."""
    said = (
        (done.repeated, "answers left out: the person had answered the question before."),
        (done.pasted, "answers left out: copied model answers."),
        (done.unplaced, "answers left out: their questions left the bank, and nothing tells their skill."),
        (done.other_scorer, "answers bear scores of an earlier scorer; `skillprep rescore` brings them up to date."),
        (done.unreadable, "stored fits could not be read (damaged, or of another version); they were made anew."),
        (done.gone, "questions have no answers any more and start cold again."),
    )
    return [f"{number} {words}" for number, words in said if number]


def moves_table(moves: list[Move]) -> Table:
    """The items whose difficulty moved most."""
    columns = ("version", "level", "answers", "difficulty before", "now", "± sd")
    question = Column("question", overflow="fold")
    table = Table(question, *columns, title="Moved most since the last fit (difficulty: 0 is an intermediate question)")
    for one in moves:
        key = one.key
        figures = (f"{one.before:+.2f}", f"{one.after:+.2f}", f"{one.after_sd:.2f}")
        table.add_row(key.question_id, str(key.version), key.level.value, str(one.answers), *figures)
    return table
