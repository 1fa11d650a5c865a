"""Alembic's entry: migrates whichever database it is handed, in one transaction, with timeouts on PostgreSQL."""

from alembic import context
from sqlalchemy import Connection, Engine, text

from skillprep.config import Settings
from skillprep.store.engine import open_engine
from skillprep.store.tables import Row, UtcDateTime


def engine() -> Engine:
    """The engine that the program passed in, or the one the settings name when `alembic` itself is run."""
    given = context.config.attributes.get("engine")
    return given if given is not None else open_engine(Settings.from_env().resolved_database_url)


def plain_types(kind: str, thing: object, _autogen: object) -> str | bool:
    """Write our own column type as the plain one, so that a migration never depends on today's program."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(thing, UtcDateTime) else False


def run(connection: Connection) -> None:
    """Migrate. A lock that cannot be had fails soon instead of stopping the service behind it."""
    is_postgres = connection.dialect.name == "postgresql"
    context.configure(
        connection=connection,
        target_metadata=Row.metadata,
        render_as_batch=True,
        compare_type=True,
        render_item=plain_types,
    )
    with context.begin_transaction():
        if is_postgres:
            connection.execute(text("SET LOCAL lock_timeout = '10s'"))
            connection.execute(text("SET LOCAL statement_timeout = '10min'"))
        context.run_migrations()


with engine().connect() as connection:
    run(connection)
    connection.commit()
