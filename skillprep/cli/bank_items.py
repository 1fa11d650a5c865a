"""skillprep bank items: what candidates' answers say about the questions."""

import json
import sys
from collections.abc import Iterator

import click
from rich.console import Console
from rich.table import Column, Table

from skillprep.actions.report_items import ItemReport, ItemsReport, report_items
from skillprep.actions.start_sitting import PURPOSES
from skillprep.adaptive.item_figures import ENOUGH, ENOUGH_FOR_DRIFT, ItemFigures
from skillprep.cli.runtime import Runtime, pass_runtime

FILE_WIDTH = 140
"""Into a file or a pipe the table is written as wide as it is; a terminal folds it."""
LEGEND = f"""\
difficulty  about -1.2, 0 and 1.2 for the three levels; ± is its standard deviation
sharpness   how fast the score rises with ability; .86 is usual
rest        correlation of the score with how well the same people did otherwise
misfit      mean squared surprise (outfit), 1 is usual
drift       how far difficulty moved from earlier to later answers; known from {ENOUGH_FOR_DRIFT} answers on
asked       share of the sittings on its skill that put the question
few         fewer than {ENOUGH} answers: too few to say"""


@click.command(name="items")
@click.option("--purpose", type=click.Choice(PURPOSES), default="practice", show_default=True, help="Whose answers.")
@click.option("--all", "show_all", is_flag=True, help="Also the questions that nobody has answered.")
@click.option("--json", "json_output", is_flag=True, help="Print JSON.")
@pass_runtime
def items_command(runtime: Runtime, purpose: str, show_all: bool, json_output: bool) -> None:
    """Show what answers say about each question: how hard, how sharp, and what is odd and what to do about it.

    Figures are those of the last `skillprep calibrate`. Nothing that a candidate wrote is shown. Exit code 1 when a
    question should be looked at.

    \b
    Example:
      skillprep bank items --purpose hiring --json
    """
    found = report_items(runtime.services(), purpose)
    if json_output:
        click.echo(json.dumps(as_json(found), indent=2))
    else:
        show(found, show_all)
    if found.odd:
        raise SystemExit(1)


def show(found: ItemsReport, show_all: bool) -> None:
    """The report for a person."""
    if found.unreadable:
        click.echo(f"{found.unreadable} stored fits cannot be read: run `skillprep calibrate`.", err=True)
    if found.fitted_at is None:
        click.echo(f"No answers of {found.purpose} were fitted yet: run `skillprep calibrate`.")
        return
    shown = found.items if show_all else found.answered
    Console(width=None if sys.stdout.isatty() else FILE_WIDTH).print(items_table(shown, found.purpose))
    click.echo(LEGEND)
    fitted = (
        f"{len(found.answered)} questions with {found.answers} answers, fitted {found.fitted_at:%Y-%m-%d %H:%M} UTC."
    )
    click.echo(f"\n{fitted}")
    for line in odd_lines(found):
        click.echo(line)


def odd_lines(found: ItemsReport) -> Iterator[str]:
    """What to look at, whole, so that an id can be copied."""
    yield f"{len(found.odd)} to look at." if found.odd else "Nothing odd to look at."
    for one in found.odd:
        for oddity in one.oddities:
            yield f"{one.key.question_id}: {oddity.seen} {oddity.advice}"


def items_table(shown: tuple[ItemReport, ...], purpose: str) -> Table:
    """A row a question."""
    columns = ("level", "n", "mean", "difficulty", "sharpness", "rest", "misfit", "drift", "asked")
    table = Table(Column("question", overflow="fold"), *columns, title=f"Questions by the answers to them ({purpose})")
    for one in shown:
        version = "" if one.served else f" (version {one.key.version}, not asked any more)"
        figures = cells(one.figures) if one.figures else ("0", *["" for _ in columns[2:]])
        table.add_row(f"{one.key.question_id}{version}", one.key.level.value, *figures)
    return table


def cells(figures: ItemFigures) -> tuple[str, ...]:
    """Figures as text; nothing where there is nothing to say, and an exclamation mark at what is flagged."""
    if not figures.enough:
        return (str(figures.n), "few", *["" for _ in range(5)], f"{figures.rate:.0%}")
    return (
        str(figures.n),
        optional(figures.mean, ".2f"),
        f"{figures.b:+.2f} ± {figures.b_se:.2f}",
        f"{figures.a:.2f}",
        optional(figures.item_rest, ".2f"),
        optional(figures.outfit, ".2f") + ("!" if figures.misfit else ""),
        optional(figures.shift, "+.2f") + ("!" if figures.drifting else ""),
        f"{figures.rate:.0%}",
    )


def optional(value: float | None, form: str) -> str:
    """A figure, or nothing."""
    return "" if value is None else format(value, form)


def as_json(found: ItemsReport) -> dict[str, object]:
    """The report for programs. Of an item with too few answers only the counts are given."""
    return {
        "purpose": found.purpose,
        "fitted_at": found.fitted_at.isoformat() if found.fitted_at else None,
        "unreadable": found.unreadable,
        "enough_answers": ENOUGH,
        "items": [item_as_json(one) for one in found.items],
    }


def item_as_json(one: ItemReport) -> dict[str, object]:
    """One item."""
    figures = one.figures
    counts = {"n": figures.n, "asked": figures.asked, "sittings": figures.sittings} if figures else {"n": 0}
    return {
        "question": one.key.question_id,
        "version": one.key.version,
        "level": one.key.level.value,
        "served": one.served,
        "enough": figures is not None and figures.enough,
        **(figures.model_dump() if figures and figures.enough else counts),
        "flags": [{"flag": odd.flag, "seen": odd.seen, "advice": odd.advice} for odd in one.oddities],
    }
