"""Search by word and by meaning."""

import time
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from skillprep.bank.live import LiveBank
from skillprep.config import ROOT
from skillprep.errors import ScorerUnavailableError
from skillprep.semantic.documents import KINDS, documents, plain
from skillprep.semantic.hashing import HashingEncoder
from skillprep.semantic.open_encoder import open_encoder
from skillprep.semantic.search import Search, SearchQuery, SearchResult


@pytest.fixture(scope="module")
def bank() -> LiveBank:
    return LiveBank(ROOT / "question_bank", 3600, time.monotonic)


@pytest.fixture(scope="module")
def search(bank: LiveBank) -> Search:
    """Search whose meanings are spellings: enough for everything but meaning itself."""
    return Search(bank.current, HashingEncoder(), HashingEncoder())


def found(result: SearchResult) -> list[str]:
    return [f"{hit.kind}:{hit.id}" for hit in result.hits]


def test_a_name_finds_the_thing_it_names_first(search: Search) -> None:
    assert found(search.find(SearchQuery("Fairlearn", kinds=frozenset({"tool"}))))[0] == "tool:fairlearn"
    assert found(search.find(SearchQuery("equalised odds", kinds=frozenset({"term"}))))[0] == "term:equalized-odds"


def test_every_kind_can_be_found(search: Search, bank: LiveBank) -> None:
    assert {one.kind for one in documents(bank.current())} == set(KINDS)


def test_filters_narrow_and_counts_tell_what_the_other_kinds_hold(search: Search) -> None:
    everything = search.find(SearchQuery("fairness", limit=500))
    questions = search.find(SearchQuery("fairness", kinds=frozenset({"question"}), limit=500))
    advanced = search.find(SearchQuery("fairness", skill_id="responsible-deployment", level="advanced", limit=500))
    assert questions.counts == everything.counts
    assert questions.total == everything.counts["question"] == len(questions.hits)
    assert everything.total == sum(everything.counts.values())
    assert {(hit.skill_id, hit.level) for hit in advanced.hits} == {("responsible-deployment", "advanced")}


def test_the_limit_cuts_what_is_shown_but_not_what_is_counted(search: Search) -> None:
    result = search.find(SearchQuery("model", limit=3))
    assert len(result.hits) == 3
    assert result.total > 3


@pytest.mark.parametrize("text", ["", "   ", "zzzzqqqq xxyyzz"])
def test_nothing_is_found_for_nothing(search: Search, text: str) -> None:
    result = search.find(SearchQuery(text))
    assert (result.hits, result.total) == ((), 0)


@pytest.mark.parametrize("text", ["'; DROP TABLE--", "((((", "a" * 10_000, "🦜 \u202e", "the of and", '"" OR *'])
def test_odd_queries_are_harmless(search: Search, text: str) -> None:
    assert search.find(SearchQuery(text)).total >= 0


def test_questions_are_never_found_by_the_points_that_answer_them(search: Search, bank: LiveBank) -> None:
    question = bank.current().question("bias-audit-step-by-step")
    shown = " ".join(text for one in documents(bank.current()) if one.id == question.id for text in one.passages)
    assert all(point.statement not in shown for point in question.points)


def test_without_a_model_words_still_find(bank: LiveBank) -> None:
    def unavailable(_texts: object) -> NDArray[np.float32]:
        raise ScorerUnavailableError("no model")

    result = Search(bank.current, unavailable, unavailable).find(SearchQuery("Fairlearn"))
    assert not result.by_meaning
    assert "tool:fairlearn" in found(result)


def test_glossary_links_read_as_words() -> None:
    assert plain("Mind [[reward-hacking]] and [[drift|drifting data]].") == "Mind reward hacking and drifting data."


@pytest.mark.model
def test_meaning_finds_what_shares_no_word(bank: LiveBank) -> None:
    encoder = open_encoder("packaged", 2)
    encoder.load()
    asked = {
        "bias-nobody-asked-about",
        "contain-the-forecaster",
        "privacy-noise-or-principles",
        "cv-ranking-pre-mortem",
    }
    questions = {key: one for key, one in bank.current().questions.items() if key in asked}
    few = replace(bank.current(), questions=questions, projects={}, tools={}, terms={}, careers={})
    result = Search(lambda: few, encoder, encoder).find(
        SearchQuery("the software was secretly prejudiced", kinds=frozenset({"question"}))
    )
    assert result.by_meaning
    assert found(result)[0] == "question:bias-nobody-asked-about"
