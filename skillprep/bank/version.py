"""The version of a bank: a digest of what it says, so that a score can name the bank it was computed with."""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from skillprep.bank.vocabulary import Strict


def bank_version(values: Iterable[Strict]) -> str:
    """First 16 hex digits of a SHA-256 over the values, whatever their order.

    Comments, layout and file names do not count. Keys that a file leaves out do not either, so a new optional key in
    a model keeps the version of every bank that does not use it.
    """
    digest = hashlib.sha256()
    for text in sorted(_canonical(value) for value in values):
        digest.update(text.encode() + b"\n")
    return digest.hexdigest()[:16]


def _canonical(value: Strict) -> str:
    content: dict[str, Any] = value.model_dump(mode="json", exclude_unset=True)
    return json.dumps([type(value).__name__, content], sort_keys=True)
