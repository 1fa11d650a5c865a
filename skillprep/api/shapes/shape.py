"""The root of everything that goes in and out, and field types that several shapes share."""

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from skillprep.bank.vocabulary import Kind, Level
from skillprep.errors import InvalidInputError
from skillprep.semantic.documents import plain
from skillprep.text import checked


class Shape(BaseModel):
    """A JSON object: unknown members are refused, types are never coerced, values never change."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


LevelName = Annotated[Level, Field(strict=False, description="career level")]
"""Strict mode would refuse the level's name, which is all that JSON and query strings can send."""

KindName = Annotated[Kind, Field(strict=False, description="sort of question")]


def cleaned(max_characters: int) -> BeforeValidator:
    """Holds text from outside to the same rules as the forms of the pages."""

    def clean(value: Any) -> Any:
        """Checked before pydantic sees it, whose message for half a character explains nothing."""
        if not isinstance(value, str):
            return value
        try:
            return checked(value, "", max_characters)
        except InvalidInputError as error:
            raise PydanticCustomError("text", "{problem}", {"problem": str(error)}) from error

    return BeforeValidator(clean)


CandidateName = Annotated[
    str, cleaned(200), Field(max_length=200, description="your own name for the candidate; a pseudonym will do")
]


def without_links(value: Any) -> Any:
    """JSON of the bank with its glossary links replaced by the words they show."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, dict):
        return {name: without_links(item) for name, item in value.items()}
    return [without_links(item) for item in value] if isinstance(value, list) else value
