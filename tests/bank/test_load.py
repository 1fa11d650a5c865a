"""load_bank: what lies on disk, sound or not, becomes a bank and a list of problems; it never raises for a file."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillprep.bank.entry import Entry, read_entry
from skillprep.bank.load import load_bank
from skillprep.bank.question import Question
from skillprep.errors import BankError
from tests.bank.build import BankFiles
from tests.bank.content import OTHER_QUESTION, OTHER_SKILL, QUESTION, SKILL, question

ASKED = f"questions/{SKILL}/{QUESTION}.yaml"


def found(files: BankFiles) -> list[tuple[str, int, str]]:
    return [(problem.file, problem.line, problem.rule) for problem in load_bank(files.directory).problems]


def test_every_file_lands_in_the_bank(files: BankFiles) -> None:
    loaded = load_bank(files.directory)
    assert list(loaded.bank.skills) == [SKILL, OTHER_SKILL]
    assert set(loaded.bank.questions) == {QUESTION, OTHER_QUESTION}
    assert list(loaded.bank.projects) == ["review-ten-changes"]
    assert list(loaded.bank.careers) == ["release-reviewer"]
    assert set(loaded.bank.tools) == {"diff-tool", "lens-tool"}
    assert set(loaded.bank.terms) == {"review", "release"}
    assert list(loaded.answers) == [QUESTION]
    assert loaded.problems == ()


def test_problems_of_all_files_come_at_once_and_in_order(files: BankFiles) -> None:
    files.write(ASKED, "id: x\n\tid: y\n")
    files.change("projects/review-ten-changes.yaml", lambda content: content.update(hours=0, title="no"))
    files.write("notes.txt", "hello")
    assert [(file, rule) for file, _, rule in found(files)] == [
        ("notes.txt", "unknown-file"),
        ("projects/review-ten-changes.yaml", "model"),
        ("projects/review-ten-changes.yaml", "model"),
        (ASKED, "yaml"),
    ]


def test_a_problem_can_be_clicked_in_an_editor_and_read_by_a_program(files: BankFiles) -> None:
    files.write(ASKED, "a: 1\nb: *a\n")
    (problem,) = load_bank(files.directory).problems
    assert str(problem).startswith(f"{ASKED}:2: Aliases (*name) are not permitted")
    assert problem.as_json() == {"file": ASKED, "line": 2, "rule": "yaml", "message": problem.message}


@pytest.mark.parametrize(
    "file", ["notes.txt", "quiz/a.yaml", "questions/a.yml", "more.yaml", f"questions/{SKILL}/draft.txt"]
)
def test_what_the_bank_has_no_place_for_is_a_problem(files: BankFiles, file: str) -> None:
    files.write(file, "id: x")
    name = "quiz" if file.startswith("quiz") else file
    assert found(files) == [(name, 1, "unknown-file")]


@pytest.mark.parametrize(
    "file", ["schema/question.schema.json", "splits.json", ".git/config", f"questions/{SKILL}/.x.swp"]
)
def test_schemas_splits_and_hidden_files_are_ignored(files: BankFiles, file: str) -> None:
    files.write(file, "{")
    assert found(files) == []


def test_a_link_that_leaves_the_bank_is_refused(files: BankFiles, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    (files.directory / ASKED).rename(outside)
    (files.directory / ASKED).symlink_to(outside)
    assert (ASKED, 1, "link") in found(files)
    assert QUESTION not in load_bank(files.directory).bank.questions


def test_a_link_within_the_bank_is_followed(files: BankFiles) -> None:
    target = files.directory / "..data"
    (files.directory / ASKED).rename(target)
    (files.directory / ASKED).symlink_to(target)
    assert found(files) == []


@pytest.mark.parametrize("target", ["nowhere.yaml", f"{QUESTION}.yaml", "/"])
def test_a_link_to_nothing_itself_or_a_folder_is_refused(files: BankFiles, target: str) -> None:
    path = files.directory / ASKED
    path.unlink()
    path.symlink_to(target)
    assert (ASKED, 1, "link") in found(files)


def test_a_link_to_a_folder_is_not_entered(files: BankFiles, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "a.yaml").write_text("id: a")
    (files.directory / "questions" / "more").symlink_to(tmp_path / "outside")
    assert found(files) == [("questions/more", 1, "link")]


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (b"id: x\ntitle: \xff", "Line 2 is not UTF-8"),
        (b"#" * (256 * 1024 + 1), "longer than 256 KiB"),
        ("id: x".encode("utf-16"), "not UTF-8"),
    ],
    ids=["byte", "length", "utf-16"],
)
def test_a_file_that_is_not_text_is_unreadable(files: BankFiles, content: bytes, part: str) -> None:
    (files.directory / ASKED).write_bytes(content)
    (problem,) = load_bank(files.directory).problems
    assert (problem.file, problem.rule) == (ASKED, "unreadable")
    assert part in problem.message


def test_a_pipe_is_not_waited_for(files: BankFiles) -> None:
    (files.directory / ASKED).unlink()
    os.mkfifo(files.directory / ASKED)
    assert (ASKED, 1, "unreadable") in found(files)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_cannot_be_listed_is_a_problem(files: BankFiles) -> None:
    folder = files.directory / "projects"
    folder.chmod(0)
    try:
        assert ("projects", 1, "unreadable") in found(files)
    finally:
        folder.chmod(0o755)


def test_a_file_name_of_any_bytes_is_reported_in_print(files: BankFiles) -> None:
    path = os.fsencode(files.directory) + b"/questions/\xff.yaml"
    Path(os.fsdecode(path)).write_text("id: x")
    problems = load_bank(files.directory).problems
    assert {problem.file for problem in problems} == {"questions/\\udcff.yaml"}
    assert all(str(problem).encode() for problem in problems)


def test_a_byte_order_mark_and_windows_line_ends_change_nothing(files: BankFiles) -> None:
    version = load_bank(files.directory).bank.version
    path = files.directory / ASKED
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert load_bank(files.directory).bank.version == version


def test_there_must_be_a_directory(tmp_path: Path) -> None:
    with pytest.raises(BankError, match="no question bank"):
        load_bank(tmp_path / "missing")


def test_there_must_be_a_sound_question(files: BankFiles) -> None:
    files.write(ASKED, "{")
    files.write(f"questions/{OTHER_SKILL}/{OTHER_QUESTION}.yaml", "{")
    with pytest.raises(BankError, match=r"no question that can be served.*first of 2 problems"):
        load_bank(files.directory)


def test_a_file_that_vanishes_while_it_is_read_is_a_problem(files: BankFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    def vanish(path: Path) -> str:
        raise FileNotFoundError(2, "No such file or directory", path)

    monkeypatch.setattr("skillprep.bank.load._text", vanish)
    with pytest.raises(BankError, match=r"cannot be read \(No such file"):
        load_bank(files.directory)


@given(st.text(max_size=200) | st.recursive(st.none() | st.integers() | st.text(max_size=9), st.lists).map(str))
def test_any_text_is_an_entry_or_problems(text: str) -> None:
    read = read_entry("questions/a/b.yaml", text, Question)
    assert isinstance(read, Entry) or all(problem.line >= 1 for problem in read)


def test_a_value_of_the_wrong_shape_is_named_by_its_place(files: BankFiles) -> None:
    content = question()
    content["points"][1]["weight"] = "heavy"
    content["anchors"] = ["one"]
    files.write(ASKED, content)
    messages = [problem.message for problem in load_bank(files.directory).problems]
    assert any(message.startswith("points.1.weight: Input should be a valid number.") for message in messages)
    assert any(message.startswith("anchors: Input should be an object.") for message in messages)
