"""A score that left the program as JSON, read back: what `skillprep score --json` prints and what the API returns."""

import json
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from skillprep.errors import InvalidInputError
from skillprep.scoring.values import Score

MOST_CHARACTERS = 5_000_000
Json = dict[str, Any]


@dataclass(frozen=True)
class Exported:
    """The score, the answer's text where the file carries it, and the quotes that are not that text's own words.

    `only_hits`: pitfalls the answer does not fall into were left out, as the API does.
    """

    score: Score
    text: str | None = None
    only_hits: bool = False
    false_quotes: tuple[str, ...] = ()


def read_exported(unverified: str) -> Exported:
    """Read it. Raises InvalidInputError that says what is missing."""
    found = read_object(unverified)
    if "receipt" not in found:
        raise InvalidInputError(
            "There is no receipt in it. A receipt is what `skillprep score --json` prints, or the JSON of a score from"
            " the API."
        )
    is_report = "answer" in found
    try:
        score = Score.model_validate_json(json.dumps(of_report(found) if is_report else found))
    except (ValidationError, TypeError, KeyError, AttributeError) as error:
        raise InvalidInputError(f"It is no score of this version of SkillPrep: {first_problem(error)}.") from error
    if not is_report:
        return Exported(score)
    text = found["answer"].get("text") if isinstance(found["answer"], dict) else None
    if not isinstance(text, str):
        raise InvalidInputError("It is no score from the API: its `answer` has no `text`.")
    return Exported(score, text, only_hits=True, false_quotes=tuple(false_quotes(found, text)))


def read_object(unverified: str) -> Json:
    """The JSON object of a text."""
    if len(unverified) > MOST_CHARACTERS:
        raise InvalidInputError(f"It has more than {MOST_CHARACTERS:,} characters, so it is no score.")
    try:
        found = json.loads(unverified)
    except (ValueError, RecursionError) as error:
        raise InvalidInputError(f"It is not JSON: {error}.") from error
    if not isinstance(found, dict):
        raise InvalidInputError("It is JSON, but not an object with a receipt.")
    return found


def of_report(report: Json) -> Json:
    """The API's report as the score it was made from; what the bank says about points is left aside."""
    kept = {name: value for name, value in report.items() if name in Score.model_fields}
    points = [evidence_of(one) | {"point_id": one["id"]} for one in report["points"]]
    pitfalls = [evidence_of(one) | {"pitfall_id": one["id"], "hit": True} for one in report["pitfalls"]]
    named = ("point_id", "pitfall_id", "hit", "probability", "contribution", "deduction", "state", "denied", "evidence")
    return kept | {
        "points": [{name: one[name] for name in named if name in one} for one in points],
        "pitfalls": [{name: one[name] for name in named if name in one} for one in pitfalls],
    }


def evidence_of(part: Json) -> Json:
    """A point or pitfall with its quote as a place in the answer."""
    quote = part["evidence"]
    if quote is None:
        return part
    place = {"first": quote["first"], "last": quote["last"], "span": {"start": quote["start"], "end": quote["end"]}}
    return part | {"evidence": place}


def false_quotes(report: Json, text: str) -> list[str]:
    """Ids of the points and pitfalls whose quote does not stand in the answer where it says."""
    quoted = [(one["id"], one["evidence"]) for one in (*report["points"], *report["pitfalls"]) if one["evidence"]]
    return [one for one, quote in quoted if quote.get("text") != text[quote["start"] : quote["end"]]]


def first_problem(error: Exception) -> str:
    """Where it is wrong, in words."""
    if isinstance(error, ValidationError):
        found = error.errors(include_url=False, include_input=False)[0]
        return f"{'.'.join(str(part) for part in found['loc'])}: {found['msg'].lower()}"
    return f"{error} is missing" if isinstance(error, KeyError) else str(error)
