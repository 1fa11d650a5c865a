"""skillprep serve: the web server."""

from typing import Any

import click
from flask import Flask
from gunicorn.app.base import BaseApplication

from skillprep.cli.runtime import Listen, Runtime, pass_runtime
from skillprep.errors import SettingError
from skillprep.services import Services
from skillprep.store.schema import current_revision, newest_revision


@click.command()
@pass_runtime
def serve(runtime: Runtime) -> None:
    """Serve pages and API with gunicorn at HOST:PORT.

    One process with WEB_THREADS threads: the model is held once. The first page is there before the model is;
    answers handed in meanwhile are saved and scored as soon as it is loaded. SIGTERM lets requests finish.
    """
    listen = runtime.listen()
    require_schema(runtime.services())
    click.echo(f"SkillPrep is at http://{listen.host}:{listen.port}  (stop with Ctrl-C)")
    Server(runtime, listen).run()


def require_schema(services: Services) -> None:
    """Refuse to serve a database that this version does not fit, rather than fail at the first page."""
    found, needed = current_revision(services.db.engine), newest_revision(services.db.engine)
    services.db.close()
    if found != needed:
        raise SettingError(
            f"The database is at revision {found or 'none'}, this version needs {needed}. Run: skillprep db upgrade"
        )


class Server(BaseApplication):  # type: ignore[misc]
    """gunicorn told what to do without a configuration file."""

    def __init__(self, runtime: Runtime, listen: Listen) -> None:
        self.runtime = runtime
        self.listen = listen
        super().__init__()

    def load_config(self) -> None:
        """One process, several threads; logs go through ours."""
        chosen: dict[str, Any] = {
            "bind": f"{self.listen.host}:{self.listen.port}",
            "workers": 1,
            "worker_class": "gthread",
            "threads": self.listen.threads,
            "graceful_timeout": self.listen.shutdown_seconds,
            "timeout": 120,
            "control_socket_disable": True,
            "loglevel": "warning",
        }
        for name, value in chosen.items():
            if name in self.cfg.settings:
                self.cfg.set(name, value)

    def load(self) -> Flask:
        """The app, built in the process that serves it, so that no thread or connection is shared across a fork."""
        return self.runtime.app()
