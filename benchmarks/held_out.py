"""Which questions of the outside sets nobody may train on: the rule is a hash, so every command divides alike."""

import hashlib

SHARES = {"test": 20, "dev": 32}
"""Per cent: the first 20 of 100 are test, the next 12 development, the others train."""
UNSEEN_DOMAINS = frozenset({"LF", "MS"})
"""SciEntsBank modules of which nothing is trained on: its own test parts ask for unseen domains too."""


def part_of(identifier: str) -> str:
    """`train`, `dev` or `test`, by the SHA-256 of the identifier (of a question, or of an answer)."""
    place = int(hashlib.sha256(identifier.encode()).hexdigest()[:8], 16) % 100
    return next((part for part, share in SHARES.items() if place < share), "train")


def answer_part(question_id: str, module: str, answer_id: str) -> str:
    """Where a short answer belongs: `unseen-domain`, `-question`, `-answer` (for measuring), `dev` or `train`.

    A question decides for all its answers; of the questions in train a fifth of the answers is kept back as well.
    """
    if module in UNSEEN_DOMAINS:
        return "unseen-domain"
    question = part_of(question_id)
    if question != "train":
        return "unseen-question" if question == "test" else "dev"
    return "unseen-answer" if part_of(answer_id) == "test" else "train"
