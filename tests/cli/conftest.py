"""Commands run in this process, over the test's own services."""

from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result
from flask import Flask

from skillprep.cli import Listen, Runtime, skillprep
from skillprep.config import Settings
from skillprep.services import Services

Run = Callable[..., Result]


@pytest.fixture
def run(settings: Settings, services: Services) -> Run:
    """Call the command line with arguments and get exit code and output."""

    def no_app() -> Flask:
        raise AssertionError("this command must not build the app")

    runtime = Runtime(
        listen=lambda: Listen("127.0.0.1", 8000, 4, 5),
        bank_dir=lambda: settings.bank_dir,
        services=lambda: services,
        app=no_app,
        log=lambda: None,
    )

    def invoke(*arguments: str, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(skillprep, arguments, obj=runtime, input=stdin)

    return invoke
