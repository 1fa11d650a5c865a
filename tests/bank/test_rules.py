"""Every rule: a sound bank keeps it, and breaking it names the file and the line."""

import copy
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from skillprep.bank import lint_text
from skillprep.bank.assemble import Loaded
from skillprep.bank.glossary_links import glossary_links, has_broken_link
from skillprep.bank.load import load_bank
from skillprep.bank.rules import RULES
from tests.bank.build import BankFiles
from tests.bank.content import OTHER_QUESTION, OTHER_SKILL, QUESTION, SKILL, Content, question, skill

ASKED = f"questions/{SKILL}/{QUESTION}.yaml"
GUIDE = f"skills/{SKILL}.yaml"
PROJECT = "projects/review-ten-changes.yaml"
CAREER = "careers/release-reviewer.yaml"
GLOSSARY = "glossary.yaml"
LABELLED = f"answers/{QUESTION}.yaml"


@dataclass(frozen=True)
class Break:
    """A way to break one rule: the change to `file`, and how the line that must be named begins."""

    rule: str
    file: str
    change: Callable[[Content], object]
    beginning: str


def put(*where: str | int, value: object) -> Callable[[Content], object]:
    """A change that sets one value."""

    def change(content: Content) -> None:
        inner: Any = content
        for part in where[:-1]:
            inner = inner[part]
        inner[where[-1]] = value

    return change


def again(*where: str | int) -> Callable[[Content], object]:
    """A change that repeats the first item of a list."""

    def change(content: Content) -> None:
        inner: Any = content
        for part in where:
            inner = inner[part]
        inner.append(copy.deepcopy(inner[0]))

    return change


READ_AGAIN = {"covered": [{"id": "not-there", "sentences": [1]}]}
LAST_PART = ("model_answers", 0, "parts", 3)
SAID = "brought up what the team had missed."
SHUFFLED = "THEY disagreed, two reports, and I compared."


def expect_nothing(content: Content) -> None:
    for point in content["points"]:
        point["expected_from"] = "advanced"


