"""/api/v1/sittings/{id}/questions/{position}/score: the whole score, in words."""

from sqlalchemy import select

from skillprep.actions.score_waiting import score_waiting
from skillprep.services import Services
from skillprep.store.tables import ScoreRow
from tests.api.caller import ApiCaller, problem
from tests.api.conftest import GOOD
from tests.api.parts import change_services, without
from tests.api.test_answers import unavailable
from tests.conftest import Clock


def test_it_works(api: ApiCaller, answered: str, services: Services) -> None:
    score = api.get(f"{answered}/score").json
    question = services.bank.question(score["question_id"])
    assert [point["statement"] for point in score["points"]] == [point.statement for point in question.points]
    assert all(point["advice"] for point in score["points"])
    assert score["model_answers"][0]["parts"][0]["text"] == question.model_answers[0].parts[0].text
    assert score["scored_by"] == "software"
    assert score["receipt"]["question_version"] == question.version
    assert len(score["receipt"]["answer_sha256"]) == 64


def test_its_quotes_are_the_candidates_own_words(api: ApiCaller, services: Services) -> None:
    place = f"/api/v1/sittings/{api.start()['id']}/questions/1"
    question = services.bank.question(api.get(place).json["question_id"])
    text = "\n".join(point.phrasings[0] for point in question.points)
    score = api.post(f"{place}/answer", json={"text": text}).json
    quotes = [point["evidence"] for point in score["points"] if point["evidence"]]
    assert quotes
    assert all(quote["text"] == score["answer"]["text"][quote["start"] : quote["end"]] for quote in quotes)
    assert all(quote["start"] == score["sentences"][quote["first"]]["start"] for quote in quotes)


def test_it_waits_and_then_has_the_score(api: ApiCaller, place: str, services: Services, clock: Clock) -> None:
    change_services(api, scorer=unavailable)
    assert api.post(f"{place}/answer", json={"text": GOOD}).status_code == 202
    waiting = api.get(f"{place}/score")
    assert waiting.status_code == 202
    assert int(waiting.headers["Retry-After"]) <= 5
    clock.forward(minutes=5)
    assert score_waiting(services, 10) == 1
    assert api.get(f"{place}/score").status_code == 200
    assert api.post(f"{place}/answer", json={"text": GOOD}).status_code == 200


def test_it_keeps_numbers_when_the_bank_has_dropped_the_question(api: ApiCaller, answered: str) -> None:
    before = api.get(f"{answered}/score").json
    without(api, "questions", before["question_id"])
    after = api.get(f"{answered}/score").json
    assert after["value"] == before["value"]
    assert [point["id"] for point in after["points"]] == [point["id"] for point in before["points"]]
    assert after["points"][0]["statement"] is None
    assert after["model_answers"] == []


def test_it_cannot_be_had_before_an_answer(api: ApiCaller, place: str) -> None:
    problem(api.get(f"{place}/score"), 404, "not-found")
    api.post(f"{place}/skip")
    problem(api.get(f"{place}/score"), 404, "not-found")


def test_it_rejects_another_organisation(other: ApiCaller, answered: str) -> None:
    problem(other.get(f"{answered}/score"), 404, "not-found")


def test_a_score_can_be_verified_where_it_stands(api: ApiCaller, answered: str) -> None:
    found = api.get(f"{answered}/score/verification").json
    assert found == {"outcome": "identical", "reasons": [], "differences": [], "notes": []}


def test_verification_shows_what_was_changed_in_the_database(api: ApiCaller, answered: str, services: Services) -> None:
    with services.db.writing() as session:
        row = session.scalars(select(ScoreRow)).one()
        row.score = {**row.score, "high": 0.123}
    found = api.get(f"{answered}/score/verification").json
    assert found["outcome"] == "differs"
    assert [one["what"] for one in found["differences"]] == ["high"]
    assert found["differences"][0]["recorded"] == 0.123


def test_verification_rejects_strangers_and_what_has_no_score(api: ApiCaller, other: ApiCaller, answered: str) -> None:
    problem(other.get(f"{answered}/score/verification"), 404, "not-found")
    place = f"/api/v1/sittings/{api.start()['id']}/questions/1"
    problem(api.get(f"{place}/score/verification"), 404, "not-found")
