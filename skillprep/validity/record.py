"""One line of somebody's own data: a question, an answer, the points it should make, and what people said of it."""

import difflib
from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from skillprep.bank.question import Point, Question
from skillprep.bank.vocabulary import Kind, Level, Status
from skillprep.errors import InvalidInputError
from skillprep.text import checked
from skillprep.validity.read_json import read_object

ANSWER_CHARACTERS = 20_000
LARGEST_SCORE = 1e9


def storable(text: str) -> str:
    """The text as it is, so that offsets into it stay true, if it holds nothing that cannot be stored."""
    try:
        checked(text, "", ANSWER_CHARACTERS)
    except InvalidInputError as error:
        raise ValueError(str(error)) from None
    return text


def wordy(text: str) -> str:
    """The text, if there is a letter in it."""
    if not any(map(str.isalpha, text)):
        raise ValueError("must have words in it")
    return text


def named(value: object) -> object:
    """A name; whole numbers are names too."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def judged(value: object) -> object:
    """What a person said of a point; tables often write 1.0 or true for 1."""
    if value is None or (isinstance(value, int | float) and value in (0, 1)):
        return None if value is None else int(value)
    raise ValueError("must be 0 (not made), 1 (made) or null (nobody said)")


Text = Annotated[str, AfterValidator(storable)]
Name = Annotated[Text, BeforeValidator(named), Field(min_length=1, max_length=200)]
Expected = Annotated[Text, AfterValidator(wordy), Field(max_length=1_000)]
Weight = Annotated[float, Field(gt=0, le=1_000, allow_inf_nan=False)]
Given = Annotated[float, Field(ge=-LARGEST_SCORE, le=LARGEST_SCORE, allow_inf_nan=False)]


class Part(BaseModel):
    """Unknown keys are refused, types are never coerced, values never change."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class RecordPoint(Part):
    """A point the answer may make, and whether a person says that it does: 1, 0, or None for nobody said."""

    id: Name
    statement: Expected
    phrasings: Annotated[tuple[Expected, ...], Field(strict=False, max_length=20)] = ()
    label: Annotated[int | None, BeforeValidator(judged)] = None
    weight: Weight = 1.0


class Record(Part):
    """An answer to judge. `score` is what a person gave, on whatever scale; `group` is what to compare means by."""

    id: Name
    question: Annotated[Text, AfterValidator(wordy), Field(max_length=4_000)]
    answer: Annotated[Text, Field(max_length=ANSWER_CHARACTERS)]
    points: Annotated[tuple[RecordPoint, ...], Field(strict=False, min_length=1, max_length=50)]
    score: Given | None = None
    group: Name | None = None

    @model_validator(mode="after")
    def ids_once(self) -> Self:
        """Two points with one id could not be told apart in the results."""
        ids = [point.id for point in self.points]
        if twice := next((one for one in ids if ids.count(one) > 1), None):
            raise ValueError(f"two points have the id {twice!r}")
        return self


def read_record(line: bytes) -> Record:
    """The record on the line. Raises InvalidInputError with a sentence that names the key to change."""
    unverified = read_object(line)
    try:
        return Record.model_validate(unverified)
    except ValidationError as error:
        raise InvalidInputError(sentence(error.errors(include_url=False)[0])) from None


def sentence(error: Mapping[str, Any]) -> str:
    """The first thing that is wrong, in words."""
    *parents, last = error["loc"] or ("",)
    if error["type"] == "extra_forbidden":
        return unknown_key(last, RecordPoint if parents else Record)
    place = place_name(error["loc"])
    if error["type"] == "missing":
        return f"{place} is missing"
    message = error["msg"].removeprefix("Value error, ")
    return f"{place}: {message[:1].lower()}{message[1:]}" if place else message


def place_name(path: tuple[str | int, ...]) -> str:
    """'points[2].label', counting from 1."""
    parts = (f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path)
    return "".join(parts).removeprefix(".")


def unknown_key(unverified_key: str | int, model: type[BaseModel]) -> str:
    """A sentence with the key that was probably meant, and all there are."""
    key, known = str(unverified_key)[:60], list(model.model_fields)
    meant = difflib.get_close_matches(key, known, n=1)
    hint = f"; did you mean {meant[0]!r}?" if meant else ""
    owner = "a point" if model is RecordPoint else "a line"
    return f"unknown key {key!r}{hint} ({owner} may have {', '.join(known)})"


def as_question(record: Record) -> Question:
    """The record's points as a question's, all expected at the beginner's level; no pitfalls, no model answer.

    Built without the checks of a question file: somebody's own points may be fewer, shorter and without phrasings.
    """
    points = tuple(
        Point.model_construct(
            id=one.id,
            statement=one.statement,
            phrasings=one.phrasings,
            weight=one.weight,
            expected_from=Level.BEGINNER,
            advice="",
        )
        for one in record.points
    )
    return Question.model_construct(  # type: ignore[call-arg]
        id=record.id,
        version=1,
        status=Status.READY,
        level=Level.BEGINNER,
        kind=Kind.CASE,
        prompt=record.question,
        points=points,
        pitfalls=(),
        model_answers=(),
    )
