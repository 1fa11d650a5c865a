"""Divide the bank's questions into train, dev and test: `make splits`. Writes question_bank/splits.json.

A question keeps the part it has; new ones are dealt out within their skill and level in an order of their own hash, so
that every part has all skills and levels. The scorer is never fitted to test; dev may choose thresholds.
"""

import hashlib
import json
from collections import defaultdict

from benchmarks.scoring_data import SPLITS, load_questions, load_splits
from skillprep.bank.question import Question

DEAL = ("test", "train", "test", "train", "dev")


def main() -> None:
    """Add what is new, drop what is gone, print the sizes."""
    questions = load_questions()
    splits = assigned(questions, load_splits())
    SPLITS.write_text(json.dumps(dict(sorted(splits.items())), indent=1) + "\n", "utf-8")
    print({part: list(splits.values()).count(part) for part in ("train", "dev", "test")})


def assigned(questions: list[Question], earlier: dict[str, str]) -> dict[str, str]:
    """Question id to part."""
    cells: dict[tuple[str, str], list[str]] = defaultdict(list)
    for question in questions:
        if question.id not in earlier:
            cells[question.skill, question.level].append(question.id)
    found = {question.id: earlier[question.id] for question in questions if question.id in earlier}
    for ids in cells.values():
        for place, question_id in enumerate(sorted(ids, key=by_hash)):
            found[question_id] = DEAL[place % len(DEAL)]
    return found


def by_hash(question_id: str) -> str:
    """An order that has nothing to do with the question."""
    return hashlib.sha256(question_id.encode()).hexdigest()


if __name__ == "__main__":
    main()
