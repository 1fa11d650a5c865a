"""LiveBank: follows its files, looks seldom, and never trades a good bank for a broken one."""

import logging
import shutil
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from skillprep.bank import live as live_module
from skillprep.bank.live import LiveBank
from skillprep.bank.load import load_bank
from skillprep.errors import BankError
from tests.bank.build import BankFiles
from tests.bank.content import OTHER_QUESTION, QUESTION, SKILL, question

ASKED = f"questions/{SKILL}/{QUESTION}.yaml"
NEW = f"questions/{SKILL}/brand-new.yaml"


class Clock:
    """Time that passes only when a test says so."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def live(files: BankFiles, clock: Clock) -> LiveBank:
    return LiveBank(files.directory, 5, clock)


def test_a_change_is_served_once_it_is_time_to_look(files: BankFiles, clock: Clock, live: LiveBank) -> None:
    before = live.current()
    files.write(NEW, question("brand-new"))
    clock.seconds += 4
    assert live.current() is before
    clock.seconds += 2
    assert "brand-new" in live.current().questions
    assert "brand-new" not in before.questions


def test_unchanged_files_are_not_read_again(live: LiveBank, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_module, "load_bank", lambda _: pytest.fail("nothing has changed"))
    before = live.current()
    clock.seconds += 60
    assert live.current() is before


def test_a_broken_change_keeps_the_last_good_bank(files: BankFiles, clock: Clock, live: LiveBank) -> None:
    before = live.current()
    files.write(ASKED, "{")
    files.write(NEW, question("brand-new"))
    clock.seconds += 6
    assert live.current() is before
    assert [(problem.file, problem.rule) for problem in live.problems] == [(ASKED, "yaml")]


def test_a_repair_is_served_and_clears_the_problems(files: BankFiles, clock: Clock, live: LiveBank) -> None:
    files.write(ASKED, "{")
    clock.seconds += 6
    live.current()
    files.write(ASKED, question() | {"minutes": 9})
    clock.seconds += 6
    assert live.current().question(QUESTION).minutes == 9
    assert live.problems == ()


def test_problems_are_logged_once_for_each_change(
    files: BankFiles, clock: Clock, live: LiveBank, caplog: pytest.LogCaptureFixture
) -> None:
    files.write(ASKED, "{")
    for _ in range(3):
        clock.seconds += 6
        live.current()
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    assert caplog.messages[0].startswith(f"{ASKED}:1: ")


def test_at_the_start_the_sound_files_are_served_and_the_others_reported(files: BankFiles, clock: Clock) -> None:
    files.write(ASKED, "{")
    live = LiveBank(files.directory, 5, clock)
    assert list(live.current().questions) == [OTHER_QUESTION]
    assert [problem.file for problem in live.problems] == [ASKED]


def test_at_the_start_there_must_be_something_to_serve(files: BankFiles, clock: Clock) -> None:
    shutil.rmtree(files.directory / "questions")
    with pytest.raises(BankError):
        LiveBank(files.directory, 5, clock)


def test_a_directory_that_vanishes_is_reported_once_and_may_come_back(
    files: BankFiles, clock: Clock, live: LiveBank, caplog: pytest.LogCaptureFixture
) -> None:
    before = live.current()
    away = files.directory.with_name("away")
    files.directory.rename(away)
    for _ in range(3):
        clock.seconds += 6
        assert live.current() is before
    assert [problem.rule for problem in live.problems] == ["unreadable"]
    assert len(caplog.records) == 1
    away.rename(files.directory)
    clock.seconds += 6
    assert live.current().version == before.version
    assert live.problems == ()


def test_a_change_during_a_load_is_seen_at_the_next_look(
    files: BankFiles, clock: Clock, live: LiveBank, monkeypatch: pytest.MonkeyPatch
) -> None:
    def load_and_change(directory: object) -> object:
        loaded = load_bank(directory)  # type: ignore[arg-type]
        monkeypatch.setattr(live_module, "load_bank", load_bank)
        files.write(NEW, question("brand-new"))
        return loaded

    monkeypatch.setattr(live_module, "load_bank", load_and_change)
    files.write(ASKED, question() | {"minutes": 9})
    clock.seconds += 6
    assert "brand-new" not in live.current().questions
    clock.seconds += 6
    assert "brand-new" in live.current().questions


def test_one_thread_loads_while_the_others_go_on(
    files: BankFiles, clock: Clock, live: LiveBank, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = live.current()
    loading, may_finish = threading.Event(), threading.Event()
    loads: list[object] = []

    def slow_load(directory: object) -> object:
        loads.append(directory)
        loading.set()
        assert may_finish.wait(10)
        return load_bank(directory)  # type: ignore[arg-type]

    monkeypatch.setattr(live_module, "load_bank", slow_load)
    files.write(NEW, question("brand-new"))
    clock.seconds += 6
    with ThreadPoolExecutor() as pool:
        slow = pool.submit(live.current)
        assert loading.wait(10)
        assert all(bank is before for bank in pool.map(lambda _: live.current(), range(50)))
        may_finish.set()
        assert "brand-new" in slow.result(10).questions
    assert len(loads) == 1
