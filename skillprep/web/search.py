"""/search: over questions, guides, projects, tools, careers and glossary, by meaning and by word."""

from typing import Any

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from skillprep.bank.vocabulary import Level
from skillprep.errors import InvalidInputError
from skillprep.http import Who, access, services
from skillprep.semantic.search import QUERY_CHARACTERS, Hit, SearchQuery
from skillprep.text import checked

search = Blueprint("search", __name__)

KINDS = {
    "question": ("question", "questions"),
    "skill": ("guide", "guides"),
    "project": ("project", "projects"),
    "tool": ("tool", "tools"),
    "term": ("term", "terms"),
    "career": ("career", "careers"),
}
IDEAS = ("fairness metrics", "who signs off a launch", "red teaming", "model card", "privacy in training data")
LIMIT = 20


@search.get("/search")
@access(Who.ANYBODY)
def show() -> ResponseReturnValue:
    """The form, and what it found. Every search is an address that can be kept."""
    query = query_from()
    found = services().search.find(query) if query.text else None
    return render_template(
        "search.html",
        query=query,
        found=found,
        kinds=KINDS,
        levels=list(Level),
        skills=services().bank.skills_in_order(),
        ideas=IDEAS,
        address=address,
        longest=QUERY_CHARACTERS,
    )


def query_from() -> SearchQuery:
    """What the address asks for. Unknown filters are dropped, so that old links still find something."""
    text = request.args.get("q", "").strip()
    if len(text) > QUERY_CHARACTERS:
        raise InvalidInputError(f"Search for at most {QUERY_CHARACTERS} characters: a few words find most.", "q")
    bank, level = services().bank, request.args.get("level", "")
    skill = request.args.get("skill", "")
    return SearchQuery(
        text=checked(text, "q", QUERY_CHARACTERS),
        kinds=frozenset(request.args.getlist("kind")) & KINDS.keys(),
        skill_id=skill if skill in bank.skills else None,
        level=level if level in list(Level) else None,
        limit=LIMIT,
    )


def address(hit: Hit) -> str:
    """The page of something found."""
    if hit.kind == "term":
        return url_for("glossary.show", _anchor=hit.id)
    value: dict[str, Any] = {f"{hit.kind}_id": hit.id}
    return url_for(f"{hit.kind}s.show", **value)
