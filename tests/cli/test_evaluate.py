"""`skillprep evaluate`: measure the scorer on answers of your own."""

import json
from pathlib import Path

import pytest

from skillprep.config import ROOT
from skillprep.errors import SkillPrepError
from skillprep.validity.read_json import LINE_BYTES
from tests.actions.test_evaluate_answers import lines
from tests.cli.conftest import Run
from tests.validity.making import as_bytes, line


@pytest.fixture
def database_url(tmp_path: Path) -> str:
    """A database that is not there: nothing may touch it."""
    return f"sqlite:///{tmp_path / 'absent' / 'absent.sqlite3'}"


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """Twenty-four good lines."""
    path = tmp_path / "answers.jsonl"
    path.write_bytes(b"\n".join(lines(24)) + b"\n")
    return path


def test_it_prints_every_figure_with_its_n_and_interval(run: Run, answers: Path) -> None:
    result = run("evaluate", str(answers))
    assert (result.exit_code, result.stderr) == (0, "")
    for name in ("AUC", "average precision", "F1", "accuracy", "calibration error", "Pearson", "kappa", "odd", "even"):
        assert name in result.stdout
    assert "24 answers scored, 24 labelled points" in result.stdout
    assert "1.000 to 1.000" in result.stdout
    assert "nothing is fitted" in result.stdout


@pytest.mark.parametrize(("page", "count"), [("README.md", 3), ("docs/evaluate.md", 1)])
def test_the_examples_that_we_print_are_taken(run: Run, page: str, count: int) -> None:
    printed = [one for one in (ROOT / page).read_text("utf-8").splitlines() if one.startswith('{"id"')]
    result = run("evaluate", "-", stdin="\n".join(printed))
    assert (result.exit_code, result.stderr) == (0, "")
    assert f"{count} answers scored" in result.stdout


def test_as_json_the_report_is_the_same_from_a_file_and_from_standard_input(run: Run, answers: Path) -> None:
    from_file = run("evaluate", str(answers), "--json")
    from_stdin = run("evaluate", "-", "--json", stdin=answers.read_bytes())
    assert from_file.stdout == from_stdin.stdout
    found = json.loads(from_file.stdout)
    assert found["report"]["points"]["AUC"]["value"] == 1.0
    assert found["report"]["points"]["AUC"]["n"] == 24
    assert found["scorer"]["model_name"] == "hashing"
    assert found["bad_lines"] == {"count": 0, "listed": []}


def test_results_have_one_line_an_answer_with_the_evidence(run: Run, answers: Path, tmp_path: Path) -> None:
    out = tmp_path / "results.jsonl"
    assert run("evaluate", str(answers), "--out", str(out)).exit_code == 0
    written = [json.loads(one) for one in out.read_text("utf-8").splitlines()]
    given = [json.loads(one) for one in answers.read_text("utf-8").splitlines()]
    assert len(written) == len(given) == 24
    for answer, result in zip(given, written, strict=True):
        evidence = result["points"][0]["evidence"]
        assert evidence is None or answer["answer"][evidence["start"] : evidence["end"]] == evidence["text"]
    assert written[1]["points"][0]["state"] == "covered"
    assert set(written[0]) == {
        *("line", "id", "score", "low", "high", "flagged", "guards", "points", "given", "group"),
    }


def test_a_bad_line_is_named_left_out_and_makes_the_exit_code_1(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "results.jsonl"
    stdin = b"\n".join([lines(1)[0], as_bytes(line(lable=1)), lines(2)[1]])
    result = run("evaluate", "-", "--out", str(out), stdin=stdin)
    assert result.exit_code == 1
    assert "line 2: left out: unknown key 'lable'" in result.stderr
    assert len(out.read_text("utf-8").splitlines()) == 2


def test_past_a_limit_bad_lines_are_only_counted(run: Run) -> None:
    result = run("evaluate", "-", stdin=b"bad\n" * 1_025 + lines(1)[0])
    assert len(result.stderr.splitlines()) == 21
    assert "1,005 more lines" in result.stderr


def test_a_huge_line_is_named_and_those_after_it_keep_their_numbers(run: Run) -> None:
    stdin = b'{"id": "' + b"x" * (3 * LINE_BYTES) + b'"}\n' + lines(1)[0] + b"\nbad\n"
    result = run("evaluate", "-", "--json", stdin=stdin)
    found = json.loads(result.stdout)
    assert found["report"]["answers"] == 1
    assert [one["line"] for one in found["bad_lines"]["listed"]] == [1, 3]
    assert "longer than 1,000,000 bytes" in result.stderr


def test_an_id_met_again_is_warned_about(run: Run) -> None:
    result = run("evaluate", "-", stdin=b"\n".join(lines(1) * 2))
    assert (result.exit_code, "line 2: warning: the id '0'" in result.stderr) == (0, True)


def test_too_little_data_says_so_instead_of_a_number(run: Run) -> None:
    result = run("evaluate", "-", "--json", stdin=b"\n".join(lines(4)))
    figures = json.loads(result.stdout)["report"]
    assert figures["points"]["AUC"] == {
        "n": 4,
        "answers": 4,
        "not_enough_data": "4 labelled points, at least 10 are needed",
    }
    assert "not enough data" in run("evaluate", "-", stdin=b"\n".join(lines(4))).stdout


def test_text_from_the_file_is_never_markup(run: Run) -> None:
    records = [line(id=place, score=place % 3, group="[red]x[/red]") for place in range(12)]
    assert "[red]x[/red]" in run("evaluate", "-", stdin=b"\n".join(map(as_bytes, records))).stdout


def test_a_stated_scale_is_used_and_shown(run: Run, answers: Path) -> None:
    assert "0 becoming -1 and 1 becoming 9" in " ".join(
        run("evaluate", str(answers), "--scale", "-1", "9").stdout.split()
    )


@pytest.mark.parametrize("ends", [("5", "5"), ("5", "1"), ("nan", "1"), ("0", "inf")])
def test_a_scale_without_length_is_wrong_usage(run: Run, answers: Path, ends: tuple[str, str]) -> None:
    assert run("evaluate", str(answers), "--scale", *ends).exit_code == 2


def test_what_cannot_be_read_or_written_is_said_and_nothing_is_left(run: Run, answers: Path, tmp_path: Path) -> None:
    for arguments in (
        (str(tmp_path / "none.jsonl"),),
        (str(answers), "--out", str(answers)),
        (str(answers), "--out", str(tmp_path / "none" / "results.jsonl")),
        (str(answers), "--out", "/dev/null"),
    ):
        assert isinstance(run("evaluate", *arguments).exception, SkillPrepError)
    assert len(answers.read_bytes().splitlines()) == 24
    assert [path.name for path in tmp_path.iterdir() if "results" in path.name] == []


def test_an_empty_file_is_refused_and_leaves_no_results(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "results.jsonl"
    result = run("evaluate", "-", "--out", str(out), stdin=b"")
    assert "nothing to evaluate" in str(result.exception)
    assert not out.exists()


def test_progress_is_shown_on_standard_error_when_asked_for(run: Run, answers: Path) -> None:
    assert "24 lines" in run("evaluate", str(answers), "--progress").stderr
    assert json.loads(run("evaluate", str(answers), "--progress", "--json").stdout)["report"]["answers"] == 24
