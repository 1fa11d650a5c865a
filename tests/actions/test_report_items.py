"""What authors are told of questions."""

from dataclasses import replace

import pytest

from skillprep.actions.calibrate import calibrate
from skillprep.actions.report_items import ItemReport, ItemsReport, report_items
from skillprep.bank.vocabulary import Level
from skillprep.errors import InvalidInputError
from skillprep.services import Services
from tests.actions.answered import SKILL, Given, Ran, add_sitting
from tests.conftest import Clock


@pytest.fixture
def questions(services: Services) -> list[str]:
    """Intermediate questions of one skill."""
    return [one.id for one in services.bank.ready_questions(skill=SKILL, level=Level.INTERMEDIATE)][:5]


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """What is stored is tested on both databases in test_calibrate.py; this is about what is made of it."""
    return sqlite_url


def item(found: ItemsReport, question_id: str) -> ItemReport:
    return next(one for one in found.items if one.key.question_id == question_id)


def test_before_the_first_fit_every_question_is_listed_without_figures(services: Services) -> None:
    found = report_items(services)
    assert (found.fitted_at, found.answered, found.odd, found.answers) == (None, (), (), 0)
    assert len(found.items) == len(services.bank.ready_questions())


def test_a_question_is_described_by_counts_and_parameters(
    services: Services, questions: list[str], clock: Clock
) -> None:
    for number in range(12):
        strong = 0.2 * (number % 2)
        add_sitting(services, [Given(one, 0.4 + strong) for one in questions[:3]])
    add_sitting(services, [Given(questions[1], 0.5)])
    calibrate(services, "practice")
    found = report_items(services)
    assert (found.fitted_at, found.answers) == (clock.now, 37)
    figures = item(found, questions[0]).figures
    assert figures is not None
    assert (figures.n, figures.asked, figures.sittings) == (12, 12, 13)
    assert figures.mean == pytest.approx(0.5)
    assert figures.item_rest is not None
    assert figures.item_rest > 0.9
    assert abs(figures.b) < 0.5
    assert figures.shift is None
    assert item(found, questions[0]).oddities == ()
    assert [one.key.question_id for one in found.items[:3]] == [questions[1], questions[0], questions[2]]


def test_too_few_answers_say_nothing_and_show_nobodys_score(services: Services, questions: list[str]) -> None:
    for _ in range(9):
        add_sitting(services, [Given(questions[0], 0.0), Given(questions[1], 1.0)])
    calibrate(services, "practice")
    one = item(report_items(services), questions[0])
    assert one.figures is not None
    assert not one.figures.enough
    assert (one.figures.mean, one.figures.item_rest, one.figures.outfit, one.oddities) == (None, None, None, ())


def test_a_question_that_becomes_easy_is_flagged_as_drifting(
    services: Services, questions: list[str], clock: Clock
) -> None:
    for number in range(60):
        clock.forward(hours=1)
        others = [Given(one, 0.35 + 0.1 * (number % 4)) for one in questions[1:4]]
        add_sitting(services, [Given(questions[0], 0.2 if number < 30 else 0.9), *others])
    calibrate(services, "practice")
    found = report_items(services)
    flags = {one.flag: one for one in item(found, questions[0]).oddities}
    assert "easier" in flags["drift"].seen
    assert "another version" in flags["drift"].advice
    assert all("drift" not in {odd.flag for odd in item(found, one).oddities} for one in questions[1:4])
    assert found.odd[0] == found.items[0]


def test_an_earlier_version_keeps_its_figures_but_is_not_complained_about(
    services: Services, questions: list[str]
) -> None:
    for _ in range(30):
        add_sitting(services, [Given(questions[0], 0.0, version=99), Given(questions[1], 0.5)])
    calibrate(services, "practice")
    found = report_items(services)
    old = next(
        one
        for one in found.items
        if one.key == replace(item(found, questions[1]).key, question_id=questions[0], version=99)
    )
    assert (old.served, old.oddities) == (False, ())
    assert old.figures is not None
    current = next(one for one in found.items if one.key.question_id == questions[0] and one.served)
    assert current.figures is None


def test_one_purpose_is_shown_at_a_time(services: Services, questions: list[str]) -> None:
    add_sitting(services, [Given(questions[0], 0.5)], Ran(purpose="hiring"))
    calibrate(services, "hiring")
    assert report_items(services).answered == ()
    assert len(report_items(services, "hiring").answered) == 1
    with pytest.raises(InvalidInputError, match="purpose is one of"):
        report_items(services, "gossip")
