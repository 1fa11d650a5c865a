"""The bank of a running service: follows its files, and never trades a good bank for a broken one."""

import logging
import threading
from collections.abc import Callable
from pathlib import Path

from skillprep.bank.assemble import Loaded
from skillprep.bank.bank import Bank
from skillprep.bank.load import fingerprint, load_bank
from skillprep.bank.problem import Problem
from skillprep.errors import BankError

_log = logging.getLogger(__name__)


class LiveBank:
    """Serves the last good bank. `clock` yields seconds that never run backwards, such as `time.monotonic`."""

    def __init__(self, directory: Path, check_every_seconds: float, clock: Callable[[], float]) -> None:
        """The first load serves what is sound and reports the rest; BankError when nothing can be served."""
        self._directory = directory
        self._check_every_seconds = check_every_seconds
        self._clock = clock
        self._checking = threading.Lock()
        # Taken before reading, so that a file written meanwhile is seen at the next check.
        self._fingerprint = fingerprint(directory)
        loaded = load_bank(directory)
        self._bank = loaded.bank
        self._next_check = clock() + check_every_seconds
        self._report(loaded.problems)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the files as they were at the last check."""
        return self._problems

    def current(self) -> Bank:
        """The bank to use for one request: hold on to it, the next call may return another."""
        # Only one thread checks; the others go on with the bank they have instead of waiting for the disk.
        if self._clock() >= self._next_check and self._checking.acquire(blocking=False):
            try:
                self._check()
                self._next_check = self._clock() + self._check_every_seconds
            finally:
                self._checking.release()
        return self._bank

    def _check(self) -> None:
        seen = fingerprint(self._directory)
        if seen == self._fingerprint:
            return
        self._fingerprint = seen
        try:
            self._take(load_bank(self._directory))
        except BankError as error:
            self._report((Problem(".", 1, "unreadable", str(error)),))

    def _take(self, loaded: Loaded) -> None:
        self._report(loaded.problems)
        if not loaded.problems:
            self._bank = loaded.bank
            _log.info("Serving bank %s with %d questions.", loaded.bank.version, len(loaded.bank.questions))

    def _report(self, problems: tuple[Problem, ...]) -> None:
        self._problems = problems
        for problem in problems:
            _log.error("%s", problem)
