"""skillprep user: accounts."""

import click

from skillprep.actions.register import register
from skillprep.cli.runtime import Runtime, pass_runtime


@click.group()
def user() -> None:
    """Create accounts."""


@user.command()
@click.argument("email")
@click.password_option(help="Asked for when not given; at least 10 characters.")
@pass_runtime
def create(runtime: Runtime, email: str, password: str) -> None:
    """Create an account for EMAIL."""
    register(runtime.services(), None, email, password)
    click.echo(f"Created an account for {email}.")
