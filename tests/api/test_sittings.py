"""/api/v1/sittings."""

from tests.api.caller import ApiCaller, pointers, problem
from tests.api.conftest import GOOD
from tests.conftest import Clock


def test_it_works(api: ApiCaller) -> None:
    wish = {"skill": "responsible-deployment", "level": "advanced", "length": 2, "adaptive": False}
    created = api.post("/api/v1/sittings", json={**wish, "purpose": "education", "candidate": "student-4711"})
    assert created.status_code == 201
    sitting = created.json
    assert sitting.items() >= {**wish, "purpose": "education", "candidate": "student-4711"}.items()
    assert [turn["state"] for turn in sitting["questions"]] == ["open"]
    assert api.get(created.headers["Location"]).json == sitting


def test_it_runs_to_its_end(api: ApiCaller) -> None:
    sitting = api.start(length=2)
    address = f"/api/v1/sittings/{sitting['id']}"
    for position in (1, 2):
        following = api.post(f"{address}/next").json
        assert following["finished"] is False
        assert following["question"]["position"] == position
        assert api.post(f"{address}/next").json == following
        assert api.post(f"{address}/questions/{position}/answer", json={"text": GOOD}).status_code == 201
    assert api.post(f"{address}/next", json={}).json == {"finished": True, "question": None}
    ended = api.get(address).json
    assert ended["answered"] == 2
    assert ended["finished_at"]
    assert len({turn["question_id"] for turn in ended["questions"]}) == 2


def test_it_finishes_early_and_twice(api: ApiCaller, clock: Clock) -> None:
    address = f"/api/v1/sittings/{api.start()['id']}"
    first = api.post(f"{address}/finish")
    clock.forward(minutes=1)
    assert api.post(f"{address}/finish").json == first.json == api.get(address).json
    assert first.json["finished_at"] == "2026-11-21T09:00:00Z"


def test_it_lists_newest_first_in_pages_that_new_sittings_do_not_shift(api: ApiCaller, clock: Clock) -> None:
    made = []
    for number in range(5):
        made.insert(0, api.start(candidate=f"c{number}")["id"])
        clock.forward(seconds=number % 2)
    page = api.get("/api/v1/sittings?limit=2")
    found = [one["id"] for one in page.json["sittings"]]
    late = api.start()["id"]
    while "Link" in page.headers:
        page = api.get(page.headers["Link"].partition(">")[0].removeprefix("<"))
        found += [one["id"] for one in page.json["sittings"]]
    assert sorted(found) == sorted(made)
    assert late not in found
    assert "questions" not in page.json["sittings"][0]


def test_it_lists_one_candidate(api: ApiCaller) -> None:
    for candidate in ("José", "Jose", "José", None):
        api.start(candidate=candidate)
    found = api.get("/api/v1/sittings", query_string={"candidate": "José", "limit": 1})
    again = api.get(found.headers["Link"].partition(">")[0].removeprefix("<")).json
    assert [one["candidate"] for one in (*found.json["sittings"], *again["sittings"])] == ["José", "José"]
    assert again["next"] is None


def test_it_rejects_another_organisation(api: ApiCaller, other: ApiCaller) -> None:
    sitting = api.start(candidate="shared-name")
    api.start(candidate="shared-name")
    address = f"/api/v1/sittings/{sitting['id']}"
    for response in (other.get(address), other.post(f"{address}/next"), other.post(f"{address}/finish")):
        assert problem(response, 404, "not-found")["detail"] == "There is no such sitting here."
    assert other.get("/api/v1/sittings?candidate=shared-name").json["sittings"] == []
    cursor = api.get("/api/v1/sittings?limit=1").json["next"]
    assert pointers(problem(other.get(f"/api/v1/sittings?cursor={cursor}"), 422, "invalid-input"))
    assert api.get(address).json["finished_at"] is None


def test_it_rejects_wishes_that_make_no_sense_and_names_what_to_change(api: ApiCaller) -> None:
    right = {"skill": "safety-and-alignment", "level": "beginner"}
    for wrong, pointer in (
        ({"skill": "no-such-skill"}, "/skill"),
        ({"level": "expert"}, "/level"),
        ({"length": 0}, "/length"),
        ({"length": 21}, "/length"),
        ({"length": "5"}, "/length"),
        ({"length": 5.0}, "/length"),
        ({"adaptive": "yes"}, "/adaptive"),
        ({"purpose": "fun"}, "/purpose"),
        ({"candidate": "x" * 201}, "/candidate"),
        ({"candidate": 4711}, "/candidate"),
        ({"a/b~c": 1}, "/a~1b~0c"),
    ):
        found = problem(api.post("/api/v1/sittings", json={**right, **wrong}), 422, "invalid-input")
        assert pointers(found) == [("body", pointer)]
        assert found["detail"] == found["errors"][0]["detail"]
    found = problem(api.post("/api/v1/sittings", json={}), 422, "invalid-input")
    assert pointers(found) == [("body", "/skill"), ("body", "/level")]
    assert api.get("/api/v1/sittings").json["sittings"] == []


def test_it_rejects_content_where_none_is_taken(api: ApiCaller) -> None:
    address = f"/api/v1/sittings/{api.start()['id']}"
    problem(api.post(f"{address}/finish", json={"when": "now"}), 422, "invalid-input")
    problem(api.post(f"{address}/finish", data="now"), 415, "unsupported-media-type")
    assert api.get(address).json["finished_at"] is None
