"""skillprep key: API keys."""

import click
from rich.console import Console
from rich.table import Table
from sqlalchemy import select

from skillprep.actions.create_key import SCOPES, create_key
from skillprep.actions.revoke_key import revoke_key
from skillprep.cli.runtime import Runtime, pass_runtime
from skillprep.store.tables import ApiKey


@click.group()
def key() -> None:
    """Make, list and revoke API keys."""


@key.command()
@click.argument("organisation")
@click.option("--scope", "scopes", multiple=True, type=click.Choice(SCOPES), help="Repeatable; default: all.")
@click.option("--days", type=int, default=365, show_default=True, help="How long it is valid.")
@pass_runtime
def create(runtime: Runtime, organisation: str, scopes: tuple[str, ...], days: int) -> None:
    """Make a key for ORGANISATION. It is printed once and kept only as a hash.

    \b
    Example:
      KEY=$(skillprep key create "Example College")
      curl -H "Authorization: Bearer $KEY" http://127.0.0.1:8000/api/v1/skills
    """
    click.echo(create_key(runtime.services(), organisation, scopes or SCOPES, days))


@key.command(name="list")
@pass_runtime
def list_keys(runtime: Runtime) -> None:
    """List the keys, without their secrets."""
    table = Table("id", "organisation", "scopes", "created", "expires", "revoked")
    with runtime.services().db.reading() as session:
        for row in session.scalars(select(ApiKey).order_by(ApiKey.created_at)):
            dates = [at.date().isoformat() if at else "-" for at in (row.created_at, row.expires_at, row.revoked_at)]
            table.add_row(row.id, row.name, " ".join(row.scopes), *dates)
    Console().print(table)


@key.command()
@click.argument("key_id")
@pass_runtime
def revoke(runtime: Runtime, key_id: str) -> None:
    """Take the key with this id back at once."""
    revoke_key(runtime.services(), key_id)
    click.echo("Revoked.")
