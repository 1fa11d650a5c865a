import datetime

import pytest
from flask import Flask
from markupsafe import Markup

from skillprep.adaptive.choose import Reason
from skillprep.scoring.values import PointState
from skillprep.web import words
from skillprep.web.addresses import local_address
from skillprep.web.icons import icon
from skillprep.web.prose import linked, plain, prose


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """These pages do not depend on the kind of database."""
    return sqlite_url


@pytest.mark.parametrize(
    ("value", "said"),
    [(0.0, "hardly anything"), (0.49, "about half"), (0.66, "about two thirds"), (1.0, "nearly everything")],
)
def test_shares_have_words(value: float, said: str) -> None:
    assert words.share(value) == said


def test_counts_agree_with_their_noun() -> None:
    assert [words.count(n, "question") for n in (0, 1, 2, 1204)] == [
        "0 questions",
        "1 question",
        "2 questions",
        "1,204 questions",
    ]
    assert words.count(2, "entry", "entries") == "2 entries"


def test_every_reason_and_state_has_words() -> None:
    assert set(words.REASONS) == {reason.value for reason in Reason}
    assert set(words.STATES) == set(PointState)


def test_a_moment_can_be_read_by_people_and_machines() -> None:
    at = datetime.datetime(2026, 11, 3, 9, 5, tzinfo=datetime.UTC)
    assert words.moment(at) == Markup(
        '<time datetime="2026-11-03T09:05:00+00:00" data-local>3 November 2026, 09:05 UTC</time>'
    )


def test_icons_come_from_the_sprite() -> None:
    assert '<svg class="bi"' in icon("search")
    with pytest.raises(KeyError):
        icon("no-such-drawing")


def test_prose_is_escaped_and_linked(app: Flask) -> None:
    with app.test_request_context():
        found = prose(
            "One <b> [[pre-mortem]].\n\nTwo [[model-card|the card]], [[no-such-term|words]] & [[no-such-term]]."
        )
    assert found.count("<p>") == 2
    assert "&lt;b&gt;" in found
    assert '<a class="term" href="/glossary#pre-mortem"' in found
    assert ">pre-mortem</a>" in found
    assert ">the card</a>" in found
    assert ", words &amp; no such term." in found


def test_a_term_keeps_its_capital_at_the_start_of_a_sentence(app: Flask) -> None:
    with app.test_request_context():
        assert ">Drift</a>" in linked("[[drift]] comes. ")
        assert ">drift</a>" in linked("Then comes [[drift]].")
        assert ">FATE</a>" in linked("Often called [[fate]].")
        assert plain("Then comes [[drift]].") == "Then comes drift."


@pytest.mark.parametrize("target", ["/x", "/x?y=1#z"])
def test_local_addresses_pass(target: str) -> None:
    assert local_address(target, "/") == target


@pytest.mark.parametrize(
    "target", [None, "", "x", "//x", "/\\x", "http://x", "/\tx//", "/x\n", "/" + "x" * 2000, "http://[", "/\x00"]
)
def test_others_do_not(target: str | None) -> None:
    assert local_address(target, "/otherwise") == "/otherwise"
