"""Migrations."""

from alembic import command
from sqlalchemy import inspect, select

from skillprep.services import Services
from skillprep.store import schema
from skillprep.store.tables import Owner, Row


def test_the_migrated_schema_is_exactly_what_the_tables_say(services: Services) -> None:
    command.check(schema.config(services.db.engine))
    assert schema.current_revision(services.db.engine) == schema.newest_revision(services.db.engine)


def test_migrations_go_down_to_nothing_and_up_again(services: Services) -> None:
    engine = services.db.engine
    with services.db.writing() as session:
        session.add(Owner(kind="guest", created_at=services.clock()))
    try:
        schema.downgrade(engine, "base")
        assert set(inspect(engine).get_table_names()) <= {"alembic_version"}
    finally:
        schema.upgrade(engine)
    assert set(Row.metadata.tables) <= set(inspect(engine).get_table_names())
    with services.db.reading() as session:
        assert session.scalar(select(Owner.id)) is None


def test_upgrading_twice_changes_nothing(services: Services) -> None:
    with services.db.writing() as session:
        session.add(Owner(kind="guest", created_at=services.clock()))
    schema.upgrade(services.db.engine)
    with services.db.reading() as session:
        assert session.scalar(select(Owner.kind)) == "guest"
