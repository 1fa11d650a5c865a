"""The `skillprep` command: one file per command or group."""

import sys

import click

from skillprep.cli.bank import bank
from skillprep.cli.calibrate import calibrate_command
from skillprep.cli.db import db
from skillprep.cli.evaluate import evaluate
from skillprep.cli.index import index
from skillprep.cli.key import key
from skillprep.cli.rescore import rescore_command
from skillprep.cli.review import review
from skillprep.cli.runtime import Listen, Runtime
from skillprep.cli.score import score
from skillprep.cli.search import search
from skillprep.cli.serve import serve
from skillprep.cli.sets import sets
from skillprep.cli.user import user
from skillprep.cli.verify import verify
from skillprep.cli.worker import keep_scoring, worker
from skillprep.errors import SkillPrepError

__all__ = ["Listen", "Runtime", "keep_scoring", "run", "skillprep"]


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="skillprep")
def skillprep() -> None:
    """Practise interviews and score free-text answers point by point.

    \b
    First steps:
      skillprep db upgrade            create or migrate the database
      skillprep bank lint             check the question bank
      skillprep serve                 open http://127.0.0.1:8000
      echo "my answer" | skillprep score QUESTION_ID -

    Settings come from the environment; README.md lists them. Exit codes: 0 done, 1 refused or problems found,
    2 wrong usage.
    """


for command in (
    serve,
    worker,
    db,
    bank,
    index,
    score,
    verify,
    rescore_command,
    calibrate_command,
    evaluate,
    search,
    sets,
    user,
    key,
    review,
):
    skillprep.add_command(command)


def run(runtime: Runtime) -> None:
    """Run the command line; our own errors become one line and exit code 1."""
    try:
        skillprep(obj=runtime)
    except SkillPrepError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(1)
