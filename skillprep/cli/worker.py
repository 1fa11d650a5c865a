"""skillprep worker: scores the answers that were saved without a score, and keeps the questions fitted to answers."""

import logging
import signal
import threading
import time
from types import FrameType

import click
from sqlalchemy.exc import SQLAlchemyError

from skillprep.actions.calibrate_when_due import calibrate_when_due
from skillprep.actions.score_waiting import score_waiting
from skillprep.actions.warm_up import warm_up
from skillprep.cli.runtime import Runtime, pass_runtime
from skillprep.services import Services

log = logging.getLogger(__name__)

PAUSE_SECONDS = 2.0
MODEL_RETRY_SECONDS = 30.0
CALIBRATE_SECONDS = 60.0
AT_ONCE = 20


@click.command()
@pass_runtime
def worker(runtime: Runtime) -> None:
    """Score waiting answers until stopped (SIGTERM or Ctrl-C); an answer in hand is finished first. Once in a while fit
    the questions' difficulties to what was answered (`skillprep calibrate` does it at once).

    `skillprep serve` does the same inside its own process unless WORKER=no. Run as many workers as you like on
    PostgreSQL: each answer is claimed by one of them.
    """
    runtime.log()
    stop = threading.Event()

    def leave(_signal: int, _frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGTERM, leave)
    signal.signal(signal.SIGINT, leave)
    keep_scoring(runtime.services(), stop)


def keep_scoring(services: Services, stop: threading.Event | None = None) -> None:
    """Warm up, then score what waits, again and again. A model that cannot be used is tried again every half minute."""
    stop = stop or threading.Event()
    while not warm_up(services):
        if stop.wait(MODEL_RETRY_SECONDS):
            return
    log.info("ready_to_score")
    looked = time.monotonic()
    while not stop.wait(PAUSE_SECONDS):
        try:
            score_waiting(services, AT_ONCE)
            if time.monotonic() - looked >= CALIBRATE_SECONDS:
                looked = time.monotonic()
                calibrate_when_due(services)
        except SQLAlchemyError:
            log.exception("database_unavailable")
