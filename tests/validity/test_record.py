"""One line of somebody's own data."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillprep.errors import InvalidInputError
from skillprep.validity.record import as_question, read_record
from tests.validity.making import as_bytes, line


def refusal(record: object) -> str:
    with pytest.raises(InvalidInputError) as refused:
        read_record(as_bytes(record))
    return str(refused.value)


def with_point(**changes: Any) -> dict[str, Any]:
    return line(points=[{"id": "p1", "statement": "Compares a metric between groups.", **changes}])


def test_a_full_record_is_read() -> None:
    record = read_record(as_bytes({**with_point(label=1, phrasings=["By group."], weight=2), "score": 3, "group": "n"}))
    assert (record.score, record.group, record.points[0].label, record.points[0].weight) == (3.0, "n", 1, 2.0)


def test_optional_keys_may_be_missing_or_null() -> None:
    bare = read_record(as_bytes(line(points=[{"id": "p1", "statement": "Compares."}])))
    assert (bare.score, bare.group, bare.points[0].label, bare.points[0].phrasings) == (None, None, None, ())
    null = read_record(as_bytes({**with_point(label=None), "score": None, "group": None}))
    assert (null.score, null.group, null.points[0].label) == (None, None, None)


@pytest.mark.parametrize(("written", "meant"), [(0, 0), (1, 1), (1.0, 1), (0.0, 0), (True, 1), (False, 0)])
def test_a_label_may_be_written_as_tables_write_it(written: object, meant: int) -> None:
    assert read_record(as_bytes(with_point(label=written))).points[0].label == meant


def test_whole_numbers_are_names() -> None:
    record = read_record(as_bytes({**with_point(id=7), "id": 17, "group": 2026}))
    assert (record.id, record.group, record.points[0].id) == ("17", "2026", "7")


def test_an_unknown_key_is_refused_with_the_one_that_was_meant() -> None:
    assert "unknown key 'lable'; did you mean 'label'?" in refusal(with_point(lable=1))
    assert "a line may have id, question, answer, points, score, group" in refusal(line(text="x"))
    assert "\x1b" not in refusal(line(**{"\x1b[31mred": 1}))


@pytest.mark.parametrize("key", ["id", "question", "answer", "points"])
def test_a_missing_key_is_named(key: str) -> None:
    assert refusal(line(**{key: ...})) == f"{key} is missing"


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        (line(answer=5), "answer: "),
        (line(answer="x" * 20_001), "answer: "),
        (line(answer="a\x00b"), "control character"),
        (line(answer="\ud800"), "control character"),
        (line(id=""), "id: "),
        (line(id=True), "id: "),
        (line(id=1.5), "id: "),
        (line(question=" ?! "), "question: must have words"),
        (line(points=[]), "points: "),
        (line(points={}), "points: "),
        (line(points=[3]), "points[1]: "),
        (line(points=[{"id": "p"}]), "points[1].statement is missing"),
        (line(points=[{"id": "p", "statement": "A a"}] * 2), "two points have the id 'p'"),
        (line(points=[{"id": f"p{n}", "statement": "A a"} for n in range(51)]), "points: "),
        (line(score="3"), "score: "),
        (line(score=True), "score: "),
        (line(score=1e10), "score: "),
        (line(group=["a"]), "group: "),
        (with_point(label=2), "points[1].label: must be 0 (not made), 1 (made) or null"),
        (with_point(label="1"), "points[1].label: must be 0"),
        (with_point(phrasings="one"), "points[1].phrasings: "),
        (with_point(phrasings=["ok ok", ""]), "points[1].phrasings[2]: must have words"),
        (with_point(weight=0), "points[1].weight: "),
    ],
)
def test_a_wrong_value_is_refused_with_its_place(record: dict[str, Any], reason: str) -> None:
    assert reason in refusal(record)


def test_texts_are_kept_to_the_letter_so_that_offsets_stay_true() -> None:
    answer = "  One.\r\nTwo \ufb01nds.  "
    assert read_record(as_bytes(line(answer=answer))).answer == answer


def test_the_points_become_those_of_a_question_that_expects_all_of_them() -> None:
    record = read_record(as_bytes(with_point(phrasings=["By group."], weight=2)))
    question = as_question(record)
    assert question.prompt == record.question
    assert [(one.id, one.phrasings, one.weight) for one in question.points_at(question.level)] == [
        ("p1", ("By group.",), 2.0)
    ]
    assert (question.pitfalls, question.model_answers) == ((), ())


values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=8), inner, max_size=3)),
    max_leaves=6,
)
keys = st.sampled_from(["id", "question", "answer", "points", "score", "group", "label", "other"])
point_values = st.dictionaries(st.sampled_from(["id", "statement", "phrasings", "label", "weight", "x"]), values)


@given(st.dictionaries(keys, values), st.lists(point_values, max_size=2))
def test_any_values_make_a_record_or_a_sentence(changes: dict[str, Any], points: list[dict[str, Any]]) -> None:
    said = ""
    try:
        read_record(json.dumps({**line(points=points or ...), **changes}).encode())
    except InvalidInputError as error:
        said = str(error)
    assert said.isprintable()
