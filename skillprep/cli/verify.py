"""skillprep verify: a score computed again from its receipt."""

import json
import re
from dataclasses import asdict
from pathlib import Path
from typing import IO

import click
from rich.console import Console
from rich.table import Table

from skillprep.actions.verify_score import Record, exported_record, stored_record, verify_score
from skillprep.actions.warm_up import warm_up
from skillprep.cli.runtime import Runtime, pass_runtime
from skillprep.cli.score import answer_text
from skillprep.errors import InvalidInputError, SkillPrepError
from skillprep.scoring.exported import MOST_CHARACTERS, read_exported
from skillprep.scoring.replay import Outcome, Verdict
from skillprep.services import Services

EXIT_CODES = {Outcome.IDENTICAL: 0, Outcome.DIFFERS: 1, Outcome.CANNOT_REPLAY: 2}
STORED_ID = re.compile(r"[0-9a-f]{32}")


@click.command()
@click.argument("receipt")
@click.option("--answer", type=click.File("rb"), help="The text that was scored, where RECEIPT does not carry it.")
@click.option("--json", "json_output", is_flag=True, help="Print the verdict as JSON.")
@pass_runtime
def verify(runtime: Runtime, receipt: str, answer: IO[bytes] | None, json_output: bool) -> None:
    """Compute a score again from its RECEIPT and compare every number.

    RECEIPT is a file (or - for standard input) with what `skillprep score --json` printed or what the API returned, or
    the id of a stored score or answer. Exit code 0: identical. 1: it differs, and a table says where. 2: it cannot be
    replayed, and why: another model, head, scorer or bank, a question edited since, another text; or wrong usage.

    \b
    Example:
      skillprep score proxy-feature-found my-answer.txt --json > score.json
      skillprep verify score.json --answer my-answer.txt
    """
    try:
        found = replayed(runtime.services(), receipt, None if answer is None else answer_text(answer))
    except SkillPrepError as error:
        # Code 1 would say that the score differs, which nobody knows.
        found = Verdict(Outcome.CANNOT_REPLAY, (str(error),))
    if json_output:
        click.echo(json.dumps(asdict(found), indent=2))
    else:
        show(found)
    raise SystemExit(EXIT_CODES[found.outcome])


def replayed(services: Services, receipt: str, answer: str | None) -> Verdict:
    """Find the record, load the model, and verify."""
    record = find_record(services, receipt, answer)
    warm_up(services)
    return verify_score(services, record)


def find_record(services: Services, receipt: str, answer: str | None) -> Record:
    """The record in a file, on standard input, or in the database."""
    if STORED_ID.fullmatch(receipt) and not Path(receipt).exists():
        record = stored_record(services, receipt)
        if answer is not None:
            raise InvalidInputError("A stored score is checked against its stored answer: leave out --answer.")
        return record
    try:
        with click.open_file(receipt, encoding="utf-8") as stream:
            return exported_record(read_exported(stream.read(MOST_CHARACTERS + 1)), answer)
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidInputError(f"{receipt} cannot be read, and it is no id of a stored score: {error}") from error


def show(found: Verdict) -> None:
    """The verdict for a person."""
    console = Console(markup=False)  # points[groups] is a place here, not a style
    console.print(found.outcome.value.capitalize() + ".", style="bold", highlight=False)
    for line in (*found.reasons, *found.notes):
        click.echo(line)
    if found.differences:
        table = Table("what", "recorded", "computed again")
        for one in found.differences:
            table.add_row(one.what, shown(one.recorded), shown(one.recomputed))
        console.print(table)


def shown(value: object) -> str:
    """A value of JSON as text."""
    return "-" if value is None else str(value)
