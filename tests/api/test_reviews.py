"""/reviews: what a program reads and writes for its candidates."""

import pytest

from tests.api.caller import ApiCaller, pointers, problem
from tests.conftest import Clock

BESIDE = (
    "I went for a long walk along the river with my neighbour and we talked about the weather, the garden and "
    "whether the bakery would open again in spring after the works on the bridge are done."
)


@pytest.fixture
def missed(api: ApiCaller) -> str:
    """The question that a candidate answered beside the point, yesterday."""
    sitting = api.start(candidate="student-17")
    place = f"/api/v1/sittings/{sitting['id']}/questions/1"
    assert api.post(f"{place}/answer", json={"text": BESIDE}).status_code == 201
    question: str = api.get(place).json["question"]["id"]
    return question


def test_missed_points_are_due_the_next_day_for_that_candidate_alone(api: ApiCaller, missed: str, clock: Clock) -> None:
    today = api.get("/api/v1/reviews?candidate=student-17").json
    assert today["due"] == []
    assert today["coming"][0]["day"] == "2026-11-22"
    clock.forward(days=1)
    (due,) = api.get("/api/v1/reviews?candidate=student-17").json["due"]
    assert due["question_id"] == missed
    assert len(due["points"]) == today["coming"][0]["points"]
    assert {point["due_on"] for point in due["points"]} == {"2026-11-22"}
    assert api.get("/api/v1/reviews?candidate=student-18").json["due"] == []


def test_another_organisation_sees_nothing(api: ApiCaller, missed: str, other: ApiCaller, clock: Clock) -> None:
    clock.forward(days=1)
    assert other.get("/api/v1/reviews?candidate=student-17").json["due"] == []


def test_nothing_is_put_off_until_after_the_interview(api: ApiCaller, missed: str) -> None:
    kept = api.put("/api/v1/reviews/interview", json={"candidate": "student-17", "day": "2026-11-25"}).json
    assert kept["interview"] == "2026-11-25"
    assert all(load["day"] <= "2026-11-25" for load in kept["coming"])
    assert api.get("/api/v1/reviews").json["interview"] is None
    assert api.put("/api/v1/reviews/interview", json={"candidate": "student-17", "day": None}).json["interview"] is None


@pytest.mark.parametrize("day", ["tomorrow", "2026-02-30", 1766000000, "2020-01-01", "20261212", True])
def test_a_day_that_cannot_be_is_refused_by_its_place(api: ApiCaller, day: object) -> None:
    found = problem(api.put("/api/v1/reviews/interview", json={"day": day}), 422, "invalid-input")
    assert pointers(found) == [("body", "/day")]
    assert api.get("/api/v1/reviews").json["interview"] is None
