"""The OpenAPI document and the page made of it: valid, complete, and true."""

import re

import pytest
from openapi_spec_validator import validate

from tests.api.caller import OPERATIONS, ApiCaller
from tests.api.conftest import GOOD
from tests.api.parts import change_services
from tests.api.test_answers import unavailable


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """Which database it is makes no difference here."""
    return sqlite_url


def test_the_document_is_valid_openapi(api: ApiCaller) -> None:
    validate(api.document)
    assert api.document["openapi"].startswith("3.1")


def test_every_operation_says_what_it_does_needs_and_answers(api: ApiCaller) -> None:
    for operation in OPERATIONS:
        described = api.document["paths"][operation.path][operation.method.lower()]
        assert described["summary"].endswith(".")
        assert described["security"] == [{"key": [operation.scope]}]
        assert {"401", "403", "422", "429", "500", "503"} <= set(described["responses"])
        assert ("404" in described["responses"]) or "{" not in operation.path
        assert {"400", "413", "415"} <= set(described["responses"]) or operation.method == "GET"
        assert all(parameter["description"] for parameter in described.get("parameters", []))
        assert all(response["description"] for response in described["responses"].values())
    names = [one["operationId"] for item in api.document["paths"].values() for one in item.values()]
    assert len(names) == len(set(names)) == len(OPERATIONS)


def test_every_example_fits_its_schema(api: ApiCaller) -> None:
    schemas = api.document["components"]["schemas"]
    with_example = {name for name, schema in schemas.items() if "example" in schema}
    for name in with_example:
        api.validate({"$ref": f"#/components/schemas/{name}"}, schemas[name]["example"])
    used = set(
        re.findall(r"\"schema\": \{\"\$ref\": \"#/components/schemas/(\w+)\"", str(api.document).replace("'", '"'))
    )
    assert used - with_example == {"Skill"}  # A whole guide would drown the page; the list has its head.


def test_every_success_that_is_declared_happens(api: ApiCaller) -> None:
    """Each call below is held against the document by the caller; together they leave no declared success out."""
    api.get("/api/v1/skills")
    api.get("/api/v1/skills/safety-and-alignment")
    api.get("/api/v1/questions")
    api.get("/api/v1/questions/metric-met-goal-missed")
    api.get("/api/v1/search?q=oversight")
    sitting = f"/api/v1/sittings/{api.start()['id']}"
    api.get("/api/v1/sittings")
    api.get(sitting)
    api.put(f"{sitting}/questions/1/draft", json={"text": "x", "revision": 0})
    api.get(f"{sitting}/questions/1")
    api.post(f"{sitting}/questions/1/skip")
    api.post(f"{sitting}/questions/1/retry")
    api.post(f"{sitting}/questions/2/answer", json={"text": GOOD})
    api.post(f"{sitting}/questions/2/answer", json={"text": GOOD})
    api.get(f"{sitting}/questions/2/score")
    api.get(f"{sitting}/questions/2/score/verification")
    api.post(f"{sitting}/next")
    api.get("/api/v1/reviews")
    api.put("/api/v1/reviews/interview", json={"day": "2027-03-12"})
    change_services(api, scorer=unavailable)
    api.post(f"{sitting}/questions/3/answer", json={"text": GOOD})
    api.get(f"{sitting}/questions/3/score")
    api.post(f"{sitting}/finish")
    api.get(api.post("/api/v1/question-sets", json={"title": "A set", "questions": 3}).headers["Location"])
    declared = {
        (one["operationId"], int(status))
        for item in api.document["paths"].values()
        for one in item.values()
        for status in one["responses"]
        if status.startswith("2")
    }
    assert {one for one in api.seen if one[1] < 300} == declared


def test_the_page_lists_everything_and_runs_no_script(api: ApiCaller) -> None:
    for address in ("/api/v1/docs", "/api/v1/"):
        page = api.client.get(address)
        assert page.status_code == 200
        assert page.mimetype == "text/html"
        assert all(f"{one.method} {one.path}" in page.text for one in OPERATIONS)
        assert "<script" not in page.text
        assert "script-src" not in page.headers["Content-Security-Policy"]
        assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert "Set-Cookie" not in page.headers
