"""skillprep search: find things in the bank."""

import json
from dataclasses import asdict
from typing import Any

import click

from skillprep.actions.warm_up import warm_up
from skillprep.bank.vocabulary import Level
from skillprep.cli.runtime import Runtime, pass_runtime
from skillprep.semantic.documents import KINDS
from skillprep.semantic.search import Hit, SearchQuery


@click.command()
@click.argument("text", nargs=-1, required=True)
@click.option("--kind", "kinds", multiple=True, type=click.Choice(KINDS), help="Repeatable.")
@click.option("--skill", help="A skill's id.")
@click.option("--level", type=click.Choice([level.value for level in Level]))
@click.option("--limit", type=click.IntRange(1, 100), default=10, show_default=True)
@click.option("--json", "json_output", is_flag=True, help="Print JSON.")
@pass_runtime
def search(runtime: Runtime, /, text: tuple[str, ...], json_output: bool, **filters: Any) -> None:
    """Find questions, guides, projects, tools and terms by meaning and by word.

    Exit code 1 when nothing is found.
    """
    services = runtime.services()
    warm_up(services)
    kinds = frozenset(filters["kinds"])
    query = SearchQuery(" ".join(text), kinds, filters["skill"], filters["level"], filters["limit"])
    result = services.search.find(query)
    if json_output:
        click.echo(json.dumps(asdict(result), indent=2))
    else:
        if not result.by_meaning:
            click.echo("The language model cannot be used, so only words were compared.", err=True)
        for hit in result.hits:
            click.echo(line(hit))
        click.echo(f"{result.total} found" + (f", {len(result.hits)} shown" if result.total > len(result.hits) else ""))
    if not result.total:
        raise SystemExit(1)


def line(hit: Hit) -> str:
    """One hit in one line, its id first so that it can be passed on."""
    return f"{hit.kind:9} {click.style(hit.id, bold=True)}  {hit.title[:90]}"
