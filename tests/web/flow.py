"""What several tests do as a visitor: start a sitting, answer, read the page."""

import html
import re

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

SKILL = "responsible-deployment"
ANSWER = (
    "First I agree with legal and product on the groups whose results we compare. "
    "Then I measure recall and the rate of invitations for each group with Fairlearn. "
    "If I find a gap, I look for the cause in labels and sampling before I choose a remedy."
)


def start(client: FlaskClient, **more: str) -> str:
    """Start a sitting and return its first question's address."""
    fields = {"skill_id": SKILL, "level": "intermediate", "length": "3", "adaptive": "yes"} | more
    response = client.post("/practise", data=fields)
    assert response.status_code == 303, text_of(response)
    return response.location


def answer(client: FlaskClient, address: str, text: str = ANSWER, **more: str) -> TestResponse:
    """Hand in an answer and follow to the result."""
    response = client.post(f"{address}/answer", data={"text": text} | more)
    assert response.status_code == 303, text_of(response)
    return client.get(response.location)


def text_of(response: TestResponse) -> str:
    """The page as a reader sees it: tags taken out, blanks folded."""
    without = re.sub(r"<(script|style)\b.*?</\1>|<[^>]+>", " ", response.get_data(as_text=True), flags=re.DOTALL)
    return re.sub(r"\s+", " ", html.unescape(without)).strip()
