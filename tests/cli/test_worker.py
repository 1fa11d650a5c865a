"""The worker's rounds."""

import importlib
import threading
import time

import pytest

from skillprep.services import Services
from skillprep.store.beliefs import last_fit
from tests.actions.answered import SKILL, Given, add_sitting

PATIENCE_SECONDS = 60
worker = importlib.import_module("skillprep.cli.worker")  # The package's attribute of that name is the command.


def test_a_running_worker_fits_the_questions_once_there_are_answers_enough(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "PAUSE_SECONDS", 0.01)
    monkeypatch.setattr(worker, "CALIBRATE_SECONDS", 0.0)
    ids = [question.id for question in services.bank.ready_questions(skill=SKILL)][:5]
    for number in range(40):
        add_sitting(services, [Given(one, 0.1 * (number % 11)) for one in ids])
    stop = threading.Event()
    running = threading.Thread(target=worker.keep_scoring, args=(services, stop))
    running.start()
    try:
        ends = time.monotonic() + PATIENCE_SECONDS
        while fitted_answers(services) < 200 and time.monotonic() < ends:
            time.sleep(0.05)
    finally:
        stop.set()
        running.join(PATIENCE_SECONDS)
    assert fitted_answers(services) == 200
    assert not running.is_alive()


def fitted_answers(services: Services) -> int:
    with services.db.reading() as session:
        return last_fit(session, "practice").answers
