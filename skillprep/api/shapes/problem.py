"""RFC 9457: what went wrong, as application/problem+json."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from skillprep.api.shapes.shape import Shape


class FieldProblem(Shape):
    """One thing to change in the request."""

    source: Annotated[Literal["body", "query"], Field(description="where it stands")]
    pointer: Annotated[
        str, Field(description="JSON pointer (RFC 6901) into the body, or into the query seen as an object")
    ]
    detail: str


class Problem(Shape):
    """Why a request did not succeed."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "type": "urn:skillprep:problem:invalid-input",
                "title": "Something in the request needs changing",
                "status": 422,
                "detail": "Input should be 'beginner', 'intermediate' or 'advanced'",
                "request_id": "8e1f0c2a9b3d4e5f",
                "errors": [
                    {
                        "source": "body",
                        "pointer": "/level",
                        "detail": "Input should be 'beginner', 'intermediate' or 'advanced'",
                    }
                ],
            }
        }
    )

    type: Annotated[str, Field(description="a URI that names the sort of problem; it never changes")]
    title: Annotated[str, Field(description="the sort of problem in words")]
    status: Annotated[int, Field(ge=400, le=599)]
    detail: Annotated[str, Field(description="this very problem, and what to do about it")]
    request_id: Annotated[str, Field(description="the request in our log; also in the header X-Request-Id")]
    errors: Annotated[tuple[FieldProblem, ...], Field(description="what to change, one by one; at most 20")] = ()
