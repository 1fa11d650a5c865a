"""/glossary: the terms that the guides link to."""

from itertools import groupby

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from skillprep.http import Who, access, services

glossary = Blueprint("glossary", __name__)


@glossary.get("/glossary")
@access(Who.ANYBODY)
def show() -> ResponseReturnValue:
    """Every term, by first letter."""
    terms = services().bank.terms_in_order()
    by_letter = {letter: list(group) for letter, group in groupby(terms, key=lambda term: term.term[0].upper())}
    return render_template("glossary.html", terms=terms, by_letter=by_letter)
