"""Accounts: opening one and signing in."""

import pytest

from skillprep.actions.log_in import log_in
from skillprep.actions.register import register
from skillprep.actions.start_guest import start_guest
from skillprep.errors import ConflictError, InvalidInputError, NotSignedInError
from skillprep.services import Services
from skillprep.store.queries import count_sittings, find_owner, get_sitting

EMAIL, PASSWORD = "ada@example.com", "three blind mice"


def test_a_guest_becomes_a_person_and_keeps_their_sittings(services: Services, guest: str, sitting: str) -> None:
    assert register(services, guest, EMAIL, PASSWORD) == guest
    with services.db.reading() as session:
        owner = find_owner(session, guest)
        assert get_sitting(session, guest, sitting)
    assert owner is not None
    assert (owner.kind, owner.email) == ("person", EMAIL)


def test_signing_in_brings_the_guests_sittings_along(services: Services, guest: str, sitting: str) -> None:
    person = register(services, None, EMAIL, PASSWORD)
    assert log_in(services, guest, " ADA@Example.com ", PASSWORD) == person
    with services.db.reading() as session:
        assert get_sitting(session, person, sitting)
        assert find_owner(session, guest) is None


def test_a_wrong_password_and_an_unknown_address_look_the_same(services: Services) -> None:
    register(services, None, EMAIL, PASSWORD)
    messages = set()
    for email, password in [(EMAIL, "wrong password"), ("nobody@example.com", PASSWORD), ("", ""), ("\x00", "x")]:
        with pytest.raises(NotSignedInError) as caught:
            log_in(services, None, email, password)
        messages.add(str(caught.value))
    assert len(messages) == 1


def test_another_person_is_never_adopted(services: Services, sitting: str, guest: str) -> None:
    person = register(services, guest, EMAIL, PASSWORD)
    other = register(services, None, "eve@example.com", PASSWORD)
    log_in(services, person, "eve@example.com", PASSWORD)
    with services.db.reading() as session:
        assert count_sittings(session, other) == 0
        assert count_sittings(session, person) == 1


def test_an_address_is_taken_once_whatever_its_case(services: Services) -> None:
    register(services, None, EMAIL, PASSWORD)
    with pytest.raises(ConflictError):
        register(services, start_guest(services), "Ada@EXAMPLE.com", PASSWORD)


@pytest.mark.parametrize(
    "email", ["", "ada", "ada@", "a b@example.com", "ada@example.com\x00", "x" * 300 + "@example.com"]
)
def test_what_is_no_address_is_refused(services: Services, email: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        register(services, None, email, PASSWORD)
    assert caught.value.field == "email"


@pytest.mark.parametrize("password", ["", "short", "aaaaaaaaaaaa", EMAIL, "x" * 201])
def test_a_password_that_is_easy_to_guess_is_refused(services: Services, password: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        register(services, None, EMAIL, password)
    assert caught.value.field == "password"
