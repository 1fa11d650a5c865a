import re
from pathlib import Path

import yaml

from benchmarks.scoring_card import CARD, Sources, read_sources, render
from benchmarks.scoring_data import PROJECT

FIGURE = {"value": 0.8512, "low": 0.77, "high": 0.91, "n": 40}
SCORING = {
    "head_sha256": "a" * 64,
    "measured_on": "2026-11-21",
    "rows": [
        {"data": "ArgKP-2021 dev", "judge": "whole-answer cosine", "n": 3458, "figures": {"AUC": FIGURE}},
        {"data": "ArgKP-2021 dev", "judge": "SkillPrep", "n": 3458, "figures": {"AUC": FIGURE, "ECE": FIGURE}},
    ],
    "states": [{"state": "covered", "n": 40, "made": 34}],
    "certainty": [],
    "deletion": {"fell": FIGURE, "no_longer_covered": FIGURE, "mean_fall": FIGURE},
}
ENCODER = {
    "made_by": "benchmarks/tune_encoder.py",
    "rank": 32,
    "data": [{"name": "ArgKP-2021 train", "licence": "CDLA-Sharing 1.0", "pairs": 20635, "source": "argkp"}],
    "figures": {"stock": {"argkp": 0.674}, "seed 0": {"argkp": 0.91}},
}
POLARITY = {"data": [], "figures": {"cannot": {"n": 800, "auc": {"value": 0.9, "low": 0.88, "high": 0.92}}}}
ATTACK = {"name": "origin", "family": "who speaks", "half": "held-out", "demand": "mean change", "limit": 0.01, "n": 56}


def sources(**more: object) -> Sources:
    nothing: dict[str, object] = {}
    parts = (
        dict.fromkeys(("scoring", "attacks", "latency", "encoder", "polarity", "head", "star", "disowning"), nothing)
        | more
    )
    return Sources(**parts, head_sha256="a" * 64, features=10)  # type: ignore[arg-type]


def test_the_committed_card_is_what_the_measurements_render_to() -> None:
    assert CARD.read_text("utf-8") == render(read_sources(PROJECT)), "run `make model-card`"


def test_the_readme_leads_to_the_card() -> None:
    assert "docs/model-card.md" in (PROJECT / "README.md").read_text("utf-8")


def test_the_metadata_can_be_read_and_holds_the_scorers_own_figures() -> None:
    front = yaml.safe_load(render(sources(scoring=SCORING)).split("---\n")[1])
    assert (front["language"], front["license"]) == (["en"], "apache-2.0")
    assert front["base_model"] == "sentence-transformers/all-MiniLM-L6-v2"
    (result,) = front["model-index"][0]["results"]
    assert result["dataset"] == {"name": "ArgKP-2021 dev", "type": "argkp-2021-dev"}
    assert result["metrics"][0] == {"type": "roc_auc", "name": "AUC", "value": 0.8512}


def test_figures_stand_in_tables_with_their_intervals() -> None:
    card = render(sources(scoring=SCORING, encoder=ENCODER, polarity=POLARITY))
    assert "| AUC | 0.851 [0.770, 0.910] | 0.851 [0.770, 0.910] |" in card
    assert "| ECE | - | 0.851 [0.770, 0.910] |" in card
    assert "| covered | 40 | 34 | 0.85 |" in card
    assert "| encoder | ArgKP-2021 train | CDLA-Sharing 1.0 | 20,635 |" in card
    assert "| seed 0 | 0.910 |" in card
    assert "| cannot | 800 | 0.900 [0.880, 0.920] |" in card


def test_what_was_not_measured_is_said_and_no_number_invented() -> None:
    card = render(sources())
    assert "Not measured yet: `make bench-scoring` does." in card
    assert "Not measured yet: `make bench-attacks` does." in card
    assert "The encoder has no card beside its weights yet" in card
    assert not re.findall(r"\b0\.\d{2,}", card)


def test_figures_of_another_head_are_called_that() -> None:
    assert "**These figures are of another head**" not in render(sources(scoring=SCORING))
    assert "**These figures are of another head**" in render(sources(scoring=SCORING | {"head_sha256": "b" * 64}))


def test_demands_that_are_not_met_are_listed_and_who_speaks_stands_under_bias() -> None:
    rows = [ATTACK | {"figure": {"value": 0.02, "low": 0.01, "high": 0.03}, "passed": False}]
    card = render(sources(attacks={"questions": "test", "n_questions": 56, "rows": rows}))
    assert "0 of 1 demands on held-out attacks" in card
    assert "| origin | held-out | mean change | 0.01 | 0.020 [0.010, 0.030] |" in card
    assert "| origin | held-out | 56 | 0.020 [0.010, 0.030] |" in card.split("## Bias")[1]


def test_reading_a_project_without_results_gives_empty_parts(tmp_path: Path) -> None:
    (tmp_path / "skillprep/scoring").mkdir(parents=True)
    head = (PROJECT / "skillprep/scoring/head.json").read_text("utf-8")
    (tmp_path / "skillprep/scoring/head.json").write_text(head, "utf-8")
    found = read_sources(tmp_path)
    assert (found.scoring, found.encoder, found.star) == ({}, {}, {})
    assert found.head["made_by"] == "benchmarks/fit_head.py"
