"""What is fitted once and kept as JSON beside the code: the head, and the judges of a story and of single sentences."""

import hashlib
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field


class Artefact(BaseModel):
    """Read it by `from_json`, which names it by its hash; write it without its `sha256`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    sha256: Annotated[str, Field(description="of the artefact's own text; empty inside the artefact")] = ""

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read the artefact. Its hash is taken over the text without blanks around it: a final newline is harmless."""
        digest = hashlib.sha256(text.strip().encode()).hexdigest()
        return cls.model_validate_json(text).model_copy(update={"sha256": digest})
