"""Server-rendered pages: one file per area, each with its own flat Blueprint."""

from flask import Flask

from skillprep.web import errors
from skillprep.web.about import about
from skillprep.web.account import account
from skillprep.web.addresses import IdConverter, PositionConverter
from skillprep.web.appearance import appearance
from skillprep.web.bank_quality import bank_quality
from skillprep.web.careers import careers
from skillprep.web.drafts import drafts
from skillprep.web.frame import furnish
from skillprep.web.glossary import glossary
from skillprep.web.history import history
from skillprep.web.home import home
from skillprep.web.practise import practise
from skillprep.web.projects import projects
from skillprep.web.questions import questions
from skillprep.web.results import results
from skillprep.web.review import review
from skillprep.web.search import search
from skillprep.web.security import protect
from skillprep.web.sets import sets
from skillprep.web.sittings import sittings
from skillprep.web.skills import skills
from skillprep.web.tools import tools
from skillprep.web.turns import turns

AREAS = (
    home,
    practise,
    sittings,
    turns,
    drafts,
    results,
    history,
    review,
    sets,
    skills,
    questions,
    projects,
    tools,
    glossary,
    careers,
    search,
    account,
    about,
    bank_quality,
    appearance,
)


def register(app: Flask) -> None:
    """Add every page, its helpers, its headers and its error pages to the app."""
    app.url_map.converters.update(id=IdConverter, position=PositionConverter)
    furnish(app)
    protect(app)
    errors.register(app)
    for area in AREAS:
        app.register_blueprint(area)
