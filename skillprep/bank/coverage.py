"""What the questions ask about: every tool and glossary term of the bank against every question's own words."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from skillprep.bank.bank import Bank
from skillprep.bank.question import Pitfall, Point, Question
from skillprep.bank.vocabulary import Kind, Level

WORD = re.compile(r"[^\W_]+")
POSSESSIVE = re.compile(r"['\u2019]s\b")


@dataclass(frozen=True)
class Topic:
    """Something the guides teach, with the names by which a question can mention it."""

    kind: str
    id: str
    name: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Coverage:
    """Which ready questions mention each topic, and how questions spread over levels and kinds."""

    mentions: Mapping[Topic, tuple[str, ...]]
    cells: Mapping[tuple[str, Level, Kind], int]

    @property
    def gaps(self) -> tuple[Topic, ...]:
        """Topics that no question mentions."""
        return tuple(topic for topic, questions in self.mentions.items() if not questions)


def coverage(bank: Bank) -> Coverage:
    """Look for every topic in prompt, points, pitfalls, model answers, probes and tags of every ready question."""
    questions = bank.ready_questions()
    spoken = {question.id: f" {folded(' '.join(texts(question)))} " for question in questions}
    mentions = {
        topic: tuple(question_id for question_id, text in spoken.items() if mentioned(topic, text))
        for topic in topics(bank)
    }
    cells = {
        (skill.id, level, kind): sum((one.skill, one.level, one.kind) == (skill.id, level, kind) for one in questions)
        for skill in bank.skills_in_order()
        for level in Level
        for kind in Kind
    }
    return Coverage(mentions, cells)


def topics(bank: Bank) -> Iterator[Topic]:
    """Every tool and term with all its names."""
    for tool in bank.tools_in_order():
        yield Topic("tool", tool.id, tool.name, names([tool.name, tool.id]))
    for term in bank.terms_in_order():
        yield Topic("term", term.id, term.term, names([term.term, term.id, *term.also]))


def names(given: Iterable[str]) -> tuple[str, ...]:
    """The folded names: whole, without what stands in brackets, what stands in brackets alone, and alternatives."""
    found: dict[str, None] = {}
    for name in given:
        inside = re.findall(r"\(([^()]+)\)", name)
        for variant in (name, re.sub(r"\([^()]*\)", " ", name), *inside, *name.split(" / ")):
            if len(folded(variant)) > 1:
                found[folded(variant)] = None
    return tuple(found)


def texts(question: Question) -> Iterator[str]:
    """Everything a question says."""
    yield from (question.prompt, question.testing, *question.probes, *question.hints, *question.tags)
    parts: tuple[Point | Pitfall, ...] = (*question.points, *question.pitfalls)
    for part in parts:
        yield from (part.statement, *part.phrasings, part.advice)
    yield from (answer.text for answer in question.model_answers)


def mentioned(topic: Topic, text: str) -> bool:
    """Whether any of the names stands in the folded text as whole words."""
    return any(f" {name} " in text for name in topic.names)


def folded(text: str) -> str:
    """Lower-case words, singular, without possessive endings or British spelling, joined by single spaces."""
    return " ".join(stem(word) for word in WORD.findall(POSSESSIVE.sub("", text.casefold())))


def stem(word: str) -> str:
    """A word without what inflection most often adds."""
    word = word.replace("isation", "ization").replace("ised", "ized").replace("ising", "izing").replace("our", "or")
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
