"""Answers labelled by hand, scored with the real model and the shipped head."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pytest
import yaml
from numpy.typing import NDArray

from skillprep.bank.labelled import AnswerFile, LabelledAnswer, Quality
from skillprep.bank.question import Question
from skillprep.bank.vocabulary import Level
from skillprep.config import ROOT
from skillprep.scoring.head import Head
from skillprep.scoring.score import score_answer
from skillprep.scoring.values import GuardName, PointState, Score, ScoringModel
from skillprep.semantic.open_encoder import open_tuned_encoder
from tests.scoring.making import FILLER

pytestmark = pytest.mark.model

QUESTIONS = {path.stem: path for path in (ROOT / "question_bank/questions").glob("*/*.yaml")}
GOLDEN = sorted((ROOT / "tests/golden/answers").glob("*.yaml"))
MADE = (PointState.COVERED, PointState.PARTLY)


@dataclass(frozen=True)
class Golden:
    """A labelled answer and its score."""

    asked: Question
    answer: LabelledAnswer
    score: Score


@pytest.fixture(scope="module")
def model() -> ScoringModel:
    encoder = open_tuned_encoder(threads=1)
    encoder.load()
    assert encoder.failure == ""
    rows: dict[str, NDArray[np.float32]] = {}

    def remembered(texts: Sequence[str]) -> NDArray[np.float32]:
        new = [text for text in dict.fromkeys(texts) if text not in rows]
        if new:
            rows.update(zip(new, encoder(new), strict=True))
        return np.stack([rows[text] for text in texts])

    head = Head.from_json((ROOT / "skillprep/scoring/head.json").read_text("utf-8"))
    return ScoringModel(encoder, remembered, head, encoder.name, encoder.sha256, infer=encoder.polarity)


@pytest.fixture(scope="module")
def golden(model: ScoringModel) -> list[Golden]:
    files = [AnswerFile.model_validate_json(json.dumps(yaml.safe_load(path.read_text("utf-8")))) for path in GOLDEN]
    found = [(question(file.question), answer) for file in files for answer in file.answers]
    return [Golden(asked, answer, scored(asked, answer.text, model)) for asked, answer in found]


def question(name: str) -> Question:
    content = yaml.safe_load(QUESTIONS[name].read_text("utf-8"))
    return Question.model_validate_json(json.dumps(content, default=str))


def scored(asked: Question, text: str, model: ScoringModel) -> Score:
    return score_answer(asked, text, asked.level, model, "test")


def test_few_labelled_points_are_called_missed(golden: list[Golden]) -> None:
    states = [
        point.state
        for one in golden
        for point in one.score.points
        if point.point_id in {label.id for label in one.answer.covered}
    ]
    assert states.count(PointState.MISSED) / len(states) <= 0.08


def test_most_labelled_points_are_found_and_few_others(golden: list[Golden]) -> None:
    found, wrong, labelled, others = 0, 0, 0, 0
    for one in golden:
        covered = {label.id for label in one.answer.covered}
        for point in one.score.points:
            made = point.state in MADE
            labelled, found = labelled + (point.point_id in covered), found + (made and point.point_id in covered)
            others, wrong = others + (point.point_id not in covered), wrong + (made and point.point_id not in covered)
    assert found / labelled >= 0.80
    assert wrong / others <= 0.20


def test_the_quoted_sentence_is_one_that_the_label_names(golden: list[Golden]) -> None:
    right, quoted = 0, 0
    for one in golden:
        named = {label.id: set(label.sentences) for label in one.answer.covered}
        for point in one.score.points:
            if point.evidence is not None and point.point_id in named:
                quoted += 1
                lines = range(point.evidence.first + 1, point.evidence.last + 2)
                right += bool(named[point.point_id].intersection(lines))
    assert right / quoted >= 0.85


def test_deleting_the_evidence_lowers_its_point(golden: list[Golden], model: ScoringModel) -> None:
    lower, tried = 0, 0
    for one in golden[::4]:
        for point in one.score.points:
            if point.state is PointState.COVERED and point.evidence is not None:
                span, text = point.evidence.span, one.answer.text
                rest = scored(one.asked, text[: span.start] + text[span.end :], model)
                tried += 1
                lower += next(p for p in rest.points if p.point_id == point.point_id).probability < point.probability
    assert lower / tried >= 0.9


def test_partial_answers_score_well_above_weak_ones(golden: list[Golden]) -> None:
    weak = [one.score.value or 0.0 for one in golden if one.answer.quality is Quality.WEAK]
    partial = [one.score.value or 0.0 for one in golden if one.answer.quality is Quality.PARTIAL]
    assert max(weak) < 0.3
    assert sum(partial) / len(partial) > 0.4


def test_filler_and_names_leave_a_golden_answer_where_it_was(golden: list[Golden], model: ScoringModel) -> None:
    one = golden[0]
    named = scored(one.asked, f"My name is Priya Sharma. {one.answer.text}", model).value
    filled = scored(one.asked, f"{one.answer.text} {' '.join(FILLER)}", model).value
    assert named == pytest.approx(one.score.value, abs=0.01)
    assert filled == pytest.approx(one.score.value, abs=0.03)


def test_the_same_answer_scores_the_same_in_batches_of_one(golden: list[Golden], model: ScoringModel) -> None:
    singly = replace(model, embed=lambda texts: np.concatenate([model.embed([text]) for text in texts]))
    assert scored(golden[0].asked, golden[0].answer.text, singly) == golden[0].score


@pytest.mark.parametrize("name", ["loan-model-card-review", "red-team-before-release", "nist-ai-rmf-on-a-feature"])
def test_a_model_answer_passes_at_its_level_and_the_next_questions_answer_does_not(
    name: str, model: ScoringModel
) -> None:
    asked, other = question(name), question("contain-the-forecaster")
    own = scored(asked, asked.model_answers[-1].text, model)
    assert own.value is not None
    assert own.value >= model.head.thresholds.passed
    assert GuardName.MODEL_ANSWER_PASTED in [guard.name for guard in own.guards]
    assert (scored(asked, other.model_answers[-1].text, model).value or 0.0) < 0.3
    assert [level.level for level in own.levels] == list(Level)
