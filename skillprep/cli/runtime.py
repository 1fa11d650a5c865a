"""What a command is handed by the composition root."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click
from flask import Flask

from skillprep.services import Services


@dataclass(frozen=True)
class Listen:
    """Where and how `serve` answers."""

    host: str
    port: int
    threads: int
    shutdown_seconds: int


@dataclass(frozen=True)
class Runtime:
    """How to build things by the settings of the environment. Commands never build things themselves."""

    listen: Callable[[], Listen]
    bank_dir: Callable[[], Path]
    services: Callable[[], Services]
    app: Callable[[], Flask]
    log: Callable[[], None]


pass_runtime = click.make_pass_decorator(Runtime)
