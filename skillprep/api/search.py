"""/search: the whole bank by meaning and by word."""

from flask import Response

from skillprep.api.reply import as_json, gives, scope
from skillprep.api.resource import resource
from skillprep.api.shapes.search import SearchResults, SearchTerms, results_of
from skillprep.http import Who, access, services
from skillprep.semantic.search import SearchQuery

search = resource("search", "Find questions, guides, projects, tools, glossary terms and careers.")


@search.get("/search", responses={200: gives(SearchResults, "The best hits.")}, security=scope("bank:read"))
@access(Who.KEY, "bank:read")
def search_bank(query: SearchTerms) -> Response:
    """Search the bank by meaning and by word."""
    wanted = SearchQuery(query.q, frozenset(query.kind), query.skill, query.level, query.limit)
    return as_json(results_of(services().search.find(wanted)))
