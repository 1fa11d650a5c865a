"""Transactions."""

import threading

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from skillprep.services import Services
from skillprep.store.tables import Owner, Sitting


def owner(services: Services, name: str = "") -> Owner:
    return Owner(kind="guest", name=name, created_at=services.clock())


def names(services: Services) -> list[str]:
    with services.db.reading() as session:
        return list(session.scalars(select(Owner.name).order_by(Owner.name)))


def test_a_finished_block_is_committed_and_a_broken_one_leaves_nothing(services: Services) -> None:
    with services.db.writing() as session:
        session.add(owner(services, "kept"))
    with pytest.raises(RuntimeError), services.db.writing() as session:
        session.add(owner(services, "lost"))
        session.flush()
        raise RuntimeError
    assert names(services) == ["kept"]


def test_a_savepoint_takes_back_only_its_own_rows(services: Services) -> None:
    with services.db.writing() as session:
        session.add(owner(services, "outer"))
        with pytest.raises(RuntimeError), session.begin_nested():
            session.add(owner(services, "inner"))
            session.flush()
            raise RuntimeError
    assert names(services) == ["outer"]


def test_foreign_keys_are_enforced(services: Services) -> None:
    with pytest.raises(IntegrityError), services.db.writing() as session:
        session.add(
            Sitting(
                owner_id="nobody",
                skill_id="x",
                level="beginner",
                adaptive=True,
                purpose="practice",
                length=1,
                started_at=services.clock(),
            )
        )


def test_times_come_back_in_utc_and_naive_ones_are_refused(services: Services) -> None:
    with services.db.writing() as session:
        session.add(owner(services))
    with services.db.reading() as session:
        assert session.scalar(select(Owner.created_at)) == services.clock()
    naive = owner(services)
    naive.created_at = services.clock().replace(tzinfo=None)
    with pytest.raises(Exception, match="without a zone"), services.db.writing() as session:
        session.add(naive)


def test_writers_wait_for_each_other_instead_of_failing(services: Services) -> None:
    def write(number: int) -> None:
        for turn in range(5):
            with services.db.writing() as session:
                session.scalar(select(Owner.id))
                session.add(owner(services, f"{number}-{turn}"))

    threads = [threading.Thread(target=write, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(names(services)) == 30


def test_sqlite_commits_durably(sqlite_url: str) -> None:
    from skillprep.store.engine import open_engine  # noqa: PLC0415

    engine = open_engine(sqlite_url)
    with engine.connect() as connection:
        found = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    engine.dispose()
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_errors_do_not_repeat_what_was_being_stored(services: Services) -> None:
    with pytest.raises(IntegrityError) as caught, services.db.writing() as session:
        session.add(Owner(id="x", kind="guest", name="my secret pangolin", created_at=services.clock()))
        session.flush()
        session.expunge_all()
        session.add(Owner(id="x", kind="guest", name="my secret pangolin", created_at=services.clock()))
    assert "pangolin" not in str(caught.value)
