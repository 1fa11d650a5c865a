"""JSON under /api/v1: one file per resource; shapes/ holds what goes in and out, problem.py what goes wrong."""

from typing import Any

from flask_openapi3.openapi import OpenAPI
from flask_wtf import CSRFProtect

from skillprep.api.addresses import CONVERTERS
from skillprep.api.answers import answers
from skillprep.api.docs import publish
from skillprep.api.failures import handle_failures
from skillprep.api.problem import problem_response, validation_problem
from skillprep.api.question_sets import question_sets
from skillprep.api.questions import questions
from skillprep.api.reviews import reviews
from skillprep.api.scores import scores
from skillprep.api.search import search
from skillprep.api.sittings import sittings
from skillprep.api.skills import skills

__all__ = ["RESOURCES", "SECURITY_SCHEMES", "problem_response", "register", "validation_problem"]

SECURITY_SCHEMES: dict[str, Any] = {
    "key": {
        "type": "http",
        "scheme": "bearer",
        "bearerFormat": "sp_live_<id>_<secret>",
        "description": "A key of your organisation, made with `skillprep key create`. It carries the scopes "
        "bank:read, sittings:read, sittings:write, sets:read and sets:write, or some of them.",
    }
}

RESOURCES = (skills, questions, sittings, answers, scores, reviews, question_sets, search)


def register(app: OpenAPI, csrf: CSRFProtect) -> None:
    """Mount every resource. Call it after the pages, so that their error handlers keep answering for pages."""
    app.url_map.converters.update(CONVERTERS)
    for resource in RESOURCES:
        # A key in a header is not sent by a browser on its own, and the session cookie is never read here.
        csrf.exempt(resource)
        app.register_api(resource)
    publish(app)
    handle_failures(app)
