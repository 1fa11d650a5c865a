"""The report on the bank, over a small bank of the test's own making."""

from dataclasses import replace
from pathlib import Path

import pytest

from skillprep.actions.report_bank import report_bank, score_answers
from skillprep.bank.exception import AcceptedFinding
from skillprep.bank.labelled import AnswerFile, LabelledAnswer, Quality
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


ID = "bias-audit-step-by-step"
SOUP = "We had soup for lunch that day, and the train home was late again, so I read a novel on the platform."


def labelled(**texts: list[str]) -> dict[str, AnswerFile]:
    """Answers of the named qualities to the one question; nothing is marked in them."""
    found = [LabelledAnswer(quality=Quality(name), text=text) for name, some in texts.items() for text in some]
    return {ID: AnswerFile(question=ID, answers=tuple(found))}


def test_a_question_whose_weak_answers_score_as_high_as_the_strong_ones_is_named(small: tuple[Services, Path]) -> None:
    services, _ = small
    good = services.bank.question(ID).model_answers[-1].text

    def named(answers: dict[str, AnswerFile]) -> bool:
        found = report_bank(services, answers, []).findings
        return ID in {finding.subject for finding in found if finding.check == "answer-order"}

    assert not named(labelled(weak=[SOUP], strong=[good]))
    assert named(labelled(weak=[good], strong=[SOUP]))


def test_of_several_answers_of_a_quality_the_mean_counts(small: tuple[Services, Path]) -> None:
    services, _ = small
    question = services.bank.question(ID)
    good = question.model_answers[-1].text

    def mean(*strong: str) -> float:
        return score_answers(services, services.bank, question, labelled(strong=[*strong])[ID]).mean(Quality.STRONG)

    assert mean(good) > mean(SOUP)
    assert mean(good, SOUP) == pytest.approx((mean(good) + mean(SOUP)) / 2)