BREAKS = [
    Break("model", ASKED, put("minutes", value="five"), "minutes:"),
    Break("model", ASKED, put("minutes", value=10**15), "minutes:"),
    Break("model", ASKED, put("sources", value=[]), "sources:"),
    Break("model", ASKED, put("points", 2, "surprise", value=1), "  surprise:"),
    Break("model", ASKED, lambda content: content.pop("prompt"), "id: late-finding"),
    Break("model", "tools.yaml", put("tools", 1, "last_verified", value="yesterday"), "  last_verified: yesterday"),
    Break("file-name", ASKED, put("id", value="early-finding"), "id: early-finding"),
    Break("file-name", LABELLED, put("question", value=OTHER_QUESTION), "question: figures"),
    Break("question-folder", ASKED, put("skill", value=OTHER_SKILL), "skill: honest"),
    Break("known-skill", PROJECT, put("skill", value="not-there"), "skill: not-there"),
    Break("known-skill", CAREER, put("skills", 0, "skill", value="not-there"), "- skill: not-there"),
    Break("known-tool", GUIDE, put("tool_groups", 0, "tools", 1, value="not-there"), "  - not-there"),
    Break("known-tool", PROJECT, put("tools", 0, value="not-there"), "- not-there"),
    Break("known-term", GUIDE, put("value", value="It pays for the [[not-there|thing]] twice."), "value:"),
    Break("known-term", GLOSSARY, put("terms", 0, "see", value=["not-there"]), "  - not-there"),
    Break("known-term", "tools.yaml", put("tools", 0, "use_when", value=f"A [[not-there]] {SAID}"), "  use_when: A [["),
    Break("known-question", LABELLED, put("question", value="not-there"), "question: not-there"),
    Break("known-label", LABELLED, put("answers", 0, "covered", 0, "id", value="not-there"), "  - id: not-there"),
    Break("known-label", LABELLED, put("answers", 0, "pitfalls", 0, "id", value="point-2"), "  - id: point-2"),
    Break("known-label", LABELLED, put("answers", 0, "second", value=READ_AGAIN), "    - id: not-there"),
    Break("unique-part", ASKED, put("pitfalls", 0, "id", value="point-1"), "- id: point-1"),
    Break("unique-part", GUIDE, put("statistics", 3, "id", value="figure-3"), "- id: figure-3"),
    Break("unique-part", PROJECT, put("steps", 2, "id", value="step-1"), "- id: step-1"),
    Break("unique-part", "tools.yaml", put("tools", 1, "id", value="diff-tool"), "- id: diff-tool"),
    Break("unique-part", GLOSSARY, put("terms", 1, "id", value="review"), "- id: review"),
    Break("unique-part", CAREER, again("skills"), "- skill:"),
    Break("unique-part", LABELLED, again("answers", 0, "covered"), "  - id: point-1"),
    Break("skill-levels", GUIDE, put("levels", 2, "level", value="intermediate"), "levels:"),
    Break("own-level-answer", ASKED, put("model_answers", 0, "level", value="advanced"), "model_answers:"),
    Break("answer-levels", ASKED, again("model_answers"), "- level:"),
    Break("answer-length", ASKED, put(*LAST_PART, "text", value="It went very well."), "- level:"),
    Break("answer-length", ASKED, put(*LAST_PART, "text", value=f"{SAID} " * 30 + SAID), "- level:"),
    Break("star-complete", ASKED, put(*LAST_PART, "tag", value="action"), "- level:"),
    Break("expected-point", ASKED, expect_nothing, "points:"),
    Break("distinct-wording", ASKED, put("points", 0, "phrasings", 1, value=SHUFFLED), "  - THEY"),
    Break("no-markdown", ASKED, put("prompt", value=f"**One** {SAID}"), "prompt:"),
    Break("no-markdown", GUIDE, put("value", value=f"The `review` {SAID}"), "value:"),
    Break("no-markdown", GUIDE, put("value", value=f"The [review](x) {SAID}"), "value:"),
    Break("no-markdown", GUIDE, put("value", value=f"# Reviews\n\nThey {SAID}"), "value:"),
    Break("no-address", ASKED, put("note", value=f"At https://example.org it {SAID}"), "note:"),
    Break("no-address", PROJECT, put("scenario", value=f"At WWW.example.org it {SAID}"), "scenario:"),
    Break("link-form", GUIDE, put("value", value=f"The [[Review]] {SAID}"), "value:"),
    Break("link-form", GUIDE, put("value", value=f"The [[review {SAID}"), "value:"),
    Break("link-place", GUIDE, put("title", value="The [[review]]"), "title:"),
    Break("link-place", ASKED, put("points", 3, "statement", value=f"The [[review]] {SAID}"), "  statement: The"),
    Break("one-line", GUIDE, put("title", value="Careful\nreviews"), "title:"),
    Break("spacing", ASKED, put("prompt", value=f"It  {SAID}"), "prompt:"),
    Break("spacing", GUIDE, put("value", value=f"It {SAID} \nIt did."), "value:"),
    Break("sentence-end", ASKED, put("prompt", value=f"It {SAID} And then"), "prompt:"),
]

TESTED_ONE_BY_ONE = {
    *("unknown-file", "link", "unreadable", "yaml"),  # test_load.py
    *("unique-id", "skill-order", "ready-skill", "skill-left-out"),  # below
}


def test_a_sound_bank_breaks_no_rule(files: BankFiles) -> None:
    assert load_bank(files.directory).problems == ()


def test_every_rule_is_broken_by_a_test() -> None:
    assert {broken.rule for broken in BREAKS} | TESTED_ONE_BY_ONE == set(RULES)


def test_every_rule_says_what_to_do_in_a_sentence() -> None:
    assert all(advice[0].isupper() and advice.endswith(".") for advice in RULES.values())


@pytest.mark.parametrize("broken", BREAKS, ids=lambda broken: f"{broken.rule}: {broken.beginning}")
def test_a_broken_rule_names_file_and_line_and_the_file_is_left_out(files: BankFiles, broken: Break) -> None:
    before = sizes(load_bank(files.directory))
    files.change(broken.file, broken.change)
    loaded = load_bank(files.directory)
    found = [problem for problem in loaded.problems if problem.rule == broken.rule]
    assert [(problem.file, problem.line) for problem in found] == [
        (broken.file, files.line(broken.file, broken.beginning))
    ]
    assert found[0].message.endswith(RULES[broken.rule])
    kind = broken.file.split("/")[0]
    assert sizes(loaded)[kind] < before[kind]


