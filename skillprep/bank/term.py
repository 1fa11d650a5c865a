"""glossary.yaml: the terms that the prose links to."""

from typing import Annotated

from pydantic import Field, HttpUrl

from skillprep.bank.vocabulary import Line, Slug, Strict


class Term(Strict):
    """A glossary entry."""

    id: Slug
    term: Line
    definition: Annotated[str, Field(min_length=30, max_length=600)]
    also: Annotated[tuple[Line, ...], Field(max_length=6, description="other names, abbreviations")] = ()
    see: Annotated[tuple[Slug, ...], Field(max_length=6, description="ids of related terms")] = ()
    url: HttpUrl | None = None


class GlossaryFile(Strict):
    """The whole of glossary.yaml."""

    terms: Annotated[tuple[Term, ...], Field(min_length=1, max_length=1000)]
