"""The report on the bank, over a small bank of the test's own making."""

from dataclasses import replace
from pathlib import Path

import pytest

from skillprep.actions.report_bank import report_bank
from skillprep.bank.exception import AcceptedFinding
from skillprep.bank.live import LiveBank
from skillprep.bank.load import load_bank
from skillprep.config import ROOT
from skillprep.services import Services


@pytest.fixture
def small(services: Services, tmp_path: Path) -> tuple[Services, Path]:
    """One skill of our bank with one question twice under two names."""
    bank = tmp_path / "bank"
    questions = bank / "questions" / "responsible-deployment"
    questions.mkdir(parents=True)
    (bank / "skills").mkdir()
    for file in ("tools.yaml", "glossary.yaml", "skills/responsible-deployment.yaml"):
        (bank / file).write_text((ROOT / "question_bank" / file).read_text("utf-8"), "utf-8")
    source = ROOT / "question_bank" / "questions" / "responsible-deployment" / "bias-audit-step-by-step.yaml"
    text = source.read_text("utf-8")
    (questions / source.name).write_text(text, "utf-8")
    (questions / "the-same-again.yaml").write_text(
        text.replace("id: bias-audit-step-by-step", "id: the-same-again"), "utf-8"
    )
    return replace(services, live_bank=LiveBank(bank, 3600, lambda: 0.0)), bank


def test_two_questions_that_ask_the_same_are_found(small: tuple[Services, Path]) -> None:
    services, bank = small
    report = report_bank(services, load_bank(bank).answers, [])
    duplicates = [finding.subject for finding in report.open if finding.check == "near-duplicate"]
    assert duplicates == ["bias-audit-step-by-step ~ the-same-again"]


def test_missing_levels_and_topics_are_found(small: tuple[Services, Path]) -> None:
    services, _ = small
    found = {(finding.check, finding.subject) for finding in report_bank(services, {}, []).findings}
    assert ("level-balance", "responsible-deployment: beginner") in found
    assert ("topic-gap", "term:corrigibility") in found


def test_an_accepted_finding_stays_visible_with_its_reason(small: tuple[Services, Path]) -> None:
    services, _ = small
    accepted = AcceptedFinding(
        check="near-duplicate",
        subject="bias-audit-step-by-step ~ the-same-again",
        reason="A copy made on purpose for this test.",
    )
    report = report_bank(services, {}, [accepted])
    assert accepted.subject not in {finding.subject for finding in report.open}
    assert any(finding.reason == accepted.reason for finding in report.findings)


def test_figures_describe_the_whole_bank(small: tuple[Services, Path]) -> None:
    services, bank = small
    report = report_bank(services, load_bank(bank).answers, [])
    assert report.version == services.bank.version
    assert report.figures["questions"] == 2
    assert 0 <= report.figures["score of model answers"] <= 1
