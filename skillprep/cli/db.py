"""skillprep db: the database's schema."""

import click

from skillprep.cli.runtime import Runtime, pass_runtime
from skillprep.store import schema


@click.group()
def db() -> None:
    """Create and migrate the database."""


@db.command()
@click.option("--revision", default="head", show_default=True, help="Stop at this revision.")
@pass_runtime
def upgrade(runtime: Runtime, revision: str) -> None:
    """Bring the schema up to date. Safe to repeat."""
    engine = runtime.services().db.engine
    before = schema.current_revision(engine)
    schema.upgrade(engine, revision)
    after = schema.current_revision(engine)
    click.echo(f"The database is at {after}." if before == after else f"Migrated from {before or 'empty'} to {after}.")


@db.command()
@click.argument("revision")
@click.confirmation_option(prompt="This can delete data. Go on?")
@pass_runtime
def downgrade(runtime: Runtime, revision: str) -> None:
    """Take the schema back to REVISION ('base' empties the database)."""
    schema.downgrade(runtime.services().db.engine, revision)
    click.echo(f"The database is at {revision}.")


@db.command()
@pass_runtime
def current(runtime: Runtime) -> None:
    """Show the revision; exit code 1 when it is not the one this version needs."""
    engine = runtime.services().db.engine
    found, needed = schema.current_revision(engine), schema.newest_revision(engine)
    click.echo(f"at {found or 'none'}, needed {needed}")
    if found != needed:
        raise SystemExit(1)
