"""The JSON Schemas: valid, stable, agreeing with the models about good and bad files."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from skillprep.bank.schema import schemas
from skillprep.bank.schema_files import stale_schemas, write_schemas
from tests.bank import content

GOOD = {
    "question": content.question(),
    "skill": content.skill(),
    "project": content.project(),
    "career": content.career(),
    "tools": content.tools(),
    "glossary": content.glossary(),
    "answers": content.answers(),
    "exceptions": {
        "accepted": [
            {"check": "hard-to-read", "subject": "x: prompt", "reason": "The law's own words are quoted here."}
        ]
    },
}


def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads(schemas()[f"{name}.schema.json"]))


def test_there_is_a_schema_for_each_kind_of_file() -> None:
    assert set(schemas()) == {f"{name}.schema.json" for name in GOOD}


@pytest.mark.parametrize("name", GOOD)
def test_a_schema_is_valid_and_names_itself(name: str) -> None:
    text = schemas()[f"{name}.schema.json"]
    schema: dict[str, Any] = json.loads(text)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"].endswith(f"/{name}.schema.json")
    assert name in schema["title"]
    assert list(schema) == sorted(schema)
    assert text.endswith("}\n")


@pytest.mark.parametrize("name", GOOD)
def test_a_schema_takes_a_good_file_and_refuses_an_unknown_key(name: str) -> None:
    validator(name).validate(GOOD[name])
    with pytest.raises(ValidationError, match="surprise"):
        validator(name).validate(GOOD[name] | {"surprise": 1})


@pytest.mark.parametrize(
    "change", [{"id": "Not A Slug"}, {"level": "expert"}, {"minutes": 0}, {"points": []}, {"sources": []}]
)
def test_the_question_schema_refuses_what_the_model_refuses(change: dict[str, object]) -> None:
    assert not validator("question").is_valid(content.question() | change)


def test_schemas_are_the_same_on_every_run() -> None:
    assert schemas() == schemas()


def test_stale_schemas_are_found_and_written(tmp_path: Path) -> None:
    folder = tmp_path / "schema"
    assert len(write_schemas(folder)) == len(GOOD)
    assert stale_schemas(folder) == []
    changed = folder / "skill.schema.json"
    changed.write_text("{}")
    assert stale_schemas(folder) == [changed]
    assert write_schemas(folder) == [changed]
    assert write_schemas(folder) == []
