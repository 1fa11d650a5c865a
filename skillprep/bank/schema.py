"""JSON Schema 2020-12 of each kind of file, generated from the models, for editors and for tests."""

import json

from pydantic.json_schema import GenerateJsonSchema

from skillprep.bank.kinds import KINDS, FileKind

_HOME = "https://skillprep.example/schema"
"""Only a name: no editor has to fetch it, since the files point at the schema beside them."""


def schemas() -> dict[str, str]:
    """Text of each schema by file name, the same on every run."""
    return {_file_name(kind): _schema_text(kind) for kind in KINDS.values()}


def _file_name(kind: FileKind) -> str:
    return f"{kind.schema_name}.schema.json"


def _schema_text(kind: FileKind) -> str:
    schema = kind.model.model_json_schema(mode="validation")
    schema["$schema"] = GenerateJsonSchema.schema_dialect
    schema["$id"] = f"{_HOME}/{_file_name(kind)}"
    schema["title"] = f"SkillPrep {kind.schema_name} file"
    return json.dumps(schema, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
