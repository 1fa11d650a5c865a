"""Somebody measures the scorer on answers of their own."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from skillprep.actions.evaluate_answers import BATCH, LISTED, Evaluated, evaluate_answers
from skillprep.bank.vocabulary import Level
from skillprep.errors import InvalidInputError, ScorerUnavailableError
from skillprep.semantic.encoder import EncoderState, LocalEncoder, ModelFiles
from skillprep.services import Services
from skillprep.validity.judged import JudgedAnswer
from skillprep.validity.record import as_question, read_record
from skillprep.validity.scale import Scale
from tests.validity.making import as_bytes, line

MADE = "I compared the error rate of every group with Fairlearn and wrote the gap into the model card."
OTHER = "My sister called about her new flat in the evening, and we had soup and bread for our lunch."
POINT = {"id": "p", "statement": "Compares the error rate of every group with Fairlearn."}


@pytest.fixture
def database_url(tmp_path: Path) -> str:
    """A database that is not there: nothing may touch it."""
    return f"sqlite:///{tmp_path / 'absent' / 'absent.sqlite3'}"


def lines(count: int) -> list[bytes]:
    """Every other answer makes its point."""
    records = (
        line(
            id=place,
            answer=MADE if place % 2 else OTHER,
            points=[{**POINT, "label": place % 2}],
            score=1 + 4 * (place % 2),
            group="odd" if place % 2 else "even",
        )
        for place in range(count)
    )
    return list(map(as_bytes, records))


def evaluated(
    services: Services, given_lines: Sequence[bytes], scale: Scale | None = None
) -> tuple[Evaluated, list[JudgedAnswer]]:
    kept: list[JudgedAnswer] = []
    return evaluate_answers(services, given_lines, kept.append, scale), kept


def test_every_line_is_judged_in_order_and_measured(services: Services) -> None:
    found, kept = evaluated(services, lines(2 * BATCH + 3))
    assert [judged.line for judged in kept] == list(range(1, 2 * BATCH + 4))
    assert found.report.answers == found.report.labelled_points == 2 * BATCH + 3
    auc = found.report.points["AUC"].figure
    assert auc is not None
    assert auc.value == 1.0
    assert {row.group for row in found.report.groups} == {"odd", "even"}
    assert found.receipt is not None
    assert found.receipt.model_sha256 == services.encoder.sha256


def test_a_line_gets_the_score_that_it_gets_alone(services: Services) -> None:
    given_lines = lines(6)
    _, kept = evaluated(services, given_lines)
    for one, judged in zip(given_lines, kept, strict=True):
        record = read_record(one)
        score = services.scorer(as_question(record), record.answer, Level.BEGINNER, services.bank.version)
        assert (score.value, score.points[0].probability) == (judged.score, judged.points[0].probability)


def test_the_encoder_sees_the_sentences_of_many_answers_at_once(services: Services) -> None:
    sizes: list[int] = []
    model = services.scoring_model()

    def counting(texts: Sequence[str]) -> NDArray[np.float32]:
        sizes.append(len(texts))
        return np.asarray(model.embed(texts))

    own = [as_bytes(line(id=n, answer=f"{MADE} That was in week {n}.", points=[POINT])) for n in range(BATCH)]
    evaluated(replace(services, scoring_model=lambda: replace(model, embed=counting)), own)
    assert sum(size > BATCH for size in sizes) == len(sizes) == 1


def test_bad_lines_are_named_and_the_others_go_on(services: Services) -> None:
    good, other = lines(2)
    found, kept = evaluated(services, [good, b"\xff", b"{}", b"\n", as_bytes(line(lable=1)), other])
    assert [judged.line for judged in kept] == [1, 6]
    assert found.bad.count == 3
    assert [number for number, _ in found.bad.listed] == [2, 3, 5]
    assert found.report.answers == 2


def test_of_many_bad_lines_only_the_first_are_listed(services: Services) -> None:
    found, _ = evaluated(services, [b"no"] * (LISTED + 5))
    assert (found.bad.count, len(found.bad.listed)) == (LISTED + 5, LISTED)


def test_an_answer_of_too_many_sentences_is_a_bad_line(services: Services) -> None:
    found, kept = evaluated(services, [as_bytes(line(answer="I did it. " * 500)), lines(1)[0]])
    assert [judged.line for judged in kept] == [2]
    assert found.bad.listed[0][0] == 1
    assert "sentences; the limit" in found.bad.listed[0][1]


def test_a_score_outside_the_scale_that_was_stated_is_a_bad_line(services: Services) -> None:
    found, _ = evaluated(services, lines(4), Scale(0, 4, stated=True))
    assert [number for number, _ in found.bad.listed] == [2, 4]
    assert "score: 5 lies outside the scale 0 to 4" in found.bad.listed[0][1]


def test_an_id_met_again_is_a_warning_and_still_counts(services: Services) -> None:
    found, kept = evaluated(services, [*lines(2), lines(1)[0]])
    assert (found.repeated.count, found.repeated.listed[0][0], len(kept)) == (1, 3, 3)


@pytest.mark.parametrize("nothing", [[], [b"\n", b"  \n"]])
def test_nothing_to_evaluate_is_refused(services: Services, nothing: list[bytes]) -> None:
    with pytest.raises(InvalidInputError, match="nothing to evaluate"):
        evaluated(services, nothing)


def test_without_the_model_nothing_is_invented(services: Services, tmp_path: Path) -> None:
    absent = LocalEncoder(ModelFiles(tmp_path, "absent", ""), threads=1)
    with pytest.raises(ScorerUnavailableError, match="missing"):
        evaluated(replace(services, encoder=absent), lines(1))
    assert absent.state is EncoderState.FAILED


words = st.text(max_size=60)
sentences = st.lists(
    st.sampled_from([MADE, OTHER, "", "No.", "the of and", "def f(): pass", "\u0645\u0631\u062d\u0628\u0627"])
).map(" ".join)
own_points = st.lists(
    st.fixed_dictionaries(
        {"statement": st.one_of(words, sentences)}, optional={"phrasings": st.lists(words, max_size=2)}
    ),
    min_size=1,
    max_size=4,
).map(lambda points: [{"id": place, **point} for place, point in enumerate(points)])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.one_of(words, sentences), st.one_of(words, sentences), own_points)
def test_whatever_the_texts_a_line_is_scored_or_named(
    services: Services, question: str, answer: str, points: list[dict[str, Any]]
) -> None:
    found, kept = evaluated(services, [as_bytes(line(question=question, answer=answer, points=points))])
    assert len(kept) + found.bad.count == 1
    for judged in kept:
        assert all(0 <= point.probability <= 1 for point in judged.points)
        assert all(point.evidence is None or point.evidence.text in answer for point in judged.points)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.one_of(st.binary(max_size=40), st.sampled_from(lines(4))), min_size=1, max_size=8))
def test_whatever_the_lines_each_is_judged_or_named_or_blank(services: Services, junk: list[bytes]) -> None:
    blank = sum(not one.strip() for one in junk)
    if blank == len(junk):
        return
    found, kept = evaluated(services, junk)
    assert len(kept) + found.bad.count + blank == len(junk)
