"""`skillprep calibrate` and `skillprep bank items`."""

import json

import pytest
from sqlalchemy import update

from skillprep.bank.vocabulary import Level
from skillprep.services import Services
from skillprep.store.beliefs import beliefs_of
from skillprep.store.tables import ItemBelief
from tests.actions.answered import SKILL, Given, Ran, add_sitting
from tests.cli.conftest import Run


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """Which database it is makes no difference to the commands; tests/actions runs on both."""
    return sqlite_url


@pytest.fixture
def questions(services: Services) -> list[str]:
    """Two questions, answered by twelve people: nobody can do the first."""
    found = [one.id for one in services.bank.ready_questions(skill=SKILL, level=Level.INTERMEDIATE)][:2]
    for _ in range(12):
        add_sitting(services, [Given(found[0], 0.02), Given(found[1], 0.5)])
    return found


def test_it_tells_what_it_fitted_for_each_purpose_and_which_questions_moved(run: Run, questions: list[str]) -> None:
    result = run("calibrate")
    assert result.exit_code == 0
    assert "Practice: 2 questions fitted from 24 answers in 12 sittings." in result.output
    assert "Hiring: no scored answers yet; nothing to fit." in result.output
    assert "Moved most since the last fit" in result.output
    assert questions[0] in result.output


def test_a_dry_run_says_so_and_stores_nothing(run: Run, services: Services, questions: list[str]) -> None:
    assert "2 questions would be fitted" in run("calibrate", "--dry-run").output
    with services.db.reading() as session:
        assert beliefs_of(session, "practice") == {}


def test_json_holds_every_fit_and_nothing_else(run: Run, questions: list[str]) -> None:
    found = json.loads(run("calibrate", "--purpose", "practice", "--json").output)
    assert found["stored"] is True
    (fit,) = found["fits"]
    assert (fit["purpose"], fit["answers"]) == ("practice", 24)
    hard = next(one for one in fit["moves"] if one["key"]["question_id"] == questions[0])
    assert hard["key"] == {"question_id": questions[0], "version": 1, "level": "intermediate"}
    assert hard["after"] > hard["before"] == 0.0


def test_what_was_left_out_and_what_could_not_be_read_is_said(
    run: Run, services: Services, questions: list[str]
) -> None:
    add_sitting(services, [Given(questions[0], 0.9)], Ran(mode="review"))
    add_sitting(services, [Given(questions[0], 0.1, scorer="1")])
    run("calibrate", "--purpose", "practice")
    with services.db.writing() as session:
        session.execute(update(ItemBelief).values(grid="another"))
    assert "2 stored fits cannot be read: run `skillprep calibrate`." in run("bank", "items").stderr
    shown = run("calibrate", "--purpose", "practice").output
    assert "1 answers left out: the person had answered the question before." in shown
    assert "1 answers bear scores of an earlier scorer" in shown
    assert "2 stored fits could not be read" in shown


def test_wrong_usage_exits_with_2(run: Run) -> None:
    assert run("calibrate", "--purpose", "gossip").exit_code == 2
    assert run("bank", "items", "--purpose", "gossip").exit_code == 2


def test_items_before_the_first_fit_say_what_to_run(run: Run) -> None:
    result = run("bank", "items")
    assert (result.exit_code, result.output) == (
        0,
        "No answers of practice were fitted yet: run `skillprep calibrate`.\n",
    )


def test_items_show_figures_and_in_plain_words_what_to_do(run: Run, questions: list[str]) -> None:
    run("calibrate")
    result = run("bank", "items")
    assert result.exit_code == 1
    assert "2 questions with 24 answers" in result.output
    assert f"{questions[0]}: Harder than its level: as hard as advanced questions. Move it" in result.output
    assert "0.50" in next(line for line in result.output.splitlines() if questions[1] in line)
    assert "Questions by the answers to them (practice)" in result.output


def test_too_few_answers_are_called_that(run: Run, services: Services) -> None:
    question = services.bank.ready_questions(skill=SKILL)[0].id
    add_sitting(services, [Given(question, 0.77)])
    run("calibrate")
    result = run("bank", "items", "--all")
    row = next(line for line in result.output.splitlines() if question in line)
    assert "few" in row
    assert (result.exit_code, "Nothing odd to look at." in result.output) == (0, True)
    assert len(result.output.splitlines()) > len(services.bank.ready_questions())
    assert "0.77" not in run("bank", "items", "--json").output


def test_items_as_json(run: Run, questions: list[str]) -> None:
    run("calibrate")
    found = json.loads(run("bank", "items", "--json").output)
    first = found["items"][0]
    assert (found["purpose"], found["enough_answers"]) == ("practice", 10)
    assert (first["question"], first["n"], first["enough"]) == (questions[0], 12, True)
    assert [one["flag"] for one in first["flags"]] == ["level"]
    assert found["items"][-1]["n"] == 0
