"""Blueprints: what they accept, how they read, and what they say about a mistake."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from skillprep.bank.vocabulary import Level
from skillprep.errors import InvalidInputError
from skillprep.sets.blueprint import EXAMPLE, Blueprint
from skillprep.sets.read_blueprint import read_blueprint
from tests.sets.making import blueprint

YAML = """
title: Second interview
skills: {alpha: 3, beta: any}
levels:
  intermediate: {min: 2, max: 4}
kinds: {case: 50%}
questions: 6
minutes: 45
target: [-0.5, 0.5]
topics:
  - {tags: [bias, drift], at_least: 1}
forms: {count: 2, overlap: 1}
"""


def test_it_reads_what_people_write_and_writes_it_the_same() -> None:
    found = read_blueprint(YAML)
    assert (found.skills["alpha"].low, found.skills["alpha"].high) == (3, 3)
    assert found.skills["beta"].is_any
    assert (found.levels[Level.INTERMEDIATE].low, found.levels[Level.INTERMEDIATE].high) == (2, 4)
    assert found.minutes is not None
    assert (found.minutes.low, found.minutes.high) == (None, 45)
    written = found.model_dump(mode="json")
    assert written["skills"] == {"alpha": 3, "beta": "any"}
    assert written["kinds"] == {"case": "50%"}
    assert written["minutes"] == 45
    assert Blueprint.model_validate_json(found.model_dump_json()) == found


def test_the_example_is_one_in_python_and_in_json() -> None:
    assert Blueprint.model_validate(EXAMPLE) == Blueprint.model_validate_json(json.dumps(EXAMPLE))


def test_its_json_schema_takes_what_it_takes() -> None:
    schema = Blueprint.model_json_schema()
    validator = Draft202012Validator(schema)
    validator.check_schema(schema)
    assert validator.is_valid(EXAMPLE)
    assert validator.is_valid(read_blueprint(YAML).model_dump(mode="json"))
    assert not validator.is_valid(EXAMPLE | {"questions": "many"})
    assert not validator.is_valid(EXAMPLE | {"colour": "blue"})
    assert all(one.get("description") for name, one in schema["properties"].items() if name != "target")


@pytest.mark.parametrize(
    ("wishes", "words"),
    [
        ({"questions": None}, "Say how long the set may be"),
        ({"questions": {"min": 3}}, "Say how long the set may be"),
        ({"questions": 41}, "1 to 40 questions"),
        ({"questions": 0}, "1 to 40 questions"),
        ({"questions": "50%"}, "how many questions in all"),
        ({"minutes": "long"}, "how many minutes"),
        ({"skills": {"alpha": -1}}, "Say how many"),
        ({"skills": {"alpha": True}}, "Say how many"),
        ({"skills": {"alpha": "101%"}}, "Say how many"),
        ({"skills": {"alpha": {"min": 3, "max": 2}}}, "The minimum (3) is above the maximum (2)"),
        ({"skills": {"alpha": {}}}, "Say how many"),
        ({"skills": {"Not A Slug": 1}}, "pattern"),
        ({"levels": {"wizard": 1}}, "'beginner', 'intermediate' or 'advanced'"),
        ({"target": "wizard"}, "Name the level to measure best"),
        ({"target": [9]}, "Name the level to measure best"),
        ({"target": []}, "Name the level to measure best"),
        ({"must_have": ["one", "one"]}, "one is listed twice"),
        ({"must_have": ["one"], "must_not": ["one"]}, "both wanted and not wanted"),
        ({"topics": [{"tags": ["bias"], "at_least": 2}]}, "At least 2 of 1 topics"),
        ({"similarity_below": 1.5}, "less than or equal to 1"),
        ({"forms": {"count": 7}}, "less than or equal to 6"),
        ({"title": " x "}, "at least 3 characters"),
        ({"colour": "blue"}, "Extra inputs are not permitted"),
    ],
)
def test_it_says_what_is_wrong(wishes: dict[str, Any], words: str) -> None:
    with pytest.raises(ValidationError) as caught:
        blueprint(**wishes)
    assert any(words in one["msg"] for one in caught.value.errors())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("title: A test\nquestions: many\n", "Line 2: questions: Say how many questions in all"),
        ("title: A test\nquestions: 4\nskills:\n  alpha: few\n", "Line 4: skills.alpha: Say how many"),
        ("title: A test\nquestions: [1\n", "Not YAML"),
        ("- one\n- two\n", "A blueprint is a list of wishes"),
        ("", "empty"),
        ("title: &x A\nquestions: 4\n", "Anchors"),
    ],
)
def test_a_text_is_refused_with_the_line(text: str, words: str) -> None:
    with pytest.raises(InvalidInputError, match=words):
        read_blueprint(text)
