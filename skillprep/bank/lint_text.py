"""Rules about every text of a file: plain, one space between words, ends like a sentence, links only in prose."""

import re
from collections.abc import Iterator

from skillprep.bank.entry import Entry
from skillprep.bank.glossary_links import glossary_links, has_broken_link
from skillprep.bank.labelled import AnswerFile
from skillprep.bank.problem import Problem
from skillprep.bank.question import Question
from skillprep.bank.read_yaml import Where
from skillprep.bank.text_fields import PARAGRAPHS, PLAIN_IN_QUESTION, SENTENCES, TITLES, field_name, texts_of

_MARKDOWN = re.compile(r"\*\*|`|\]\(|__|^#", re.MULTILINE)
_ADDRESS = re.compile(r"https?://|\bwww\.", re.IGNORECASE)
_SPACING = re.compile(r"[ \t]{2}|\t|[ \t]$|^[ \t]", re.MULTILINE)
_SENTENCE_END = re.compile(r"""[.!?\u2026][)"'\u201d\u2019\]]*\Z""")


def lint_text(entry: Entry) -> Iterator[Problem]:
    """Labelled answers are left alone: they are what people really write."""
    if isinstance(entry.value, AnswerFile):
        return
    for where, text in texts_of(entry.value):
        yield from _lint_characters(entry, where, text)
        yield from _lint_links(entry, where, text)
        if field_name(where) in SENTENCES and not _SENTENCE_END.search(text):
            yield entry.problem("sentence-end", where, f"It ends with {text[-12:]!r}.")


def _lint_characters(entry: Entry, where: Where, text: str) -> Iterator[Problem]:
    if found := _MARKDOWN.search(text):
        yield entry.problem("no-markdown", where, f"It contains {found[0]!r}.")
    if _ADDRESS.search(text):
        yield entry.problem("no-address", where, "It contains a web address.")
    if found := _SPACING.search(text):
        near = text[max(0, found.start() - 10) : found.end() + 10]
        yield entry.problem("spacing", where, f"There is stray white space in {near!r}.")
    if "\n" in text and field_name(where) not in PARAGRAPHS:
        yield entry.problem("one-line", where, "It runs over several lines.")


def _lint_links(entry: Entry, where: Where, text: str) -> Iterator[Problem]:
    if has_broken_link(text):
        yield entry.problem("link-form", where, "Double brackets here are not a link.")
    if any(glossary_links(text)) and not _may_link(entry, where):
        yield entry.problem("link-place", where, "There is a glossary link in it.")


def _may_link(entry: Entry, where: Where) -> bool:
    name = field_name(where)
    return name not in TITLES and not (isinstance(entry.value, Question) and name in PLAIN_IN_QUESTION)
