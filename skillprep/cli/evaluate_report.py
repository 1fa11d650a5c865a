"""The report of `skillprep evaluate`, as tables for people and as JSON for programs."""

from collections.abc import Iterator, Mapping

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from skillprep.actions.evaluate_answers import Complaints, Evaluated
from skillprep.validity.measured import Measured
from skillprep.validity.report import GroupRow, Report

IDENTITY = {"scorer_version", "model_name", "model_sha256", "head_sha256", "thresholds"}


def as_json(found: Evaluated) -> dict[str, object]:
    """Report, bad lines and what was measured."""
    return {
        "report": found.report.as_json(),
        "scorer": found.receipt.model_dump(mode="json", include=IDENTITY) if found.receipt else None,
        "bad_lines": complaints_as_json(found.bad),
        "repeated_ids": complaints_as_json(found.repeated),
    }


def complaints_as_json(found: Complaints) -> dict[str, object]:
    """How many, and the first few."""
    return {"count": found.count, "listed": [{"line": line, "reason": why} for line, why in sorted(found.listed)]}


def print_complaints(found: Evaluated) -> None:
    """Bad lines and repeated ids, on standard error."""
    for line in complaint_lines(found.bad, "left out"):
        click.echo(line, err=True)
    for line in complaint_lines(found.repeated, "warning"):
        click.echo(line, err=True)


def complaint_lines(found: Complaints, kind: str) -> Iterator[str]:
    """One line of text a complaint; past the limit only their number."""
    for number, reason in sorted(found.listed):
        yield f"line {number}: {kind}: {reason}"
    if more := found.count - len(found.listed):
        yield f"… and {more:,} more lines: {kind}"


def print_report(found: Evaluated, console: Console) -> None:
    """The tables. Text from the file never becomes markup."""
    report = found.report
    for line in opening_lines(found):
        console.print(line, markup=False, highlight=False)
    console.print(figures_table("Points: what people labelled, against our probability", report.points))
    console.print(figures_table("Scores: what people gave, against ours", report.scores))
    if report.scale:
        console.print(report.scale.sentence(), markup=False, highlight=False)
    console.print(figures_table("Left to a person", report.asked))
    if report.groups:
        console.print(group_table(report))
    if report.groups_left_out:
        console.print(f"{report.groups_left_out:,} smaller groups are not shown. Is `group` an id?", markup=False)
    console.print("Intervals: 90 %, bootstrap over questions (or answers, with under 10 questions).", markup=False)


def opening_lines(found: Evaluated) -> Iterator[str]:
    """What was measured, and on what."""
    report = found.report
    yield f"{report.answers:,} answers scored, {report.labelled_points:,} labelled points."
    if report.judged < report.answers:
        yield f"{report.answers - report.judged:,} answers cannot be judged by software; figures leave them out."
    if found.receipt:
        receipt = found.receipt
        yield f"Scorer {receipt.scorer_version}, model {receipt.model_name} ({receipt.model_sha256[:12]})."
    yield f"A point counts as made from probability {report.threshold:.2f} on."


def figures_table(title: str, figures: Mapping[str, Measured]) -> Table:
    """A figure a row."""
    table = Table("figure", "value", "90 % interval", "n", title=title, title_justify="left")
    for name, one in figures.items():
        table.add_row(name, *cells(one), f"{one.n:,}")
    return table


def cells(one: Measured) -> tuple[str, str]:
    """Value and interval, or what the data lack."""
    if one.figure is None:
        return "not enough data", one.lacking
    return f"{one.figure.value:.3f}", interval(one)


def interval(one: Measured) -> str:
    """'0.71 to 0.79'; empty where no round of the bootstrap determined the figure."""
    figure = one.figure
    return "" if figure is None or figure.low != figure.low else f"{figure.low:.3f} to {figure.high:.3f}"


def group_table(report: Report) -> Table:
    """A group a row."""
    title = "Groups: mean scores, and ours less the given one in standard deviations"
    table = Table("group", "n", "ours", "given", "difference", "90 % interval", title=title, title_justify="left")
    for row in report.groups:
        table.add_row(Text(row.group), f"{row.n:,}", *group_cells(row))
    return table


def group_cells(row: GroupRow) -> tuple[str, str, str, str]:
    """Ours, given, difference, interval."""
    if row.ours.figure is None:
        return "not enough data", "", "", row.ours.lacking
    if row.given is None or row.difference is None:
        return f"{row.ours.figure.value:.3f}", "", "", interval(row.ours)
    given = f"{row.given.figure.value:.3f}" if row.given.figure else ""
    return f"{row.ours.figure.value:.3f}", given, cells(row.difference)[0], interval(row.difference)
