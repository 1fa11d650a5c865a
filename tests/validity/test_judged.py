"""What is written for each record."""

import pytest

from skillprep.scoring.score import score_answer
from skillprep.scoring.values import GuardName, PointState
from skillprep.validity.judged import JudgedAnswer, judged_answer
from skillprep.validity.record import Record, as_question, read_record
from tests.scoring.making import HASHING
from tests.validity.making import as_bytes, line

ANSWER = "Café first.\r\nThen I compared a metric between the groups with Fairlearn, because the gap had to be seen."


def judge(record: Record) -> JudgedAnswer:
    question = as_question(record)
    return judged_answer(3, record, score_answer(question, record.answer, question.level, HASHING, "none"))


def test_the_evidence_stands_in_the_answer_at_the_offsets_given() -> None:
    record = read_record(as_bytes(line(answer=ANSWER)))
    quote = judge(record).points[0].evidence
    assert quote is not None
    assert ANSWER[quote.start : quote.end] == quote.text
    assert "compared a metric between the groups" in quote.text


def test_what_people_said_stands_beside_it() -> None:
    points = [{"id": "p", "statement": "Compares a metric.", "label": 0}, {"id": "q", "statement": "Asks a person."}]
    judged = judge(read_record(as_bytes(line(points=points, score=3, group="north"))))
    assert (judged.line, judged.id, judged.given, judged.group) == (3, "a1", 3.0, "north")
    assert [(point.id, point.label) for point in judged.points] == [("p", 0), ("q", None)]


def test_the_score_is_the_weighted_share_of_the_points_made() -> None:
    made, missed = "Compares a metric between the groups with Fairlearn.", "Bakes bread in a wooden oven on Sundays."
    points = [{"id": "made", "statement": made, "weight": 3}, {"id": "missed", "statement": missed}]
    judged = judge(read_record(as_bytes(line(answer=made + " " + ANSWER, points=points))))
    assert [point.state for point in judged.points] == [PointState.COVERED, PointState.MISSED]
    assert judged.score == pytest.approx(0.75)


def test_an_answer_in_another_language_gets_no_score_but_a_flag_and_the_reason() -> None:
    german = "Ich habe die Daten mit dem Team geprüft und für die Gruppen eine Metrik berechnet, die nicht gut war."
    judged = judge(read_record(as_bytes(line(answer=german))))
    assert (judged.score, judged.flagged) == (None, True)
    assert [guard.name for guard in judged.guards] == [GuardName.OTHER_LANGUAGE]


def test_it_is_written_as_json_and_read_back_the_same() -> None:
    judged = judge(read_record(as_bytes(line(answer=ANSWER))))
    assert JudgedAnswer.model_validate_json(judged.model_dump_json()) == judged
