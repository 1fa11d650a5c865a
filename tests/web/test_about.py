import json
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from skillprep.web.attacked import ATTACKED, find_attacks
from skillprep.web.measured import MEASURED, find_measured
from tests.web.flow import text_of

FIGURE = {"value": 0.91234, "low": 0.88, "high": 0.94}
ROW = {"data": "labelled answers", "judge": "SkillPrep", "n": 542, "figures": {"AUC": FIGURE}}
WHOLE = {
    "head_sha256": "f" * 64,
    "measured_on": "2026-11-21",
    "rows": [
        ROW,
        ROW | {"judge": "SkillPrep, refitted cut", "figures": {"F1": FIGURE}},
        ROW | {"data": "test questions: five-point score", "n": 38, "figures": {"within one": FIGURE}},
    ],
    "states": [{"state": "covered", "n": 40, "made": 34}, {"state": "missed", "n": 200, "made": 18}],
    "certainty": [
        {
            "data": "test questions: points",
            "n": 294,
            "bins": [
                {"n": 250, "mean_score": 0.1, "mean_label": 0.05},
                {"n": 44, "mean_score": 0.9, "mean_label": 0.8},
            ],
            "curve": [{"coverage": 0.8, "accuracy": 0.93}, {"coverage": 1.0, "accuracy": 0.45}],
            "accuracy_at_80": {"value": 0.93, "low": 0.9, "high": 0.95},
            "band_coverage": {"value": 0.83, "low": 0.8, "high": 0.86},
            "band_accuracy": {"value": 0.92, "low": 0.89, "high": 0.94},
        }
    ],
    "deletion": {"answers": 90, "fell": FIGURE, "no_longer_covered": FIGURE | {"value": 0.71}},
}
ATTACK = {
    "name": "keyword list",
    "family": "worthless answers",
    "half": "held-out",
    "demand": "low or flagged",
    "limit": 0.99,
    "n": 56,
    "figure": {"value": 0.9643, "low": 0.8788, "high": 0.9902},
    "passed": False,
}
DRESSED = ATTACK | {
    "name": "bullets",
    "family": "the same answer in another dress",
    "half": "development",
    "demand": "mean loss",
    "limit": 0.02,
    "figure": {"value": 0.0042, "low": -0.001, "high": 0.011},
    "passed": True,
}
ATTACKS = {
    "head_sha256": "a" * 64,
    "questions": "test",
    "n_questions": 56,
    "low": 0.25,
    "rows": [ATTACK, DRESSED],
    "naive": [{"scorer": "length", "demands": 98, "failed": 31}],
}


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """These pages do not depend on the kind of database."""
    return sqlite_url


def test_without_a_measurement_it_claims_nothing(app: Flask, client: FlaskClient, tmp_path: Path) -> None:
    app.config["MEASURED_FILE"] = tmp_path / "none.json"
    assert "Not yet measured" in text_of(client.get("/about/scoring"))


def test_figures_are_those_of_the_evaluations_file(app: Flask, client: FlaskClient, tmp_path: Path) -> None:
    app.config["MEASURED_FILE"] = file = tmp_path / "scoring.json"
    file.write_text(json.dumps({"head_sha256": "f" * 64, "rows": [ROW]}))
    words = text_of(client.get("/about/scoring"))
    assert "0.91 0.88 to 0.94" in words
    assert "542 judgements" in words
    assert "f" * 12 in words


def test_figures_are_said_in_plain_words_first(app: Flask, client: FlaskClient, tmp_path: Path) -> None:
    app.config["MEASURED_FILE"] = file = tmp_path / "scoring.json"
    file.write_text(json.dumps(WHOLE))
    words = text_of(client.get("/about/scoring"))
    assert "Out of 100 points it calls covered , 85 were, as the person reading the answer saw it (34 of 40)" in words
    assert "Out of 100 points it calls missing , 9 had been made after all (18 of 200)" in words
    assert "sure about 83 of 100 points, and right about 92 of 100 of those (probably 89 to 94; 294 points)" in words
    assert "at most one step from the one that the person's labels give, for 91 of 100 answers (38 answers)" in words
    assert "falls for 91 of 100 covered points, and 71 of 100 are no longer called covered (90 answers)" in words
    assert "calls not sure" not in words, "the file says nothing of unsure points"


