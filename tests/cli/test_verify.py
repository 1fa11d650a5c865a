"""`skillprep verify`: a score computed again from its receipt."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from skillprep.actions.save_draft import TurnPath
from skillprep.actions.start_guest import start_guest
from skillprep.actions.start_sitting import SittingWish, start_sitting
from skillprep.actions.submit_answer import Submission, submit_answer
from skillprep.bank.vocabulary import Level
from skillprep.services import Services
from tests.cli.conftest import Run

QUESTION = "bias-audit-step-by-step"
ANSWER = (
    "First I define the protected groups to compare, by sex and by age band. Then I compute the metrics for every"
    " group with Fairlearn. I trace the gap to the training labels, and I write all of it into the model card."
)
Change = Callable[[dict[str, Any]], None]


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """Which database it is makes no difference to the command; tests/actions runs on both."""
    return sqlite_url


@pytest.fixture
def text(tmp_path: Path) -> str:
    path = tmp_path / "answer.txt"
    path.write_text(ANSWER, "utf-8")
    return str(path)


@pytest.fixture
def score(run: Run) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("score", QUESTION, "--json", stdin=ANSWER).output)
    return found


def test_a_printed_score_is_identical(run: Run, score: dict[str, Any], text: str, tmp_path: Path) -> None:
    file = tmp_path / "score.json"
    file.write_text(json.dumps(score), "utf-8")
    result = run("verify", str(file), "--answer", text)
    assert (result.exit_code, result.output) == (0, "Identical.\n")
    assert run("verify", "-", "--answer", text, stdin=json.dumps(score)).exit_code == 0


def test_a_changed_number_is_shown_in_a_table(run: Run, score: dict[str, Any], text: str) -> None:
    score["points"][0]["probability"] = 0.1234
    result = run("verify", "-", "--answer", text, stdin=json.dumps(score))
    assert result.exit_code == 1
    assert result.output.startswith("Differs.")
    assert "0.1234" in result.output
    assert f"points[{score['points'][0]['point_id']}]" in result.output


def test_json_carries_the_same_verdict(run: Run, score: dict[str, Any], text: str) -> None:
    was, score["value"] = score["value"], 0.9999
    found = json.loads(run("verify", "-", "--json", "--answer", text, stdin=json.dumps(score)).output)
    assert found["outcome"] == "differs"
    assert found["differences"] == [{"what": "value", "recorded": 0.9999, "recomputed": was}]


def other_model(found: dict[str, Any]) -> None:
    found["receipt"]["model_sha256"] = "1" * 64


def other_head(found: dict[str, Any]) -> None:
    found["receipt"]["head_sha256"] = "2" * 64


def other_scorer(found: dict[str, Any]) -> None:
    found["receipt"]["scorer_version"] = "0.1"


def edited_question(found: dict[str, Any]) -> None:
    found["receipt"]["question_version"] += 7


def no_such_question(found: dict[str, Any]) -> None:
    found["receipt"]["question_id"] = "dropped-long-ago"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (other_model, "Another model sha256: the receipt says 1111"),
        (other_head, "Another head sha256: the receipt says 2222"),
        (other_scorer, "Another scorer version: the receipt says 0.1"),
        (edited_question, "The question was edited since: the receipt is of its version"),
        (no_such_question, "The bank has no question dropped-long-ago any more"),
    ],
)
def test_it_says_why_a_score_cannot_be_replayed(
    run: Run, score: dict[str, Any], text: str, change: Change, reason: str
) -> None:
    change(score)
    result = run("verify", "-", "--answer", text, stdin=json.dumps(score))
    assert result.exit_code == 2
    assert result.output.startswith("Cannot be replayed.")
    assert reason in result.output


def test_another_text_than_the_scored_one_is_named(run: Run, score: dict[str, Any], tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(ANSWER + " And more.", "utf-8")
    result = run("verify", "-", "--answer", str(other), stdin=json.dumps(score))
    assert result.exit_code == 2
    assert "not the one that was scored" in result.output


@pytest.mark.parametrize(
    ("receipt", "reason"),
    [
        ("", "not JSON"),
        ("[1]", "not an object"),
        ("{}", "no receipt in it"),
        ('{"receipt": {}}', "no score of this version of SkillPrep"),
        ("[" * 100_000, "not JSON"),
        ('{"receipt": ' + "9" * 5000 + "}", "not JSON"),
    ],
)
def test_what_is_no_score_is_refused_with_a_reason_and_code_2(run: Run, text: str, receipt: str, reason: str) -> None:
    result = run("verify", "-", "--answer", text, stdin=receipt)
    assert result.exit_code == 2
    assert reason in result.output


def test_a_file_without_the_answer_asks_for_it(run: Run, score: dict[str, Any]) -> None:
    result = run("verify", "-", stdin=json.dumps(score))
    assert result.exit_code == 2
    assert "--answer FILE" in result.output


def test_a_missing_file_and_an_unknown_id_are_named(run: Run) -> None:
    assert "nowhere.json cannot be read" in run("verify", "nowhere.json").output
    unknown = run("verify", "0" * 32)
    assert unknown.exit_code == 2
    assert "no stored score of this id" in unknown.output


def test_a_stored_score_is_found_by_its_answer_and_takes_no_other_text(run: Run, services: Services, text: str) -> None:
    owner = start_guest(services)
    sitting = start_sitting(services, owner, SittingWish("responsible-deployment", Level.BEGINNER, length=1))
    answer = submit_answer(services, TurnPath(owner, sitting, 1), Submission(ANSWER))
    assert run("verify", answer).output == "Identical.\n"
    assert run("verify", answer, "--answer", text).exit_code == 2


def test_the_write_up_of_a_projects_step_can_be_verified_too(run: Run, tmp_path: Path) -> None:
    write_up = tmp_path / "write-up.txt"
    write_up.write_text("Women reach 0.89 of the approval rate of men, and young women 0.60 of it.", "utf-8")
    printed = run("score", "loan-model-card-audit/impact-ratios", str(write_up), "--json").output
    assert run("verify", "-", "--answer", str(write_up), stdin=printed).exit_code == 0
