"""exceptions.yaml: findings of the bank's report that were looked at and accepted, each with its reason."""

from typing import Annotated

from pydantic import Field

from skillprep.bank.vocabulary import Slug, Strict


class AcceptedFinding(Strict):
    """One finding, named by check and subject as the report prints them."""

    check: Slug
    subject: Annotated[str, Field(min_length=2, max_length=200)]
    reason: Annotated[str, Field(min_length=20, max_length=400)]


class ExceptionFile(Strict):
    """The whole of exceptions.yaml."""

    accepted: Annotated[tuple[AcceptedFinding, ...], Field(max_length=500)] = ()
