"""skillprep rescore: stored answers scored again by the scorer of now."""

import datetime

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from skillprep.actions.rescore import Change, Rescored, RescoreWish, rescore
from skillprep.actions.warm_up import warm_up
from skillprep.cli.bank import counted
from skillprep.cli.runtime import Runtime, pass_runtime
from skillprep.errors import ScorerUnavailableError

LARGEST = 10


@click.command(name="rescore")
@click.option("--question", "question_id", help="Only the answers to this question.")
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="Only answers handed in on this day (UTC) or later.")
@click.option("--dry-run", is_flag=True, help="Show what would change and store nothing.")
@click.option("--limit", type=click.IntRange(1), help="Score at most so many; run it again for the next.")
@pass_runtime
def rescore_command(
    runtime: Runtime, question_id: str | None, since: datetime.datetime | None, dry_run: bool, limit: int | None
) -> None:
    """Score stored answers again after a change of bank, model or head, and show what changed.

    Scores are appended: the earlier ones stay, the newest counts. Stopped half-way, run it again: what is done is not
    done twice. Exit code 1 when some answers could not be scored.

    \b
    Example:
      skillprep rescore --dry-run --limit 200
      skillprep rescore
    """
    services = runtime.services()
    if question_id is not None:
        services.bank.question(question_id)
    if not warm_up(services):
        raise ScorerUnavailableError(services.model_health().failure)
    day = since.replace(tzinfo=datetime.UTC) if since else None
    columns = (TextColumn("Scoring"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        wish = RescoreWish(question_id, day, dry_run, limit)
        done = rescore(services, wish, lambda seen, total: bar.update(task, completed=seen, total=total))
    show(done, dry_run)
    if done.failures:
        raise SystemExit(1)


def show(done: Rescored, dry_run: bool) -> None:
    """What changed, for a person."""
    new = counted(len(done.changes) - done.earlier, "answer")
    click.echo(f"{new} {'would get' if dry_run else 'got'} a new score.")
    if done.earlier:
        click.echo(f"{done.earlier} had theirs from an earlier run; their changes are counted below.")
    if done.first_scores:
        click.echo(f"{done.first_scores} were scored by this scorer from the start.")
    for answer_id, reason in done.failures:
        click.echo(f"Answer {answer_id} keeps its score: {reason}", err=True)
    if not done.changes:
        return
    click.echo(f"Mean change {100 * done.mean_move:+.1f} points; {done.noticeable_share:.0%} moved by more than 5.")
    gained, lost = (sum(len(part) for part in parts) for parts in zip(*map(points, done.changes), strict=True))
    click.echo(f"Points newly covered: {gained}; no longer covered: {lost}.")
    Console().print(changes_table(done.largest(LARGEST)))


def points(change: Change) -> tuple[frozenset[str], frozenset[str]]:
    """Points gained and lost."""
    return change.gained, change.lost


def changes_table(changes: list[Change]) -> Table:
    """The largest changes."""
    table = Table("answer", "question", "before", "after", "points gained and lost", title="Largest changes")
    for one in changes:
        moved = [f"+{point}" for point in sorted(one.gained)] + [f"-{point}" for point in sorted(one.lost)]
        table.add_row(one.answer_id, one.question_id, percent(one.before), percent(one.after), " ".join(moved))
    return table


def percent(value: float | None) -> str:
    """A score, or that there is none."""
    return "-" if value is None else f"{value:.1%}"
