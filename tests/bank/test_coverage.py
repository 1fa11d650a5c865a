"""Which topics the questions ask about."""

from dataclasses import replace
from pathlib import Path

from skillprep.bank.bank import Bank
from skillprep.bank.coverage import Topic, coverage, folded, mentioned, names
from skillprep.bank.load import load_bank
from skillprep.bank.vocabulary import Status
from skillprep.config import ROOT


def bank(folder: Path = ROOT / "question_bank") -> Bank:
    return load_bank(folder).bank


def topic(*spoken: str) -> Topic:
    return Topic("term", "x", spoken[0], names(spoken))


def says(text: str, *spoken: str) -> bool:
    return mentioned(topic(*spoken), f" {folded(text)} ")


def test_a_topic_is_mentioned_by_any_of_its_names_as_whole_words() -> None:
    assert says("We wrote two model cards.", "Model card")
    assert says("Kirkpatrick's four levels and Kirkpatrick's levels", "Kirkpatrick's levels")
    assert says("RLHF came first.", "Reinforcement learning from human feedback (RLHF)")
    assert says("I led a pre-mortem.", "Pre-mortem / FMEA")
    assert not says("The remodel cardigan", "Model card")


def test_british_and_american_spelling_are_one() -> None:
    assert says("equalised odds", "Equalized odds")
    assert says("emergent behavior", "Emergent behaviour")


def test_a_topic_nobody_asks_about_is_a_gap() -> None:
    ours = bank()
    nothing = replace(ours, questions={})
    assert {found.id for found in coverage(nothing).gaps} == set(ours.tools) | set(ours.terms)
    assert len(coverage(ours).gaps) < len(ours.tools) + len(ours.terms)


def test_only_ready_questions_count() -> None:
    ours = bank()
    drafts = {key: one.model_copy(update={"status": Status.DRAFT}) for key, one in ours.questions.items()}
    assert sum(coverage(replace(ours, questions=drafts)).cells.values()) == 0
    assert sum(coverage(ours).cells.values()) == len(ours.ready_questions())
