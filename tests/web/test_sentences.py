import string
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from skillprep.scoring.values import Evidence, Span
from skillprep.web.sentences import Mark, sentences_of

TEXT = "First this. Then that!\n\n- At last it ends."
SPANS = (Span(start=0, end=11), Span(start=12, end=22), Span(start=26, end=42))


def joined(text: str, spans: tuple[Span, ...], marks: list[Mark]) -> str:
    return "".join(part.text for sentence in sentences_of(text, spans, marks) for part in sentence.stretches)


def mark(number: int, first: int, last: int, start: int, end: int) -> Mark:
    return Mark("point", number, "A point.", Evidence(first=first, last=last, span=Span(start=start, end=end)))


def test_every_character_but_blanks_between_sentences_is_shown() -> None:
    assert joined(TEXT, SPANS, []).replace(" ", "") == "".join(TEXT.split())


def test_a_new_line_opens_a_paragraph() -> None:
    assert [sentence.opens_paragraph for sentence in sentences_of(TEXT, SPANS, [])] == [False, False, True]


def test_overlapping_marks_cut_the_sentence() -> None:
    found = sentences_of(TEXT, SPANS, [mark(1, 0, 1, 0, 22), mark(2, 1, 1, 12, 16)])
    parts = [(part.text, [one.number for one in part.marks]) for part in found[1].stretches]
    assert parts == [("Then", [1, 2]), (" that!", [1])]


def test_a_text_without_sentences_is_still_shown() -> None:
    assert joined("????", (), []) == "????"


@given(st.text(string.ascii_letters + ". \n<&", max_size=60), st.data())
def test_marks_never_lose_or_double_a_character(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    spans = tuple(Span(start=a, end=b) for a, b in pairwise(cuts) if b > a)
    marks = [mark(n, n, n, span.start, span.end) for n, span in enumerate(spans)]
    assert "".join(joined(text, spans, marks).split()) == "".join(text.split())
