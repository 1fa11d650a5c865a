"""skillprep sets: sets of questions from a blueprint's file."""

import json
from pathlib import Path
from typing import IO

import click

from skillprep.actions.assemble_set import assemble_set
from skillprep.actions.warm_up import warm_up
from skillprep.bank.bank import Bank
from skillprep.cli.runtime import Runtime, pass_runtime
from skillprep.errors import InvalidInputError
from skillprep.semantic.documents import plain
from skillprep.sets.assemble import Conflict
from skillprep.sets.blueprint import EXAMPLE, Blueprint
from skillprep.sets.export import set_as_csv, set_as_json
from skillprep.sets.question_set import QuestionSet
from skillprep.sets.read_blueprint import read_blueprint

BLUEPRINT_BYTES = 100_000


@click.group()
def sets() -> None:
    """Build sets of questions for interviews."""


@sets.command()
@click.argument("blueprint", type=click.File("rb"))
@click.option("--json", "output", flag_value="json", help="Print wishes, set and reasons as JSON.")
@click.option("--csv", "output", flag_value="csv", help="Print one line a question as CSV.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file instead.")
@pass_runtime
def build(runtime: Runtime, blueprint: IO[bytes], output: str | None, out: Path | None) -> None:
    """Build the set that BLUEPRINT (YAML or JSON, - for standard input) asks for. Nothing is stored.

    Exit code 1 when no set satisfies it; then the wishes that clash and the nearest blueprint that works are printed.

    \b
    Example:
      skillprep sets example > second-interview.yaml
      skillprep sets build second-interview.yaml --csv --out second-interview.csv
    """
    services = runtime.services()
    wishes = read_blueprint(text_of(blueprint))
    if wishes.similarity_below is not None:
        warm_up(services)
    found = assemble_set(services, wishes)
    text = shown(wishes, found, output, services.bank)
    if out is None:
        click.echo(text)
    else:
        out.write_text(text, "utf-8", newline="")
        click.echo(f"Written to {out}.", err=True)
    if isinstance(found, Conflict):
        raise SystemExit(1)


@sets.command()
def example() -> None:
    """Print a blueprint to start from."""
    click.echo("\n".join(f"{name}: {json.dumps(value)}" for name, value in EXAMPLE.items()))


@sets.command()
def schema() -> None:
    """Print the JSON Schema by which an editor completes and checks blueprints."""
    click.echo(json.dumps(Blueprint.model_json_schema(), indent=2))


def text_of(stream: IO[bytes]) -> str:
    """The text of the file. Raises InvalidInputError when it is no text."""
    try:
        return stream.read(BLUEPRINT_BYTES + 1).decode("utf-8")
    except UnicodeDecodeError as error:
        raise InvalidInputError(f"The blueprint is not UTF-8 text (byte {error.start + 1}).", "blueprint") from error


def shown(wishes: Blueprint, found: QuestionSet | Conflict, output: str | None, bank: Bank) -> str:
    """The result in the form that was asked for; a conflict has no table."""
    if isinstance(found, Conflict):
        return found.model_dump_json(indent=2) if output == "json" else conflict_text(found)
    if output == "json":
        return json.dumps(set_as_json(wishes, found, bank.questions, plain), indent=2, ensure_ascii=False)
    if output == "csv":
        return set_as_csv(found, bank.questions, plain)
    return set_text(found, bank)


def set_text(found: QuestionSet, bank: Bank) -> str:
    """The set to read."""
    lines = [found.title]
    for form in found.forms:
        lines += ["", f"Form {form.letter}: {len(form.questions)} questions, {form.minutes} minutes"]
        for place, one in enumerate(form.questions, start=1):
            lines += [f"{place:2}. {one.question_id} ({one.level}, {one.kind}, {one.minutes} min)"]
            lines += [f"    {plain(bank.questions[one.question_id].prompt)}", f"    {one.reason}"]
    certain = "" if found.within_time else " The search was stopped by its time limit."
    return "\n".join([*lines, "", f"No set of this blueprint measures more than {found.gap:.1%} better.{certain}"])


def conflict_text(found: Conflict) -> str:
    """Why there is none, and what would work."""
    lines = [found.explanation]
    if found.relaxed is not None:
        lines += ["", "This would work:"]
        lines += [f"  {one.before} -> {one.after or '(dropped)'}" for one in found.changes]
        lines += ["", *(f"{name}: {json.dumps(value)}" for name, value in written(found.relaxed).items())]
    return "\n".join(lines)


def written(wishes: Blueprint) -> dict[str, object]:
    """The wishes that differ from the usual, as people write them."""
    return wishes.model_dump(mode="json", exclude_defaults=True)
