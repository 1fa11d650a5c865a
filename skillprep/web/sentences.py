"""The candidate's own text cut into numbered sentences, and each sentence into marked and plain stretches."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from skillprep.scoring.values import Evidence, Span


@dataclass(frozen=True)
class Mark:
    """A stretch of the answer that carried something: `kind` is point or pitfall, `number` its number on the page."""

    kind: str
    number: int
    statement: str
    evidence: Evidence
    plain: bool = True

    @property
    def key(self) -> str:
        """The id of the point or pitfall on the page."""
        return f"{self.kind}-{self.number}"


@dataclass(frozen=True)
class Stretch:
    """Some characters of a sentence and the marks on them."""

    text: str
    marks: tuple[Mark, ...]

    @property
    def kind(self) -> str:
        """How to draw it: a pitfall outweighs a point, and a point plainly made one that is only touched."""
        kinds = {mark.kind if mark.plain else "partly" for mark in self.marks}
        return next((kind for kind in ("pitfall", "point", "partly") if kind in kinds), "")


@dataclass(frozen=True)
class Sentence:
    """A numbered sentence. `opens_paragraph` when a line of its own begins with it."""

    number: int
    opens_paragraph: bool
    stretches: tuple[Stretch, ...]
    marks: tuple[Mark, ...]


def sentences_of(text: str, spans: Sequence[Span], marks: Sequence[Mark]) -> tuple[Sentence, ...]:
    """Every character that is not blank is in one of the sentences: what lies between two joins the later one."""
    found: list[Sentence] = []
    end = 0
    for place, span in enumerate(spans):
        gap = text[end : span.start]
        start = span.start if not gap.strip() else end + len(gap) - len(gap.lstrip())
        here = [mark for mark in marks if mark.evidence.first <= place <= mark.evidence.last]
        end = span.end if place + 1 < len(spans) or not text[span.end :].strip() else len(text.rstrip())
        found.append(
            Sentence(place + 1, "\n" in gap, stretches_of(text, Span(start=start, end=end), here), tuple(here))
        )
    if not spans and text.strip():
        return (Sentence(1, False, (Stretch(text.strip(), ()),), ()),)
    return tuple(found)


def stretches_of(text: str, span: Span, marks: Sequence[Mark]) -> tuple[Stretch, ...]:
    """Cut the sentence wherever a mark begins or ends."""
    edges = {span.start, span.end}
    edges |= {edge for mark in marks for edge in (mark.evidence.span.start, mark.evidence.span.end)}
    cuts = sorted(edge for edge in edges if span.start <= edge <= span.end)
    return tuple(Stretch(text[start:end], covering(marks, start, end)) for start, end in pairwise(cuts))


def covering(marks: Sequence[Mark], start: int, end: int) -> tuple[Mark, ...]:
    """The marks that cover all of text[start:end]."""
    return tuple(mark for mark in marks if mark.evidence.span.start <= start and end <= mark.evidence.span.end)
