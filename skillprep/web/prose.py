"""The bank's prose as HTML: paragraphs, and links to the glossary. Everything is escaped."""

import re
from collections.abc import Callable

from flask import url_for
from markupsafe import Markup, escape

from skillprep.bank.glossary_links import GlossaryLink, glossary_links
from skillprep.http import services

BLANK_LINES = re.compile(r"\n\s*\n")


def prose(text: str) -> Markup:
    """Paragraphs with their glossary links."""
    return Markup("\n").join(Markup("<p>{}</p>").format(linked(part)) for part in BLANK_LINES.split(text.strip()))


def linked(text: str) -> Markup:
    """One stretch of text with its glossary links."""
    return rebuilt(text, link)


def plain(text: str) -> Markup:
    """The same text without links, for places that are links or headings themselves."""
    return rebuilt(text, shown)


def rebuilt(text: str, draw: Callable[[GlossaryLink, bool], Markup]) -> Markup:
    """The text with every glossary link drawn by `draw`, the rest escaped."""
    result, end = Markup(), 0
    for found in glossary_links(text):
        before = text[: found.start].rstrip()
        inside = bool(before) and before[-1] not in ".:?!"
        result += escape(text[end : found.start]) + draw(found, inside)
        end = found.end
    return result + escape(text[end:])


def shown(found: GlossaryLink, inside: bool) -> Markup:
    """The words that stand for a link. A term begins with a small letter inside a sentence, as any noun does.

    A term with further capitals is a name or an abbreviation and stays as it is; other names are given their own words.
    """
    term = services().bank.find_term(found.term_id)
    if found.words or term is None:
        return escape(found.words or found.term_id.replace("-", " "))
    is_noun = sum(letter.isupper() for letter in term.term) == 1
    return escape(term.term[0].lower() + term.term[1:] if inside and is_noun else term.term)


def link(found: GlossaryLink, inside: bool) -> Markup:
    """A link with the definition as its tooltip, or only the words while the glossary lacks the term."""
    term = services().bank.find_term(found.term_id)
    words = shown(found, inside)
    if term is None:
        return words
    address = url_for("glossary.show", _anchor=term.id)
    return Markup('<a class="term" href="{}" title="{}">{}</a>').format(address, plain(term.definition), words)
