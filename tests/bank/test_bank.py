"""Bank: lists hold what is ready, single things are found in any status, the version follows the content."""

import dataclasses

import pytest

from skillprep.bank.bank import Bank
from skillprep.bank.load import load_bank
from skillprep.bank.vocabulary import Kind, Level
from skillprep.errors import NotFoundError
from tests.bank.build import BankFiles
from tests.bank.content import OTHER_QUESTION, OTHER_SKILL, QUESTION, SKILL, question

ASKED = f"questions/{SKILL}/{QUESTION}.yaml"


@pytest.fixture
def bank(files: BankFiles) -> Bank:
    return load_bank(files.directory).bank


def add_question(files: BankFiles, question_id: str, **changes: object) -> None:
    files.write(f"questions/{SKILL}/{question_id}.yaml", question(question_id) | changes)


def ids(things: tuple[object, ...]) -> list[str]:
    return [thing.id for thing in things]  # type: ignore[attr-defined]


def test_questions_come_by_skill_level_and_id(files: BankFiles) -> None:
    answer = question()["model_answers"][0]
    add_question(files, "a-hard-one", level="advanced", model_answers=[answer | {"level": "advanced"}])
    add_question(files, "z-easy-one", level="beginner", model_answers=[answer | {"level": "beginner"}])
    bank = load_bank(files.directory).bank
    assert ids(bank.ready_questions()) == ["z-easy-one", QUESTION, "a-hard-one", OTHER_QUESTION]
    assert ids(bank.ready_questions(level=Level.ADVANCED)) == ["a-hard-one"]
    assert ids(bank.ready_questions(OTHER_SKILL)) == [OTHER_QUESTION]
    assert ids(bank.ready_questions(SKILL, Level.BEGINNER, Kind.BEHAVIOURAL)) == ["z-easy-one"]
    assert ids(bank.ready_questions(kind=Kind.CASE)) == []


@pytest.mark.parametrize("status", ["draft", "review", "retired"])
def test_only_ready_questions_are_listed_but_all_are_found(files: BankFiles, status: str) -> None:
    files.change(ASKED, lambda content: content.update(status=status))
    bank = load_bank(files.directory).bank
    assert ids(bank.ready_questions()) == [OTHER_QUESTION]
    assert bank.question(QUESTION).status == status


@pytest.mark.parametrize("noun", ["skill", "question", "project", "career", "tool", "term"])
def test_what_is_not_there_is_not_found(bank: Bank, noun: str) -> None:
    with pytest.raises(NotFoundError, match=f"no {noun}"):
        getattr(bank, noun)("missing")


def test_everything_is_found_by_its_id(bank: Bank) -> None:
    assert bank.skill(SKILL).order == 1
    assert bank.project("review-ten-changes").skill == SKILL
    assert bank.career("release-reviewer").title == "Release reviewer"
    assert bank.tool("diff-tool").name == "Diff-Tool"
    assert bank.term("review").see == ("release",)
    assert bank.find_term("missing") is None


def test_pages_can_ask_what_belongs_to_a_skill_or_tool(bank: Bank) -> None:
    assert ids(bank.skills_in_order()) == [SKILL, OTHER_SKILL]
    assert ids(bank.projects_of(SKILL)) == ["review-ten-changes"]
    assert bank.projects_of(OTHER_SKILL) == ()
    assert ids(bank.careers_of(SKILL)) == ["release-reviewer"]
    assert bank.careers_of(OTHER_SKILL) == ()
    assert ids(bank.skills_using("lens-tool")) == [SKILL, OTHER_SKILL]
    assert ids(bank.tools_named(["lens-tool", "missing", "diff-tool"])) == ["lens-tool", "diff-tool"]
    assert ids(bank.tools_in_order()) == ["diff-tool", "lens-tool"]
    assert ids(bank.terms_in_order()) == ["release", "review"]


def test_a_bank_never_changes(bank: Bank) -> None:
    with pytest.raises(TypeError):
        bank.questions[QUESTION] = bank.question(OTHER_QUESTION)  # type: ignore[index]
    with pytest.raises(dataclasses.FrozenInstanceError):
        bank.version = "other"  # type: ignore[misc]


def test_the_version_ignores_layout_comments_and_labelled_answers(files: BankFiles, bank: Bank) -> None:
    path = files.directory / ASKED
    path.write_text("# a comment\n" + path.read_text().replace("minutes: 5", "minutes:   5"))
    (files.directory / "answers" / f"{QUESTION}.yaml").unlink()
    assert load_bank(files.directory).bank.version == bank.version
    assert len(bank.version) == 16
    assert set(bank.version) <= set("0123456789abcdef")


@pytest.mark.parametrize("file", [ASKED, "tools.yaml", "glossary.yaml", f"skills/{SKILL}.yaml"])
def test_the_version_follows_every_served_file(files: BankFiles, bank: Bank, file: str) -> None:
    path = files.directory / file
    path.write_text(
        path.read_text().replace("second look", "third look").replace("fault", "flaw").replace("Shows", "Has")
    )
    loaded = load_bank(files.directory)
    assert loaded.problems == ()
    assert loaded.bank.version != bank.version


def test_the_version_follows_what_is_left_out(files: BankFiles, bank: Bank) -> None:
    files.write(ASKED, "{")
    assert load_bank(files.directory).bank.version != bank.version
