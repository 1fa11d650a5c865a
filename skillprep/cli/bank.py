"""skillprep bank: check and count the question bank's files."""

import json
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from skillprep.bank.load import load_bank
from skillprep.bank.schema_files import stale_schemas, write_schemas
from skillprep.bank.stats import BankStats, bank_stats
from skillprep.bank.vocabulary import Kind, Level
from skillprep.cli.bank_items import items_command
from skillprep.cli.bank_report import coverage_command, report_command
from skillprep.cli.runtime import Runtime, pass_runtime

folder = click.argument("directory", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
as_json = click.option("--json", "json_output", is_flag=True, help="Print JSON.")


@click.group()
def bank() -> None:
    """Check and count the question bank (BANK_DIR, or a folder you name)."""


bank.add_command(coverage_command)
bank.add_command(report_command)
bank.add_command(items_command)


@bank.command()
@folder
@as_json
@pass_runtime
def lint(runtime: Runtime, directory: Path | None, json_output: bool) -> None:
    """Report every problem of every file, with file and line. Exit code 1 when there is one."""
    loaded = load_bank(directory or runtime.bank_dir())
    if json_output:
        click.echo(json.dumps([problem.as_json() for problem in loaded.problems], indent=2))
    else:
        for problem in loaded.problems:
            click.echo(str(problem))
        click.echo(f"{counted(len(loaded.problems), 'problem')} in the bank.")
    if loaded.problems:
        raise SystemExit(1)


@bank.command()
@folder
@as_json
@pass_runtime
def stats(runtime: Runtime, directory: Path | None, json_output: bool) -> None:
    """Count questions by skill, level and kind, and everything else."""
    found = bank_stats(load_bank(directory or runtime.bank_dir()).bank)
    if json_output:
        click.echo(json.dumps(stats_as_json(found), indent=2))
    else:
        Console().print(question_table(found))
        click.echo(", ".join(f"{name} {number}" for name, number in totals(found).items()))


@bank.command()
@folder
@click.option("--check", is_flag=True, help="Write nothing; exit code 1 when a file is stale.")
@pass_runtime
def schema(runtime: Runtime, directory: Path | None, check: bool) -> None:
    """Write the JSON Schemas by which an editor completes and checks bank files."""
    target = (directory or runtime.bank_dir()) / "schema"
    changed = stale_schemas(target) if check else write_schemas(target)
    for path in changed:
        click.echo(f"{path.name} {'is stale; run: skillprep bank schema' if check else 'written'}")
    if check and changed:
        raise SystemExit(1)


def question_table(found: BankStats) -> Table:
    """Ready questions by skill and level, one column a kind."""
    table = Table("skill", "level", *(kind.value for kind in Kind), "all", title="Questions ready to be asked")
    for skill_id in dict.fromkeys(skill for skill, _, _ in found.questions):
        for level in Level:
            cells = [found.questions[skill_id, level, kind] for kind in Kind]
            table.add_row(skill_id, level.value, *map(str, cells), str(sum(cells)))
    return table


def totals(found: BankStats) -> dict[str, int]:
    """Everything that is counted once."""
    names = ("ready_questions", "minutes", "skills", "projects", "careers", "tools", "terms")
    return {name.replace("_", " "): getattr(found, name) for name in names}


def stats_as_json(found: BankStats) -> dict[str, object]:
    """The same for programs."""
    cells = [
        {"skill": skill, "level": level.value, "kind": kind.value, "questions": number}
        for (skill, level, kind), number in found.questions.items()
    ]
    statuses = {status.value: number for status, number in found.statuses.items()}
    return {"version": found.version, **totals(found), "statuses": statuses, "cells": cells}


def counted(number: int, noun: str) -> str:
    """'1 problem', '2 problems'."""
    return f"{number} {noun}" + ("" if number == 1 else "s")
