"""How much of something a blueprint asks for, written as people write it: 3, {min: 2, max: 4}, 50 % or any."""

import re
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler, model_serializer, model_validator
from pydantic_core import CoreSchema, PydanticCustomError

MOST = 1000
SHARE = re.compile(r"(\d{1,3}(?:\.\d+)?)\s?%")


class Amount(BaseModel):
    """A number, a range, a share of the whole set in [0, 1], or anything (all three None)."""

    model_config = ConfigDict(frozen=True, strict=True)
    expected: ClassVar[str] = "Say how many: a number (3), a range ({min: 2, max: 4}), a share ('50%') or any."

    low: int | None = None
    high: int | None = None
    share: float | None = None

    @model_validator(mode="before")
    @classmethod
    def read(cls, value: Any) -> Any:
        """What was written as bounds. Raises PydanticCustomError in words."""
        if isinstance(value, cls):
            return {"low": value.low, "high": value.high, "share": value.share}
        found = cls.bounds(value)
        if found is None:
            raise PydanticCustomError("amount", "{words}", {"words": cls.expected})
        low, high = found.get("low"), found.get("high")
        if low is not None and high is not None and low > high:
            raise PydanticCustomError(
                "amount", "The minimum ({low}) is above the maximum ({high}).", {"low": low, "high": high}
            )
        return found

    @classmethod
    def bounds(cls, value: Any) -> dict[str, Any] | None:
        """The bounds that a written amount stands for, or None when it is none."""
        if value == "any":
            return {}
        if is_count(value):
            return cls.single(value)
        if isinstance(value, str) and (found := SHARE.fullmatch(value)) and float(found[1]) <= 100:
            return {"share": float(found[1]) / 100}
        is_range = isinstance(value, dict) and value and set(value) <= {"min", "max"}
        if is_range and all(is_count(one) for one in value.values()):
            return {"low": value.get("min"), "high": value.get("max")}
        return None

    @classmethod
    def single(cls, value: int) -> dict[str, Any]:
        """What a bare number means."""
        return {"low": value, "high": value}

    @property
    def is_any(self) -> bool:
        """Whether it asks for nothing."""
        return self.low is None and self.high is None and self.share is None

    @model_serializer
    def write(self) -> Any:
        """The same as people write it."""
        if self.share is not None:
            return f"{self.share * 100:g}%"
        if self.is_any:
            return "any"
        if self.low == self.high:
            return self.low
        return {name: one for name, one in (("min", self.low), ("max", self.high)) if one is not None}

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """The written forms."""
        count = {"type": "integer", "minimum": 0, "maximum": MOST}
        span = {"type": "object", "properties": {"min": count, "max": count}, "additionalProperties": False}
        return {"description": cls.expected, "anyOf": [count, {**span, "minProperties": 1}, *cls.other_schemas()]}

    @classmethod
    def other_schemas(cls) -> list[dict[str, Any]]:
        """The written forms beside a number and a range."""
        return [{"type": "string", "pattern": r"^\d{1,3}(\.\d+)?\s?%$"}, {"const": "any"}]


class Count(Amount):
    """A number or a range; a share of the whole would say nothing about the whole."""

    expected: ClassVar[str] = "Say how many questions in all: a number (6) or a range ({min: 5, max: 7})."

    @classmethod
    def bounds(cls, value: Any) -> dict[str, Any] | None:
        """A number or a range."""
        return None if isinstance(value, str) else super().bounds(value)

    @classmethod
    def other_schemas(cls) -> list[dict[str, Any]]:
        """None."""
        return []


class Span(Count):
    """Minutes: a bare number is the most there is time for."""

    expected: ClassVar[str] = "Say how many minutes: the most there is time for (45) or a range ({min: 30, max: 45})."

    @classmethod
    def single(cls, value: int) -> dict[str, Any]:
        """At most so many."""
        return {"high": value}

    @model_serializer
    def write(self) -> Any:
        """A bare number for the most, else a range."""
        if self.low is None:
            return self.high
        return {name: one for name, one in (("min", self.low), ("max", self.high)) if one is not None}


def is_count(value: Any) -> bool:
    """Whether a value is a whole number that could count something."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST
