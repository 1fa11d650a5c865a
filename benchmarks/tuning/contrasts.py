"""What people could write of a point of the bank: three sentences turn it round, one makes it beside some "not".

They stand in benchmarks/contrasts, a file a part. `By hand` means that language models wrote them one by one, and no
rule made them: templates (denying.py) teach a model their own turns of phrase. The authors of the test part's had seen
neither the other sentences nor the scorer; other readers, who saw no kind, labelled those of dev and test.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.scoring_data import PROJECT

FOLDER = PROJECT / "benchmarks/contrasts"


@dataclass(frozen=True)
class Contrast:
    """Of one point. `falsehood` claims the reverse without negating, `turned` keeps the point's words but one,
    `rejected` turns the point down; `affirmed` makes it among negations or contrasts of something else."""

    question: str
    point: str
    falsehood: str
    turned: str
    rejected: str
    affirmed: str

    @property
    def denials(self) -> dict[str, str]:
        """The three that contradict the point, by kind."""
        return {"falsehood": self.falsehood, "turned": self.turned, "rejected": self.rejected}


def contrasts(part: str) -> Iterator[Contrast]:
    """Those of a part's questions: `train`, `dev` or `test`."""
    with (FOLDER / f"{part}.jsonl").open(encoding="utf-8") as stream:
        yield from (Contrast(**json.loads(line)) for line in stream)
