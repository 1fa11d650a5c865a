"""The candidate's own words, short enough to be read in passing; and quotation marks that say nothing."""

from skillprep.scoring.values import Evidence, Span

LONGEST_QUOTE = 110


def quoted(text: str, evidence: Evidence | None) -> str:
    """The words of the evidence in quotation marks, cut after a whole word; empty without evidence."""
    return in_quotes(text, evidence.span) if evidence else ""


def in_quotes(text: str, span: Span) -> str:
    """A stretch of the answer in quotation marks: blanks folded, the stop at its end dropped, cut when it is long."""
    words = " ".join(text[span.start : span.end].split()).rstrip(".!?,;: ")
    if len(words) > LONGEST_QUOTE:
        words = f"{words[: words.rfind(' ', 0, LONGEST_QUOTE) if ' ' in words[:LONGEST_QUOTE] else LONGEST_QUOTE]} …"
    return f"“{words}”" if words else ""


def where(evidence: Evidence | None) -> str:
    """'sentence 2' or 'sentences 2 and 3', counted from 1; empty without evidence."""
    if evidence is None:
        return ""
    first, last = evidence.first + 1, evidence.last + 1
    return f"sentence {first}" if first == last else f"sentences {first} and {last}"


def unquoted(sentence: str) -> str:
    """A sentence without the quotation marks around all of it, or those that open or close a longer quotation.

    `sentence` is folded. Marks around a part of it stay.
    """
    bare = sentence.strip()
    if bare.count('"') == 1:
        return bare.strip('"')
    for mark in ('"', "'"):
        inner = bare.rstrip(".!?") if bare.startswith(mark) else ""
        if len(inner) > 1 and inner.endswith(mark) and mark not in inner[1:-1].replace("n't", ""):
            return inner[1:-1]
    return sentence
