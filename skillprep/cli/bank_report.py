"""skillprep bank coverage and skillprep bank report: what the bank asks about, and how good it is."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from skillprep.actions.report_bank import BankReport, report_bank
from skillprep.actions.warm_up import warm_up
from skillprep.bank.coverage import Coverage, coverage
from skillprep.bank.load import load_bank
from skillprep.cli.runtime import Runtime, pass_runtime
from skillprep.errors import ScorerUnavailableError


@click.command(name="coverage")
@click.option("--all", "show_all", is_flag=True, help="Every topic, not only the gaps.")
@click.option("--json", "json_output", is_flag=True, help="Print JSON.")
@pass_runtime
def coverage_command(runtime: Runtime, show_all: bool, json_output: bool) -> None:
    """Show which tools and glossary terms questions ask about. Exit code 1 when one is asked about nowhere."""
    found = coverage(load_bank(runtime.bank_dir()).bank)
    if json_output:
        mentions = {f"{topic.kind}:{topic.id}": list(ids) for topic, ids in found.mentions.items()}
        click.echo(json.dumps({"mentions": mentions, "gaps": [f"{one.kind}:{one.id}" for one in found.gaps]}, indent=2))
    else:
        Console().print(topic_table(found, show_all))
        click.echo(f"{len(found.mentions) - len(found.gaps)} of {len(found.mentions)} topics are asked about.")
    if found.gaps:
        raise SystemExit(1)


def topic_table(found: Coverage, show_all: bool) -> Table:
    """Topics with the number of questions that mention them."""
    table = Table("topic", "name", "questions", title="Topics" if show_all else "Topics without a question")
    for topic, questions in found.mentions.items():
        if show_all or not questions:
            table.add_row(f"{topic.kind}:{topic.id}", topic.name, str(len(questions)))
    return table


@click.command(name="report")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Also write the report as JSON.")
@pass_runtime
def report_command(runtime: Runtime, out: Path | None) -> None:
    """Measure the whole bank with the model: near-duplicates, points, model answers, order, reading, balance, gaps.

    Findings listed in exceptions.yaml are shown with the reason why they stay. Exit code 1 when others are left.
    """
    services = runtime.services()
    if not warm_up(services):
        raise ScorerUnavailableError(services.model_health().failure)
    loaded = load_bank(runtime.bank_dir())
    with Console(stderr=True).status("Scoring model answers and labelled answers"):
        report = report_bank(services, loaded.answers, loaded.accepted)
    if out:
        out.write_text(json.dumps(report_as_json(report), indent=2) + "\n", "utf-8")
    for line in lines(report):
        click.echo(line)
    for name, value in report.figures.items():
        click.echo(f"{name}: {value:g}")
    click.echo(f"{len(report.open)} open, {len(report.findings) - len(report.open)} accepted.")
    if report.open:
        raise SystemExit(1)


def lines(report: BankReport) -> Iterator[str]:
    """Findings by check, open ones first; whole, so that a subject can be copied into exceptions.yaml."""
    for finding in sorted(report.findings, key=lambda one: (bool(one.reason), one.check, one.subject)):
        accepted = f" Accepted: {finding.reason}" if finding.reason else ""
        yield f"{finding.check:21} {finding.subject}  {finding.detail}{accepted}"


def report_as_json(report: BankReport) -> dict[str, object]:
    """The report for programs and for the page."""
    findings = [asdict(finding) for finding in report.findings]
    return {"bank_version": report.version, "figures": dict(report.figures), "findings": findings}
