"""/api/v1/sittings/{id}/questions/{position}: drafts, answers, passing and trying again."""

from skillprep.errors import ScorerUnavailableError
from tests.api.caller import ApiCaller, pointers, problem
from tests.api.conftest import GOOD
from tests.api.parts import change_services, without


def unavailable(*_: object) -> None:
    raise ScorerUnavailableError("The model is not loaded yet.")


def test_it_works(api: ApiCaller, place: str) -> None:
    response = api.post(f"{place}/answer", json={"text": GOOD, "confidence": "fairly"})
    assert response.status_code == 201
    assert response.json["answer"]["text"] == GOOD
    assert api.get(response.headers["Location"]).json == response.json
    turn = api.get(place).json
    assert turn["state"] == "scored"
    assert turn["answer"]["confidence"] == "fairly"
    assert turn["answer"]["value"] == response.json["value"]


def test_it_keeps_drafts(api: ApiCaller, place: str) -> None:
    first = api.put(f"{place}/draft", json={"text": "We had", "revision": 0}).json
    second = api.put(f"{place}/draft", json={"text": "", "revision": first["revision"]}).json
    assert second["revision"] == 2
    assert api.put(f"{place}/draft", json={"text": "x" * 20_000, "revision": 2}).status_code == 200
    assert api.get(place).json["draft"]["text"] == "x" * 20_000


def test_it_keeps_the_newer_draft(api: ApiCaller, place: str) -> None:
    api.put(f"{place}/draft", json={"text": "from one window", "revision": 0})
    problem(api.put(f"{place}/draft", json={"text": "from another", "revision": 0}), 409, "conflict")
    assert api.get(place).json["draft"]["text"] == "from one window"


def test_it_takes_the_same_answer_again_but_no_other(api: ApiCaller, place: str) -> None:
    first = api.post(f"{place}/answer", json={"text": GOOD})
    again = api.post(f"{place}/answer", json={"text": GOOD})
    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json == first.json
    problem(api.post(f"{place}/answer", json={"text": f"{GOOD} More."}), 409, "conflict")
    problem(api.put(f"{place}/draft", json={"text": "late", "revision": 0}), 409, "conflict")
    problem(api.post(f"{place}/skip"), 409, "conflict")


def test_it_saves_the_answer_while_there_is_no_scorer(api: ApiCaller, place: str) -> None:
    change_services(api, scorer=unavailable)
    for _ in range(2):
        response = api.post(f"{place}/answer", json={"text": GOOD})
        assert response.status_code == 202
        assert int(response.headers["Retry-After"]) <= 5
        assert response.json["state"] == "waiting"
    turn = api.get(place).json
    assert (turn["state"], turn["answer"]["text"], turn["answer"]["value"]) == ("waiting", GOOD, None)


def test_it_passes_and_tries_again(api: ApiCaller, place: str) -> None:
    api.put(f"{place}/draft", json={"text": "A beginning", "revision": 0})
    problem(api.post(f"{place}/retry"), 409, "conflict")
    assert api.post(f"{place}/skip").json["state"] == "skipped"
    problem(api.post(f"{place}/skip"), 409, "conflict")
    problem(api.post(f"{place}/answer", json={"text": GOOD}), 409, "conflict")
    retried = api.post(f"{place}/retry")
    assert retried.status_code == 201
    assert retried.json["position"] == 2
    assert retried.json["draft"]["text"] == "A beginning"
    assert api.get(retried.headers["Location"]).json == retried.json


def test_it_shows_a_question_that_the_bank_has_dropped(api: ApiCaller, answered: str) -> None:
    asked = api.get(answered).json["question_id"]
    without(api, "questions", asked)
    turn = api.get(answered).json
    assert turn["question_id"] == asked
    assert turn["question"] is None
    problem(api.post(f"{answered}/retry"), 404, "not-found")


def test_it_rejects_empty_and_overlong_answers(api: ApiCaller, place: str) -> None:
    for text in ("", "  \n ", "x" * 20_001):
        found = problem(api.post(f"{place}/answer", json={"text": text}), 422, "invalid-input")
        assert pointers(found) == [("body", "/text")]
    found = problem(api.post(f"{place}/answer", json={"text": GOOD, "confidence": "certain"}), 422, "invalid-input")
    assert pointers(found) == [("body", "/confidence")]
    assert api.get(place).json["state"] == "open"


def test_it_rejects_another_organisation(api: ApiCaller, other: ApiCaller, place: str) -> None:
    problem(other.get(place), 404, "not-found")
    problem(other.put(f"{place}/draft", json={"text": "x", "revision": 0}), 404, "not-found")
    problem(other.post(f"{place}/answer", json={"text": GOOD}), 404, "not-found")
    problem(other.post(f"{place}/skip"), 404, "not-found")
    problem(other.post(f"{place}/retry"), 404, "not-found")
    assert api.get(place).json["draft"] == {"text": "", "revision": 0, "saved_at": None}
    assert api.get(place).json["state"] == "open"


def test_it_rejects_places_that_are_not_there(api: ApiCaller, place: str) -> None:
    sitting = place.removesuffix("/1")
    for position in ("2", "0", "-1", "1.0", "9999", "10000", "9" * 5000, "%D9%A1", "1%0A", "%00"):
        problem(api.get(f"{sitting}/{position}"), 404, "not-found")
        problem(api.post(f"{sitting}/{position}/answer", json={"text": GOOD}), 404, "not-found")
