"""/openapi.json and /docs: the API described for programs and for people."""

import base64
import hashlib
from itertools import groupby
from typing import Any

from flask import Response, current_app
from flask_openapi3.models.schema import Schema
from flask_openapi3.openapi import OpenAPI
from jinja2 import Environment, PackageLoader

from skillprep.api.problem import SORTS
from skillprep.api.shapes.answer import SavedDraft
from skillprep.api.shapes.problem import Problem
from skillprep.api.shapes.question import Question, QuestionList
from skillprep.api.shapes.question_set import InfeasibleBlueprint, StoredSet
from skillprep.api.shapes.review import Reviews
from skillprep.api.shapes.score import ScoreReport, WaitingScore
from skillprep.api.shapes.search import SearchResults
from skillprep.api.shapes.shape import Shape
from skillprep.api.shapes.sitting import NextQuestion, Sitting, SittingList
from skillprep.api.shapes.skill import Skill, SkillList
from skillprep.api.shapes.turn import Turn
from skillprep.api.shapes.verification import Verification
from skillprep.http import Who, access

ABOUT = (
    "Practice interviews over JSON. Send your organisation's key as `Authorization: Bearer sp_live_…`; each operation "
    "names the scope it needs. Scores are in [0, 1] and computed by software: `value` is null when it cannot judge a "
    "text, which is not zero. Errors are application/problem+json (RFC 9457) whose `type` never changes. A key may "
    "send 600 requests a minute; RateLimit-Limit, RateLimit-Remaining and RateLimit-Reset tell what is left. Bodies "
    "are JSON in UTF-8 of at most 512 KiB. Unknown members are refused."
)

SHAPES: tuple[type[Shape], ...] = (
    *(SkillList, Skill, QuestionList, Question, SearchResults),
    *(SittingList, Sitting, NextQuestion, Turn, SavedDraft, ScoreReport, WaitingScore, Verification),
    *(StoredSet, InfeasibleBlueprint, Reviews),
)
"""What responses name; bodies and parameters are found by flask-openapi3 itself."""

PAGE = Environment(loader=PackageLoader("skillprep.api", ""), autoescape=True, trim_blocks=True, lstrip_blocks=True)


def publish(app: OpenAPI) -> None:
    """Serve the document, and a page made of it in place of flask-openapi3's own, which would need scripts."""
    app.info.description = ABOUT
    app.validation_error_model = Problem
    for shape in SHAPES:
        app.components_schemas.update(schemas_of(shape))
    app.view_functions["openapi.doc_url"] = show_document
    app.view_functions["openapi.openapi"] = show_page
    app.add_url_rule("/api/v1/docs", "api_docs", show_page)


def schemas_of(shape: type[Shape]) -> dict[str, Schema]:
    """The schema of a shape and of everything in it, by name, as the shape is sent."""
    schema = shape.model_json_schema(mode="serialization", ref_template="#/components/schemas/{model}")
    inner = schema.pop("$defs", {})
    return {name: Schema(**one) for name, one in {**inner, shape.__name__: schema}.items()}


@access(Who.ANYBODY)
def show_document() -> Response:
    """The OpenAPI 3.1 document."""
    response = Response(current_app.json.dumps(document()), mimetype="application/json")
    response.headers["Access-Control-Allow-Origin"] = "*"  # It is public, and viewers run on other sites.
    return response


@access(Who.ANYBODY)
def show_page() -> Response:
    """The operations for people to read."""
    page = PAGE.get_template("docs.html").render(document=document(), groups=groups(document()), sorts=SORTS)
    style = page.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; frame-ancestors 'none'"
    return Response(page, mimetype="text/html", headers={"Content-Security-Policy": policy})


def document() -> dict[str, Any]:
    """The document of the current app."""
    found: dict[str, Any] = current_app.api_doc  # type: ignore[attr-defined]  # build_app makes an OpenAPI
    return found


def groups(described: dict[str, Any]) -> list[tuple[str, list[dict[str, Any]]]]:
    """Every operation with its path and method under its resource, resources in the order they are mounted."""
    order = [tag["name"] for tag in described["tags"]]
    found = [
        {**operation, "path": path, "method": method.upper()}
        for path, methods in described["paths"].items()
        for method, operation in methods.items()
    ]
    found.sort(key=lambda one: (order.index(one["tags"][0]), one["path"], one["method"]))
    return [(tag, list(group)) for tag, group in groupby(found, key=lambda one: str(one["tags"][0]))]
