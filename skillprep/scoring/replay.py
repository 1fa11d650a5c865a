"""A score computed again and compared with the record of it: every number, and every reason why it cannot be done."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from skillprep.scoring.values import Receipt, Score

LAST_DECIMAL = 1.5e-4
"""Numbers are rounded to four decimals; neighbours differ by one unit of the last."""
NAMES = ("point_id", "pitfall_id", "level", "name")
"""What tells the members of a list apart, instead of their place in it."""


JUDGED_APART = frozenset({"answer_sha256", "bank_version", "question_id", "question_version", "thresholds"})
"""Parts of a receipt that do not name the scorer, or are fixed by one that does."""

Leaf = bool | int | float | str | None
"""A single value of JSON."""


class Outcome(StrEnum):
    """What a replay showed."""

    IDENTICAL = "identical"
    DIFFERS = "differs"
    CANNOT_REPLAY = "cannot be replayed"


@dataclass(frozen=True)
class Difference:
    """One value as it was recorded and as it comes out now; None where one side has no such value."""

    what: str
    recorded: Leaf
    recomputed: Leaf


@dataclass(frozen=True)
class Verdict:
    """The outcome; `reasons` say why a score cannot be replayed, `notes` what else there is to know."""

    outcome: Outcome
    reasons: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()
    notes: tuple[str, ...] = ()


def verdict(recorded: Score, again: Score, altered: tuple[Difference, ...] = ()) -> Verdict:
    """Compare a record with the same answer scored now by the same scorer. `altered` is what was found wrong before.

    With another bank version the question may have been edited without a new version of its own: then a difference
    proves nothing, and the verdict is that it cannot be replayed.
    """
    found = (*altered, *differences(recorded, again))
    was, now = recorded.receipt.bank_version, again.receipt.bank_version
    notes = [f"The bank is at version {now}, the receipt says {was}. The question has kept its version."] * (was != now)
    if found and not altered and all(is_last_decimal(one) for one in found):
        notes.append("Every difference is one unit of the last decimal: another kind of processor can cause that.")
    if not found:
        return Verdict(Outcome.IDENTICAL, notes=tuple(notes))
    if was != now and not altered:
        reason = f"The score was made with bank {was}. This is bank {now}, where the question may read differently."
        return Verdict(Outcome.CANNOT_REPLAY, (reason,), found, tuple(notes[1:]))
    return Verdict(Outcome.DIFFERS, differences=found, notes=tuple(notes))


def blockers(recorded: Receipt, now: Receipt) -> tuple[str, ...]:
    """Why a score cannot be computed again here: one sentence for each part of the scorer that is another one."""
    names = [name for name in Receipt.model_fields if name not in JUDGED_APART]
    parts = [(name.replace("_", " "), getattr(recorded, name), getattr(now, name)) for name in names]
    found = [
        f"Another {part}: the receipt says {in_words(was)}, here it is {in_words(have)}."
        for part, was, have in parts
        if was != have
    ]
    if recorded.question_version != now.question_version:
        was, have = str(recorded.question_version), str(now.question_version)
        found.append(f"The question was edited since: the receipt is of its version {was}, the bank has {have}.")
    return tuple(found)


def in_words(value: object) -> str:
    """A part of a receipt."""
    return ", ".join(value) if isinstance(value, tuple) else str(value or "none")


def altered_receipt(recorded: Receipt, now: Receipt) -> tuple[Difference, ...]:
    """Differences that the same scorer cannot have: the head fixes the thresholds."""
    if recorded.head_sha256 != now.head_sha256:
        return ()
    names = sorted({*recorded.thresholds, *now.thresholds})
    pairs = [(name, recorded.thresholds.get(name), now.thresholds.get(name)) for name in names]
    return tuple(Difference(f"receipt.thresholds.{name}", was, have) for name, was, have in pairs if was != have)


def is_text_of(receipt: Receipt, text: str) -> bool:
    """Whether this is the text that was scored."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() == receipt.answer_sha256


def differences(recorded: Score, again: Score) -> tuple[Difference, ...]:
    """Every value that is not exactly the same. The receipt is left to `blockers` and `altered_receipt`.

    The structure is coaching beside the score, made by an artefact of its own: it is compared where that is the same.
    """
    before, after = dict(leaves(compared(recorded))), dict(leaves(compared(again)))
    if not same_structure_artefact(recorded, again):
        before, after = without_structure(before), without_structure(after)
    places = [*before, *(place for place in after if place not in before)]
    pairs = [(place, before.get(place), after.get(place)) for place in places]
    return tuple(Difference(place, was, have) for place, was, have in pairs if was != have)


def same_structure_artefact(recorded: Score, again: Score) -> bool:
    """Whether both have a structure told by the same artefact."""
    artefacts = [one.structure.star_sha256 if one.structure else None for one in (recorded, again)]
    return artefacts[0] == artefacts[1]


def without_structure(found: dict[str, Leaf]) -> dict[str, Leaf]:
    """The values without those of the structure."""
    return {place: value for place, value in found.items() if not place.startswith("structure")}


def compared(score: Score) -> dict[str, Any]:
    """The part of a score that a replay must reproduce."""
    return score.model_dump(mode="json", exclude={"receipt"})


def leaves(value: Any, place: str = "") -> Iterator[tuple[str, Leaf]]:
    """Every single value of nested JSON with its place, such as points[groups].probability."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves(inner, f"{place}.{name}" if place else name)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from leaves(inner, f"{place}[{label(inner, index)}]")
    else:
        yield place, value


def label(member: object, index: int) -> object:
    """A list member's own name, or its place."""
    names = [member[name] for name in NAMES if name in member] if isinstance(member, dict) else []
    return names[0] if names else index


def is_last_decimal(found: Difference) -> bool:
    """Whether both sides are neighbouring numbers."""
    was, have = found.recorded, found.recomputed
    return isinstance(was, float) and isinstance(have, float) and abs(was - have) <= LAST_DECIMAL
