"""Work of many callers done together: what they ask for at the same time is computed in one call, each item once."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from skillprep.errors import ScorerUnavailableError

Item = TypeVar("Item", bound=Hashable)
Result = TypeVar("Result")


@dataclass(eq=False)
class Job(Generic[Item, Result]):
    """One item that somebody waits for. When it is done, one of `result` and `error` is set."""

    item: Item
    result: Result | None = None
    error: Exception | None = None
    done: bool = False


@dataclass(frozen=True)
class Bounds(Generic[Item]):
    """A batch holds items of at most `batch` in size together, or one larger item; `kept` results are remembered."""

    size: Callable[[Item], int]
    batch: int
    kept: int


class Batcher(Generic[Item, Result]):
    """Stands in front of a function of many items. Nobody waits when it is idle: the first caller computes at once.

    Callers who come while a batch runs form the next one, which one of them computes for all, in its own thread; so
    there is no thread to start, to stop or to die. An item that many ask for is computed once, and the results used
    last are remembered under the item and `version()`, in memory alone.
    """

    def __init__(
        self, compute: Callable[[Sequence[Item]], Sequence[Result]], version: Callable[[], str], bounds: Bounds[Item]
    ) -> None:
        self._compute = compute
        self._version = version
        self._bounds = bounds
        self._kept: OrderedDict[tuple[str, Item], Result] = OrderedDict()
        self._waiting: OrderedDict[Item, Job[Item, Result]] = OrderedDict()
        self._running: dict[Item, Job[Item, Result]] = {}
        self._changed = threading.Condition()

    def __call__(self, items: Sequence[Item]) -> list[Result]:
        """One result an item. Raises what the function raises for one of these items, and for no others."""
        with self._changed:
            jobs = {item: self._job(item) for item in dict.fromkeys(items)}
        mine = [job for job in jobs.values() if not job.done]
        while batch := self._next_batch(mine):
            self._run(batch)
        for job in jobs.values():
            if job.error is not None:
                raise job.error
        return [result for result in (jobs[item].result for item in items) if result is not None]

    def _job(self, item: Item) -> Job[Item, Result]:
        """The job of an item: done already, under way for somebody else, or new."""
        key = (self._version(), item)
        if key in self._kept:
            self._kept.move_to_end(key)
            return Job(item, result=self._kept[key], done=True)
        return self._running.get(item) or self._waiting.setdefault(item, Job(item))

    def _next_batch(self, mine: Sequence[Job[Item, Result]]) -> list[Job[Item, Result]]:
        """Wait until all of `mine` are done (then empty), or until nobody computes: then take the next batch."""
        with self._changed:
            self._changed.wait_for(lambda: not self._running or all(job.done for job in mine))
            if all(job.done for job in mine):
                return []
            room = self._bounds.batch
            while self._waiting and (not self._running or self._bounds.size(next(iter(self._waiting))) <= room):
                item, job = self._waiting.popitem(last=False)
                self._running[item] = job
                room -= self._bounds.size(item)
            return list(self._running.values())

    def _run(self, batch: Sequence[Job[Item, Result]]) -> None:
        """Compute a batch and wake everybody who waits for some of it, whatever happens."""
        try:
            settle(self._compute, batch)
        finally:
            with self._changed:
                self._running.clear()
                # An interrupt (no Exception) leaves jobs undone: they wait again, for the next caller to take up.
                self._waiting.update({job.item: job for job in batch if not job.done})
                self._keep(batch)
                self._changed.notify_all()

    def _keep(self, batch: Sequence[Job[Item, Result]]) -> None:
        """Remember results and forget those used longest ago."""
        for job in batch:
            if job.result is not None:
                self._kept[self._version(), job.item] = job.result
        while len(self._kept) > self._bounds.kept:
            self._kept.popitem(last=False)


def settle(compute: Callable[[Sequence[Item]], Sequence[Result]], batch: Sequence[Job[Item, Result]]) -> None:
    """Give every job its result or its error. A batch that fails is halved until the error is only its item's own."""
    try:
        results = compute([job.item for job in batch])
    except ScorerUnavailableError as error:
        finish(batch, [None] * len(batch), error)
    except Exception as error:
        # Whatever a model library raises belongs to the callers of these items.
        if len(batch) == 1:
            finish(batch, [None], error)
        else:
            middle = len(batch) // 2
            settle(compute, batch[:middle])
            settle(compute, batch[middle:])
    else:
        finish(batch, results, None)


def finish(batch: Sequence[Job[Item, Result]], results: Sequence[Result | None], error: Exception | None) -> None:
    """Mark jobs as done."""
    for job, result in zip(batch, results, strict=True):
        job.result, job.error, job.done = result, error, True
