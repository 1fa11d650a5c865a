"""Sentences written for every point of the bank's train questions: two make it in other words, two only come near it.

They stand in benchmarks/tellings. Language models wrote them one by one; other readers, who did not see what a sentence
was written for, judged them all, and where they saw it otherwise the sentence is left out (null).
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.scoring_data import PROJECT

FOLDER = PROJECT / "benchmarks/tellings"


@dataclass(frozen=True)
class Telling:
    """Of one point. `told` makes it as a story, `plain` in everyday words; `near` is about its subject without making
    it, `drift` uses its words for something else."""

    question: str
    point: str
    told: str | None
    plain: str | None
    near: str | None
    drift: str | None

    @property
    def makes(self) -> tuple[str, ...]:
        """The sentences that make the point."""
        return tuple(text for text in (self.told, self.plain) if text)

    @property
    def misses(self) -> tuple[str, ...]:
        """The sentences that do not, however like it they sound."""
        return tuple(text for text in (self.near, self.drift) if text)


def tellings(part: str) -> Iterator[Telling]:
    """Those of a part's questions; only `train` has some."""
    with (FOLDER / f"{part}.jsonl").open(encoding="utf-8") as stream:
        yield from (Telling(**json.loads(line)) for line in stream)
