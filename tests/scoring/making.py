"""Questions and models for tests of the scorer."""

import functools
import json

from skillprep.bank.question import Question
from skillprep.config import ROOT
from skillprep.scoring.head import Head
from skillprep.scoring.star import Star
from skillprep.scoring.values import ScoringModel
from skillprep.semantic.hashing import HashingEncoder

HEAD = Head.from_json((ROOT / "skillprep/scoring/head-stock.json").read_text("utf-8"))
STAR = Star.from_json((ROOT / "skillprep/scoring/star.json").read_text("utf-8"))
hashing_encoder = HashingEncoder()
HASHING = ScoringModel(hashing_encoder, hashing_encoder, HEAD, name="hashing", sha256="0" * 64, star=STAR)

GOOD = (
    "First I would write down the groups we compare before anybody looks at a result. Then I measure the error rate for"
    " each group on data that was kept aside. I would tell the owner of the model in writing what we found and what"
    " is still open. After release an alarm goes to a person on duty."
)
FILLER = (
    "The weather was lovely that week. My sister called about her new flat. We had soup for lunch. The train was late.",
    "I bought a blue umbrella on the way home.",
    "In the evening I watered the plants on the balcony.",
)


def point(name: str, statement: str, phrasing: str, level: str = "beginner") -> dict[str, object]:
    return {
        "id": name,
        "statement": statement,
        "phrasings": [phrasing, f"In other words: {phrasing}"],
        "weight": 1.0,
        "expected_from": level,
        "advice": "Say this point in a sentence of your own.",
    }


@functools.cache
def question() -> Question:
    """A small audit question with points at all three levels."""
    first = GOOD.partition(". ")[0]
    text = "Say when the audit of a model is over and what the team hands on to others."
    source = {"title": "Title", "publisher": "Someone", "url": "https://example.org/", "supports": "All of it"}
    return Question.model_validate_json(
        json.dumps(
            {
                "id": "audit",
                "version": 1,
                "status": "ready",
                "skill": "auditing",
                "level": "intermediate",
                "kind": "technical",
                "prompt": "How would you audit a classifier that decides who is invited to an interview?",
                "testing": "Whether the candidate works step by step.",
                "minutes": 5,
                "tags": ["audit"],
                "points": [
                    point(
                        "groups",
                        "Defines the groups to compare before looking at any result.",
                        first,
                    ),
                    point("errors", "Measures the error rate for each group on data kept aside.", "Errors per group."),
                    point("written", "Tells the owner of the model in writing what was found.", text, "intermediate"),
                    point("alarm", "Sets an alarm that goes to a person after release.", "Alerts call us.", "advanced"),
                ],
                "pitfalls": [
                    {
                        "id": "deleted",
                        "statement": "Presents deleting the protected attribute as the remedy.",
                        "phrasings": ["We simply dropped the gender column and the bias was gone."],
                        "advice": "Other features carry the same signal.",
                    }
                ],
                "model_answers": [
                    {"level": "advanced", "parts": [{"tag": "action", "text": GOOD}, {"tag": "result", "text": text}]}
                ],
                "probes": ["And then?", "Why so?"],
                "anchors": {
                    "one": "Says nothing that can be used at all.",
                    "three": "Says half of what is expected of them.",
                    "five": "Says all of what is expected of them.",
                },
                "hints": ["Think of groups."],
                "sources": [source | {"checked_on": None}],
                "note": None,
            }
        )
    )
