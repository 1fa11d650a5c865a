"""The `skillprep` command."""

import json
import shutil
from pathlib import Path

import pytest

from skillprep.cli import skillprep
from skillprep.config import ROOT
from skillprep.errors import SkillPrepError
from tests.cli.conftest import Run

QUESTION = "bias-audit-step-by-step"
ANSWER = "First I define the protected groups to compare. Then I compute the metrics for every group with Fairlearn."


def test_help_names_every_command_and_the_first_steps(run: Run) -> None:
    shown = run("--help").output
    for name in ("serve", "worker", "db", "bank", "index", "score", "search", "sets", "user", "key"):
        assert f"  {name} " in shown
    assert "skillprep db upgrade" in shown


@pytest.mark.parametrize("command", sorted(skillprep.commands))
def test_every_command_has_help_that_says_what_it_does(run: Run, command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert len(result.output.splitlines()) > 5


def test_wrong_usage_exits_with_2(run: Run) -> None:
    assert run("juggle").exit_code == 2
    assert run("score").exit_code == 2
    assert run("search", "x", "--kind", "animal").exit_code == 2


def test_db_upgrade_can_be_repeated_and_current_agrees(run: Run) -> None:
    assert "The database is at" in run("db", "upgrade").output
    assert run("db", "current").exit_code == 0


def test_bank_lint_is_content_with_our_bank(run: Run) -> None:
    result = run("bank", "lint")
    assert (result.exit_code, result.output) == (0, "0 problems in the bank.\n")


def test_bank_lint_reports_file_and_line_as_text_and_json(run: Run, tmp_path: Path) -> None:
    bank = tmp_path / "bank"
    shutil.copytree(ROOT / "question_bank", bank)
    broken = bank / "questions" / "responsible-deployment" / f"{QUESTION}.yaml"
    broken.write_text(broken.read_text("utf-8").replace("level: intermediate", "level: wizard", 1), "utf-8")
    result = run("bank", "lint", str(bank))
    assert result.exit_code == 1
    assert f"questions/responsible-deployment/{QUESTION}.yaml:6:" in result.output
    problems = json.loads(run("bank", "lint", "--json", str(bank)).output)
    assert {"file", "line", "rule", "message"} == set(problems[0])


def test_bank_stats_count_as_table_and_json(run: Run) -> None:
    assert "Questions ready to be asked" in run("bank", "stats").output
    counted = json.loads(run("bank", "stats", "--json").output)
    assert counted["ready questions"] == sum(cell["questions"] for cell in counted["cells"]) >= 36
    assert min(cell["questions"] for cell in counted["cells"]) >= 1


def test_bank_schema_check_fails_until_the_files_are_written(run: Run, tmp_path: Path) -> None:
    assert run("bank", "schema", "--check", str(tmp_path)).exit_code == 1
    assert run("bank", "schema", str(tmp_path)).exit_code == 0
    assert run("bank", "schema", "--check", str(tmp_path)).exit_code == 0


def test_score_prints_points_with_the_sentences_that_carried_them(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "answer.txt"
    file.write_text(ANSWER, "utf-8")
    from_file, from_stdin = run("score", QUESTION, str(file)), run("score", QUESTION, "-", stdin=ANSWER)
    assert from_file.exit_code == 0
    assert from_file.output == from_stdin.output
    assert "90 % interval" in from_file.output
    assert "protected groups" in from_file.output


def test_score_as_json_carries_the_receipt(run: Run) -> None:
    score = json.loads(run("score", QUESTION, "--json", "--level", "beginner", stdin=ANSWER).output)
    assert score["level"] == "beginner"
    assert score["receipt"]["question_id"] == QUESTION


@pytest.mark.parametrize("answer", [b"\xff\xfe", b"a\x00b", b"x" * 20_001])
def test_score_refuses_what_is_no_answer_text(run: Run, answer: bytes) -> None:
    result = run("score", QUESTION, stdin=answer)
    assert isinstance(result.exception, SkillPrepError)


def test_score_of_an_unknown_question_says_so(run: Run) -> None:
    result = run("score", "nothing-like-it", stdin=ANSWER)
    assert "no question" in str(result.exception)


def test_search_finds_and_fails_when_nothing_is_found(run: Run) -> None:
    found = run("search", "fairlearn", "--kind", "tool")
    assert (found.exit_code, "fairlearn" in found.output) == (0, True)
    assert json.loads(run("search", "fairlearn", "--json").output)["total"] > 0
    assert run("search", "zzzzqqqq").exit_code == 1


def test_index_encodes_once(run: Run) -> None:
    assert run("index").stdout.startswith("Indexed")
    assert run("index").output.startswith("The index is up to date")


def test_a_key_is_shown_once_listed_without_its_secret_and_revoked(run: Run) -> None:
    key = run("key", "create", "Example College").output.strip()
    assert key.startswith("sp_live_")
    secret = key.split("_", 3)[3]
    listed = run("key", "list").output
    assert secret not in listed
    assert run("key", "revoke", key.split("_")[2]).exit_code == 0


def test_a_user_is_created_once(run: Run) -> None:
    created = run("user", "create", "ada@example.com", "--password", "three blind mice")
    assert created.exit_code == 0
    assert "cannot be used" in str(run("user", "create", "ada@example.com", "--password", "three blind mice").exception)


def test_serve_refuses_a_database_of_another_version(run: Run) -> None:
    try:
        run("db", "downgrade", "base", "--yes")
        assert "skillprep db upgrade" in str(run("serve").exception)
    finally:
        run("db", "upgrade")


def test_the_write_up_of_a_projects_step_is_scored_by_its_rubric(run: Run) -> None:
    text = "Women reach 0.89 of the approval rate of men, the young 0.74 of the older band, and young women 0.60."
    score = json.loads(run("score", "loan-model-card-audit/impact-ratios", "--json", stdin=text).output)
    assert score["receipt"]["question_id"] == "loan-model-card-audit/impact-ratios"
    assert {point["point_id"] for point in score["points"]} >= {"ratios-stated"}
    assert score["value"] > 0


def test_a_step_without_a_rubric_names_those_that_have_one(run: Run) -> None:
    assert "impact-ratios" in str(run("score", "loan-model-card-audit/nothing", stdin=ANSWER).exception)
