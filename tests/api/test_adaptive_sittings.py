"""/api/v1/sittings from end to end: candidates whose answers follow an ability, and what the engine makes of them."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from scipy.special import expit

from skillprep.adaptive.response import difficulty_mean
from skillprep.bank.labelled import AnswerFile, Quality
from skillprep.bank.read_yaml import read_yaml
from skillprep.bank.vocabulary import Level
from skillprep.config import ROOT
from skillprep.services import Services
from tests.api.caller import ApiCaller, pointers, problem
from tests.api.conftest import GOOD
from tests.conftest import Clock

SKILL = "responsible-deployment"
OTHER = "safety-and-alignment"
ABILITIES = {"beginner": -1.8, "intermediate": 0.0, "advanced": 1.8}
Answer = Callable[[str, str], str]


def candidate(services: Services, level: str) -> Answer:
    """Somebody plainly of a level, who makes more of an easy question's points than of a hard one's."""
    ability = ABILITIES[level]

    def answer(question_id: str, asked_at: str) -> str:
        points = services.bank.question(question_id).points
        known = round(len(points) * expit(1.7 * (ability - difficulty_mean(Level(asked_at)))))
        return " ".join(point.phrasings[0] for point in points[:known]) or written_answer(question_id)

    return answer


def written_answer(question_id: str) -> str:
    """The weak answer that somebody wrote to the question for judging the scorer."""
    path = ROOT / "question_bank" / "answers" / f"{question_id}.yaml"
    answers = AnswerFile.model_validate_json(json.dumps(read_yaml(path.read_text("utf-8")).data)).answers
    return next(one.text for one in answers if one.quality is Quality.WEAK)


def run(api: ApiCaller, sitting_id: str, answer: Answer) -> dict[str, Any]:
    """Answer whatever is asked until the sitting ends."""
    address = f"/api/v1/sittings/{sitting_id}"
    while turn := api.post(f"{address}/next").json["question"]:
        text = answer(turn["question_id"], turn["level"])
        assert api.post(f"{address}/questions/{turn['position']}/answer", json={"text": text}).status_code == 201
    found: dict[str, Any] = api.get(address).json
    return found


@pytest.mark.parametrize("level", ABILITIES)
def test_a_candidate_is_placed_where_their_answers_are(api: ApiCaller, services: Services, level: str) -> None:
    started = api.start(skill=SKILL, level="intermediate", mode="placement", length=12)
    sitting = run(api, started["id"], candidate(services, level))
    (result,) = sitting["placement"]
    assert (result["skill"], result["level"]) == (SKILL, level)
    assert result["probability"] >= 0.5
    assert sitting["ended_by"] in ("precise", "longest")
    assert 4 <= sitting["answered"] <= 12
    assert len(result["because"]) == sitting["answered"]
    assert sitting["questions_fitted"] == 0


def test_every_question_says_why_it_was_chosen_and_the_band_narrows(api: ApiCaller, services: Services) -> None:
    sitting = run(api, api.start(skill=SKILL, level="beginner", length=6)["id"], candidate(services, "beginner"))
    whys = [turn["why"] for turn in sitting["questions"]]
    assert [turn["reason"] for turn in sitting["questions"]] == [why["motive"] for why in whys]
    assert whys[0]["se_before"] > whys[-1]["se_before"] > sitting["abilities"][0]["standard_error"]
    (band,) = sitting["abilities"]
    assert band["low"] < band["estimate"] < band["high"]
    assert sum(band["probabilities"].values()) == pytest.approx(1, abs=0.001)
    assert sitting["placement"] is None


def test_several_skills_share_a_sitting_and_each_has_its_band(api: ApiCaller, services: Services) -> None:
    started = api.start(skill=SKILL, more_skills=[OTHER], level="intermediate", mode="placement", length=8)
    sitting = run(api, started["id"], candidate(services, "advanced"))
    assert [one["skill"] for one in sitting["abilities"]] == [SKILL, OTHER]
    assert [one["skill"] for one in sitting["placement"]] == [SKILL, OTHER]
    asked = [turn["question"]["skill"] for turn in sitting["questions"]]
    assert abs(asked.count(SKILL) - asked.count(OTHER)) <= 1


def test_a_timed_sitting_ends_by_itself_and_still_takes_what_was_typed(api: ApiCaller, clock: Clock) -> None:
    sitting = api.start(mode="timed", minutes=10, length=8)
    assert (sitting["mode"], sitting["minutes"], sitting["finished_at"]) == ("timed", 10, None)
    clock.forward(minutes=11)
    address = f"/api/v1/sittings/{sitting['id']}"
    ended = api.get(address).json
    assert (ended["ended_by"], ended["finished_at"]) == ("time", "2026-11-21T09:10:00Z")
    assert api.post(f"{address}/next").json == {"finished": True, "question": None}
    assert api.get("/api/v1/sittings").json["sittings"][0]["ended_by"] == "time"
    assert api.post(f"{address}/questions/1/answer", json={"text": GOOD}).status_code == 201


def test_it_rejects_modes_that_make_no_sense_and_names_what_to_change(api: ApiCaller) -> None:
    right = {"skill": SKILL, "level": "beginner"}
    for wrong, pointer in (
        ({"mode": "review"}, "/mode"),
        ({"mode": "timed"}, "/minutes"),
        ({"mode": "timed", "minutes": 0}, "/minutes"),
        ({"mode": "timed", "minutes": 241}, "/minutes"),
        ({"minutes": 5}, "/minutes"),
        ({"mode": "placement", "length": 3}, "/length"),
        ({"mode": "placement", "adaptive": False}, "/adaptive"),
        ({"more_skills": ["no-such-skill"]}, "/more_skills"),
        ({"more_skills": [SKILL]}, "/more_skills"),
        ({"more_skills": "safety-and-alignment"}, "/more_skills"),
    ):
        found = problem(api.post("/api/v1/sittings", json={**right, **wrong}), 422, "invalid-input")
        assert pointers(found) == [("body", pointer)]
    assert api.get("/api/v1/sittings").json["sittings"] == []
