"""Sets of questions: built, kept, and never seen by anybody else."""

from collections import Counter
from dataclasses import replace

import pytest

from skillprep.actions.assemble_set import assemble_set, pool_for
from skillprep.actions.build_set import build_set
from skillprep.errors import InvalidInputError, NotFoundError, ScorerUnavailableError
from skillprep.services import Services
from skillprep.sets.assemble import Conflict
from skillprep.sets.blueprint import EXAMPLE, Blueprint
from skillprep.sets.check import violations
from skillprep.sets.question_set import QuestionSet
from skillprep.store.sets import count_sets, get_set, list_sets, uses_of


def wish(**more: object) -> Blueprint:
    return Blueprint.model_validate({"title": "A test", "questions": 4, **more})


def test_a_set_is_built_kept_and_found_again(services: Services, guest: str) -> None:
    set_id = build_set(services, guest, wish(kinds={"case": 2, "technical": "any"}))
    assert isinstance(set_id, str)
    with services.db.reading() as session:
        found = get_set(session, guest, set_id)
        assert [one.id for one in list_sets(session, guest, 10)] == [set_id]
    assert found.blueprint == wish(kinds={"case": 2, "technical": "any"})
    assert (found.bank_version, found.created_at) == (services.bank.version, services.clock())
    kinds = [question.kind.value for question in found.built.forms[0].questions]
    assert sorted(kinds) == ["case", "case", "technical", "technical"]


def test_a_stranger_finds_nothing(services: Services, guest: str, stranger: str) -> None:
    set_id = build_set(services, guest, wish())
    with services.db.reading() as session:
        assert isinstance(set_id, str)
        with pytest.raises(NotFoundError):
            get_set(session, stranger, set_id)
        assert list_sets(session, stranger, 10) == []
        assert uses_of(session, stranger) == {}


def test_the_example_works_on_our_bank_and_keeps_every_wish(services: Services) -> None:
    blueprint = Blueprint.model_validate(EXAMPLE | {"similarity_below": None})
    found = assemble_set(services, blueprint)
    assert isinstance(found, QuestionSet)
    pool = pool_for(services, blueprint, Counter())
    forms = [[question.question_id for question in form.questions] for form in found.forms]
    assert violations(blueprint, pool, forms) == []


def test_what_was_used_before_counts_for_its_owner_alone(services: Services, guest: str, stranger: str) -> None:
    first = assemble_set(services, wish(), guest)
    build_set(services, guest, wish())
    fresh = assemble_set(services, wish(max_uses=0), guest)
    assert isinstance(first, QuestionSet)
    assert isinstance(fresh, QuestionSet)
    asked = {question.question_id for question in first.forms[0].questions}
    assert asked.isdisjoint(question.question_id for question in fresh.forms[0].questions)
    assert assemble_set(services, wish(), stranger) == first


def test_a_conflict_is_explained_and_nothing_is_stored(services: Services, guest: str) -> None:
    found = build_set(services, guest, wish(minutes=5))
    assert isinstance(found, Conflict)
    assert "at most 5 minutes" in found.explanation
    assert found.relaxed is not None
    assert isinstance(build_set(services, guest, found.relaxed), str)
    with services.db.reading() as session:
        assert count_sets(session, guest) == 1


def test_a_title_that_cannot_be_stored_is_refused(services: Services, guest: str) -> None:
    with pytest.raises(InvalidInputError):
        build_set(services, guest, wish(title="a\x00bcd"))


def test_likeness_without_a_model_is_refused_in_words(services: Services) -> None:
    def absent(_texts: object) -> object:
        raise ScorerUnavailableError("There is no model.")

    without = replace(services, vectors=absent)
    with pytest.raises(ScorerUnavailableError, match="leave out the limit"):
        assemble_set(without, wish(similarity_below=0.8))
    assert isinstance(assemble_set(without, wish()), QuestionSet)