def sizes(loaded: Loaded) -> dict[str, int]:
    bank = loaded.bank
    return {
        "skills": len(bank.skills),
        "questions": len(bank.questions),
        "projects": len(bank.projects),
        "careers": len(bank.careers),
        "answers": len(loaded.answers),
        "tools.yaml": len(bank.tools),
        "glossary.yaml": len(bank.terms),
    }


def broken_rules(files: BankFiles) -> set[tuple[str, str]]:
    return {(problem.file, problem.rule) for problem in load_bank(files.directory).problems}


def test_an_id_is_unique_across_folders(files: BankFiles) -> None:
    second = f"questions/{OTHER_SKILL}/{QUESTION}.yaml"
    files.write(second, question(QUESTION, OTHER_SKILL))
    loaded = load_bank(files.directory)
    assert [(problem.file, problem.line, problem.rule) for problem in loaded.problems] == [(second, 1, "unique-id")]
    assert loaded.bank.question(QUESTION).skill == SKILL


def test_two_skills_cannot_have_the_same_place(files: BankFiles) -> None:
    files.write("skills/third-skill.yaml", skill("third-skill", 1))
    assert broken_rules(files) == {("skills/third-skill.yaml", "skill-order")}


def test_what_is_ready_needs_a_ready_skill(files: BankFiles) -> None:
    files.change(GUIDE, put("status", value="retired"))
    assert broken_rules(files) == {
        (ASKED, "ready-skill"),
        (PROJECT, "ready-skill"),
        (CAREER, "ready-skill"),
    }


def test_a_retired_question_may_keep_its_retired_skill(files: BankFiles) -> None:
    for file in (GUIDE, ASKED, PROJECT, CAREER):
        files.change(file, put("status", value="retired"))
    assert broken_rules(files) == set()


def test_a_broken_skill_takes_what_depends_on_it_along(files: BankFiles) -> None:
    files.change(GUIDE, put("title", value=3))
    assert broken_rules(files) == {
        (GUIDE, "model"),
        (ASKED, "skill-left-out"),
        (PROJECT, "skill-left-out"),
        (CAREER, "skill-left-out"),
    }
    assert list(load_bank(files.directory).bank.questions) == [OTHER_QUESTION]


@pytest.mark.parametrize("file", ["tools.yaml", GLOSSARY])
def test_a_broken_list_brings_one_complaint_and_not_one_for_each_use(files: BankFiles, file: str) -> None:
    files.write(file, "{")
    loaded = load_bank(files.directory)
    assert [(problem.file, problem.rule) for problem in loaded.problems] == [(file, "yaml")]
    assert set(loaded.bank.questions) == {QUESTION, OTHER_QUESTION}


def test_labels_of_a_broken_question_are_not_judged(files: BankFiles) -> None:
    files.write(ASKED, "{")
    assert broken_rules(files) == {(ASKED, "yaml")}


def test_a_technical_answer_needs_no_star_tags(files: BankFiles) -> None:
    files.change(ASKED, put("kind", value="technical"))
    files.change(ASKED, put(*LAST_PART, "tag", value="action"))
    assert broken_rules(files) == set()


def test_labelled_answers_may_be_written_as_people_write(files: BankFiles) -> None:
    files.change(LABELLED, put("answers", 0, "text", value="so  i wrote `rm`\n\nthe report was at www.example.org ok"))
    assert broken_rules(files) == set()


@pytest.mark.parametrize("piece", ["[[a", "[[a|b", "**", ". ) ", ".)", "[", " ", "a", "www", "[[a]]", "\n "])
def test_no_text_is_slow_to_judge(piece: str) -> None:
    text = (piece * 50_000)[:50_000]

    def judged() -> float:
        started = time.thread_time()
        list(glossary_links(text))
        has_broken_link(text)
        for pattern in (lint_text._MARKDOWN, lint_text._ADDRESS, lint_text._SPACING, lint_text._SENTENCE_END):
            pattern.search(text)
        return time.thread_time() - started

    assert min(judged() for _ in range(3)) < 0.1  # The best of three: a busy machine is not a slow pattern.
