"""What can be found: every served thing of the bank as a document with a few passages of text."""

from collections.abc import Iterator
from dataclasses import dataclass

from skillprep.bank.bank import Bank
from skillprep.bank.glossary_links import glossary_links
from skillprep.bank.question import Question
from skillprep.bank.skill import Skill

KINDS = ("question", "skill", "project", "tool", "term", "career")


@dataclass(frozen=True)
class Document:
    """A thing with the passages it is found by. The first passage is shown as the snippet."""

    kind: str
    id: str
    title: str
    passages: tuple[str, ...]
    skill_id: str | None = None
    level: str | None = None


def documents(bank: Bank) -> tuple[Document, ...]:
    """Every document of the bank, in a stable order."""
    return (
        *(question_document(one) for one in bank.ready_questions()),
        *(skill_document(one) for one in bank.skills_in_order()),
        *other_documents(bank),
    )


def question_document(question: Question) -> Document:
    """Found by its prompt, what it tests and its tags; never by its points, which would give the answer away."""
    tags = ", ".join(tag.replace("-", " ") for tag in question.tags)
    passages = (question.prompt, f"{question.testing} {tags}")
    return Document("question", question.id, question.prompt, passages, question.skill, question.level.value)


def skill_document(skill: Skill) -> Document:
    """Found by its definition and by everything its guide teaches."""
    steps = [f"{step.title}. {step.text}" for level in skill.levels for step in level.steps]
    mistakes = [f"{level.mistake.title}. {level.mistake.text}" for level in skill.levels]
    texts = [skill.summary, f"{skill.title}. {skill.definition}", skill.value, *steps, *mistakes]
    return Document("skill", skill.id, skill.title, tuple(plain(text) for text in texts), skill.id)


def other_documents(bank: Bank) -> Iterator[Document]:
    """Projects, tools, glossary terms and careers."""
    for project in bank.ready_projects():
        steps = " ".join(f"{step.title}. {step.text}" for step in project.steps)
        texts = (project.summary, plain(project.scenario), plain(steps))
        yield Document("project", project.id, project.title, texts, project.skill, project.level.value)
    for tool in bank.tools_in_order():
        yield Document("tool", tool.id, tool.name, (plain(tool.summary), plain(tool.use_when)))
    for term in bank.terms_in_order():
        names = ", ".join((term.term, *term.also))
        yield Document("term", term.id, term.term, (plain(term.definition), names))
    for career in bank.ready_careers():
        texts = (plain(career.summary), plain(career.description), " ".join(career.tasks))
        yield Document("career", career.id, career.title, texts)


def plain(text: str) -> str:
    """The text with its glossary links replaced by the words they show."""
    for link in reversed(list(glossary_links(text))):
        text = text[: link.start] + (link.words or link.term_id.replace("-", " ")) + text[link.end :]
    return text
