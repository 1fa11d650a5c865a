"""The STAR strip: an answer as a bar of its parts, with a line for each part."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from skillprep.bank.vocabulary import StarTag
from skillprep.scoring.values import Span, StoryPart, Structure

LETTERED = 4.5
"""Per cent of the bar from which on a letter fits in, also on a phone."""
GAP = 0.4


@dataclass(frozen=True)
class Run:
    """Neighbouring sentences of one part, in per cent of the bar."""

    part: StoryPart
    start: float
    width: float

    @property
    def middle(self) -> float:
        """Where its letter stands."""
        return round(self.start + self.width / 2, 2)

    @property
    def letter(self) -> str:
        """S, T, A or R; nothing for other parts and where it does not fit."""
        return letter_of(self.part) if self.width >= LETTERED else ""


@dataclass(frozen=True)
class StoryLine:
    """One part in words."""

    part: StoryPart
    share: float
    where: str
    missing: bool

    @property
    def letter(self) -> str:
        """S, T, A or R; nothing for other parts."""
        return letter_of(self.part)


@dataclass(frozen=True)
class StoryView:
    """The bar, the lines under it, and the part of each sentence."""

    runs: tuple[Run, ...]
    lines: tuple[StoryLine, ...]
    parts: tuple[StoryPart, ...]

    def letter(self, number: int) -> str:
        """The letter of sentence `number`, counted from 1."""
        return letter_of(self.parts[number - 1]) if number <= len(self.parts) else ""

    def key(self, number: int) -> str:
        """What joins sentence `number` with its part on the page."""
        return f"part-{self.parts[number - 1]}" if number <= len(self.parts) else ""


def story_of(structure: Structure, spans: Sequence[Span]) -> StoryView:
    """The structure as the page draws it; `spans` are the answer's sentences."""
    parts = tuple(sentence.part for sentence in structure.sentences)
    return StoryView(runs_of(parts, spans), tuple(story_lines(structure, parts)), parts)


def letter_of(part: StoryPart) -> str:
    """S, T, A or R; nothing for other parts."""
    return part.value[0].upper() if part.value in set(StarTag) else ""


def runs_of(parts: Sequence[StoryPart], spans: Sequence[Span]) -> tuple[Run, ...]:
    """The bar from left to right, each sentence as wide as its characters, with a gap between runs."""
    total = sum(span.end - span.start for span in spans) or 1
    found: list[Run] = []
    start = 0.0
    for part, group in groupby(zip(parts, spans, strict=True), key=lambda pair: pair[0]):
        width = 100 * sum(span.end - span.start for _, span in group) / total
        found.append(Run(part, round(start, 2), round(max(width - GAP, 0.2), 2)))
        start += width
    return tuple(found)


def story_lines(structure: Structure, parts: Sequence[StoryPart]) -> list[StoryLine]:
    """The four parts of a story always, other parts when they occur."""
    tags = [StoryPart(tag.value) for tag in StarTag]
    others = [part for part in StoryPart if part not in tags and part in parts]
    gone = {tag.value for tag in structure.missing}
    return [
        StoryLine(
            part,
            structure.shares[part],
            sentences([n for n, one in enumerate(parts, 1) if one is part]),
            part.value in gone,
        )
        for part in (*tags, *others)
    ]


def sentences(numbers: Sequence[int]) -> str:
    """'sentence 2', 'sentences 1 to 3 and 7'; empty for none."""
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and ranges[-1][-1] == number - 1:
            ranges[-1].append(number)
        else:
            ranges.append([number])
    shown = [str(one[0]) if len(one) == 1 else f"{one[0]} to {one[-1]}" for one in ranges]
    listed = shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}" if shown else ""
    return f"sentence{'' if len(numbers) == 1 else 's'} {listed}" if listed else ""
