"""Shapes as responses."""

from collections.abc import Mapping
from typing import Any

from flask import Response

from skillprep.api.shapes.shape import Shape

TEXT_HEADER = {"schema": {"type": "string"}}


def as_json(
    body: Shape, status: int = 200, headers: Mapping[str, str] | None = None, mimetype: str = "application/json"
) -> Response:
    """The response. Answers and scores are personal, so nothing between us and the caller may keep a copy."""
    response = Response(body.model_dump_json(), status, mimetype=mimetype)
    response.headers.update(headers or {})
    response.headers["Cache-Control"] = "no-store"
    response.headers["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'"
    return response


def gives(shape: type[Shape], description: str, **headers: str) -> dict[str, Any]:
    """A response as the OpenAPI document declares it; `headers` are Python names with what each says."""
    found: dict[str, Any] = {
        "description": description,
        "content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{shape.__name__}"}}},
    }
    if headers:
        found["headers"] = {
            name.replace("_", "-"): {**TEXT_HEADER, "description": about} for name, about in headers.items()
        }
    return found


def scope(name: str) -> list[dict[str, list[str]]]:
    """The scope that a key needs for an operation, as the OpenAPI document declares it."""
    return [{"key": [name]}]