def test_calibration_and_coverage_are_drawn_and_can_be_read_as_tables(
    app: Flask, client: FlaskClient, tmp_path: Path
) -> None:
    app.config["MEASURED_FILE"] = file = tmp_path / "scoring.json"
    file.write_text(json.dumps(WHOLE))
    response = client.get("/about/scoring")
    page, words = response.get_data(as_text=True), text_of(response)
    assert "Where it said 10 of 100, 5 of 100 were true. Where it said 90 of 100, 80 of 100 were true." in words
    assert "It said Were true Points 10 of 100 5 of 100 250 90 of 100 80 of 100 44" in words
    assert "Decided Right 80 of 100 93 of 100 100 of 100 45 of 100" in words
    assert 'points="68.0,202.0 260.0,52.0 "' in page
    assert 'points="236.0,40.0 284.0,212.0 "' in page, "under 50 of 100 the curve stays on the axis"


def test_what_the_file_lacks_is_not_shown(app: Flask, client: FlaskClient, tmp_path: Path) -> None:
    app.config["MEASURED_FILE"] = file = tmp_path / "scoring.json"
    file.write_text(json.dumps({"head_sha256": "f" * 64, "rows": [ROW]}))
    response = client.get("/about/scoring")
    assert "<polyline" not in response.get_data(as_text=True)
    assert "nothing was fitted to, with answers" not in text_of(response)


def test_the_model_card_can_be_read_where_it_is_linked(app: Flask, client: FlaskClient, tmp_path: Path) -> None:
    app.config["MEASURED_FILE"] = file = tmp_path / "scoring.json"
    file.write_text(json.dumps(WHOLE))
    assert 'href="/about/model-card"' in client.get("/about/scoring").get_data(as_text=True)
    response = client.get("/about/model-card")
    assert (response.status_code, response.mimetype) == (200, "text/plain")
    assert "## Training data and licences" in response.get_data(as_text=True)


def test_a_model_card_that_was_not_installed_is_not_found(app: Flask, client: FlaskClient, tmp_path: Path) -> None:
    app.config["MODEL_CARD_FILE"] = tmp_path / "none.md"
    assert client.get("/about/model-card").status_code == 404


@pytest.mark.parametrize("broken", ["{", "[]", '{"rows": 1}'])
def test_a_broken_file_is_not_quoted(app: Flask, client: FlaskClient, tmp_path: Path, broken: str) -> None:
    app.config["MEASURED_FILE"] = file = tmp_path / "scoring.json"
    file.write_text(broken)
    assert "Not yet measured" in text_of(client.get("/about/scoring"))


def test_the_committed_measurement_can_be_shown() -> None:
    measured = find_measured(MEASURED)
    assert measured is not None
    assert {"SkillPrep", "whole-answer cosine"} <= {row.judge for row in measured.rows}


def test_without_a_run_of_the_attacks_it_says_so(app: Flask, client: FlaskClient, tmp_path: Path) -> None:
    app.config["ATTACKS_FILE"] = tmp_path / "none.json"
    assert "Not measured on this installation" in text_of(client.get("/about/scoring"))


def test_attacks_are_quoted_with_what_was_demanded_and_what_was_tuned_on(
    app: Flask, client: FlaskClient, tmp_path: Path
) -> None:
    app.config["ATTACKS_FILE"] = file = tmp_path / "attacks.json"
    file.write_text(json.dumps(ATTACKS))
    words = text_of(client.get("/about/scoring"))
    assert "tried on 56 questions that nothing was fitted to" in words
    assert "keyword list held-out 56 low or flagged: at least 99 % 96 % 88 to 99 no" in words
    assert "bullets development 56 mean loss: at most 2 points 0.4 points -0.1 to 1.1 yes" in words
    assert "1 of 1 demands on development attacks, 0 of 1 on held-out ones" in words
    assert "length 31 of 98" in words


def test_an_attack_that_applied_to_no_text_has_no_figure(app: Flask, client: FlaskClient, tmp_path: Path) -> None:
    app.config["ATTACKS_FILE"] = file = tmp_path / "attacks.json"
    nothing = ATTACK | {"n": 0, "figure": {"value": None, "low": None, "high": None}}
    file.write_text(json.dumps(ATTACKS | {"rows": [nothing]}))
    assert "nothing to judge no" in text_of(client.get("/about/scoring"))


@pytest.mark.parametrize("broken", ["{", "[]", '{"rows": 1}'])
def test_a_broken_file_of_attacks_is_not_quoted(app: Flask, client: FlaskClient, tmp_path: Path, broken: str) -> None:
    app.config["ATTACKS_FILE"] = file = tmp_path / "attacks.json"
    file.write_text(broken)
    assert "Not measured on this installation" in text_of(client.get("/about/scoring"))


def test_a_committed_run_of_the_attacks_can_be_shown() -> None:
    found = find_attacks(ATTACKED)
    assert found is None or {"development", "held-out"} == {row.half for row in found.rows}
