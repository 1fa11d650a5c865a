"""What was found in the bank."""

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field

from skillprep.api.shapes.shape import LevelName, Shape, cleaned
from skillprep.semantic.search import QUERY_CHARACTERS, Hit, SearchResult

FoundKind = Literal["question", "skill", "project", "tool", "term", "career"]

EXAMPLE: dict[str, Any] = {
    "hits": [
        {
            "kind": "skill",
            "id": "responsible-deployment",
            "title": "Responsible deployment",
            "snippet": "Bring systems into use so that those affected are treated fairly.",
            "score": 0.032,
            "skill": "responsible-deployment",
            "level": None,
        }
    ],
    "total": 1,
    "counts": {"skill": 1},
    "by_meaning": True,
}


class SearchTerms(Shape):
    """What to look for."""

    q: Annotated[
        str,
        cleaned(QUERY_CHARACTERS),
        Field(
            min_length=1,
            max_length=QUERY_CHARACTERS,
            description="words, or a question",
            json_schema_extra={"example": "fairness audit"},
        ),
    ]
    kind: Annotated[
        list[FoundKind],
        Field(default_factory=list, max_length=6, description="only these kinds; repeat it for several"),
    ]
    skill: Annotated[str | None, Field(max_length=60, description="only what belongs to this skill's id")] = None
    level: Annotated[LevelName | None, Field(description="only what is for this level")] = None
    limit: Annotated[int, Field(strict=False, ge=1, le=100, description="at most this many")] = 20


class Found(Shape):
    """Something found."""

    kind: FoundKind
    id: str
    title: str
    snippet: Annotated[str, Field(description="its own words")]
    score: Annotated[float, Field(description="higher is closer; comparable within one result only")]
    skill: Annotated[str | None, Field(description="the id of the skill it belongs to")]
    level: str | None


class SearchResults(Shape):
    """The best hits."""

    model_config = ConfigDict(json_schema_extra={"example": EXAMPLE})

    hits: Annotated[tuple[Found, ...], Field(description="best first")]
    total: Annotated[int, Field(description="how many fit, beyond the limit too")]
    counts: Annotated[dict[str, int], Field(description="how many of each kind, before the filter on kinds")]
    by_meaning: Annotated[bool, Field(description="false while the model is not ready: only words were compared")]


def results_of(result: SearchResult) -> SearchResults:
    """The result as JSON has it."""
    return SearchResults(
        hits=tuple(found_of(hit) for hit in result.hits),
        total=result.total,
        counts=result.counts,
        by_meaning=result.by_meaning,
    )


def found_of(hit: Hit) -> Found:
    """One hit."""
    return Found(
        kind=hit.kind,  # type: ignore[arg-type]  # a test holds FoundKind against the kinds of the search
        id=hit.id,
        title=hit.title,
        snippet=hit.snippet,
        score=hit.score,
        skill=hit.skill_id,
        level=hit.level,
    )
