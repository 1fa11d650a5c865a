import json
import re

from flask.testing import FlaskClient

from skillprep.services import Services
from tests.web.flow import ANSWER, answer, text_of


def test_every_expected_point_is_shown_with_its_state(client: FlaskClient, services: Services, question: str) -> None:
    page = answer(client, question)
    receipt = client.get(f"{question}/receipt.json").json
    assert receipt is not None
    asked = services.bank.question(receipt["receipt"]["question_id"])
    assert all(point.statement in text_of(page) for point in asked.points)
    assert page.get_data(as_text=True).count('class="point point-') >= len(asked.points)


def test_every_mark_leads_to_a_point_and_back(client: FlaskClient, services: Services, question: str) -> None:
    receipt = client.get(answer_with_a_model_answer(client, services, question)).get_data(as_text=True)
    for target in re.findall(r'href="#((?:point|sentence|pitfall)-\d+)"', receipt):
        assert f'id="{target}"' in receipt


def answer_with_a_model_answer(client: FlaskClient, services: Services, address: str) -> str:
    """Answers with the question's own phrasings, so that points are found whatever the encoder."""
    prompt = text_of(client.get(address))
    asked = next(one for one in services.bank.ready_questions() if one.prompt in prompt)
    answer(client, address, " ".join(point.phrasings[0] for point in asked.points))
    return address


def test_evidence_is_marked_and_numbered(client: FlaskClient, services: Services, question: str) -> None:
    page = client.get(answer_with_a_model_answer(client, services, question)).get_data(as_text=True)
    assert '<mark class="lit-' in page
    assert re.search(r"by\s+sentence \d", page) or re.search(r"in\s+sentence \d", page)


def test_the_receipt_can_be_taken_away(client: FlaskClient, question: str) -> None:
    answer(client, question)
    response = client.get(f"{question}/receipt.json")
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert len(json.loads(response.data)["receipt"]["answer_sha256"]) == 64


def test_there_is_no_receipt_before_the_score(client: FlaskClient, question: str) -> None:
    assert client.get(f"{question}/receipt.json").status_code == 404


def test_another_language_is_not_scored_and_not_zero(client: FlaskClient, question: str) -> None:
    words = text_of(
        answer(
            client,
            question,
            "Zuerst lege ich mit der Rechtsabteilung die Gruppen fest. Danach messe ich "
            "die Quoten und suche nach der Ursache, bevor ich etwas verändere.",
        )
    )
    assert "of 100 at" not in words
    assert "needs a person" in words


def test_the_answer_is_shown_in_full(client: FlaskClient, question: str) -> None:
    words = text_of(answer(client, question, f"- A list first\n- and then this\n\n{ANSWER}"))
    assert "A list first" in words
    assert "before I choose a remedy." in words
