"""API keys: create_key, check_key, revoke_key."""

from typing import Any

import pytest

from skillprep.actions.check_key import check_key
from skillprep.actions.create_key import create_key
from skillprep.actions.revoke_key import revoke_key
from skillprep.errors import InvalidInputError, NotFoundError, NotSignedInError
from skillprep.services import Services


def test_a_key_speaks_for_its_organisation_with_its_scopes(services: Services) -> None:
    caller = check_key(services, create_key(services, "Example College", ["bank:read"], 30))
    assert caller.scopes == {"bank:read"}
    again = check_key(services, create_key(services, " Example College ", ["bank:read"], None))
    assert again.owner_id == caller.owner_id


def test_expired_and_revoked_keys_open_nothing(services: Services, clock: Any) -> None:
    key = create_key(services, "Example College", ["bank:read"], 30)
    other = create_key(services, "Example College", ["bank:read"], None)
    clock.forward(days=30)
    with pytest.raises(NotSignedInError):
        check_key(services, key)
    revoke_key(services, other.split("_")[2])
    with pytest.raises(NotSignedInError):
        check_key(services, other)


@pytest.mark.parametrize("key", ["", "x", "sp_live_", "sp_live_" + "0" * 32 + "_" + "a" * 43, "sp_live_\x00"])
def test_what_is_no_key_opens_nothing(services: Services, key: str) -> None:
    with pytest.raises(NotSignedInError):
        check_key(services, key)


def test_the_right_id_with_a_wrong_secret_opens_nothing(services: Services) -> None:
    key = create_key(services, "Example College", ["bank:read"], 30)
    with pytest.raises(NotSignedInError):
        check_key(services, key[:-1] + ("a" if key[-1] != "a" else "b"))


@pytest.mark.parametrize(
    ("organisation", "scopes", "days"),
    [("", ["bank:read"], 1), ("X\x00", ["bank:read"], 1), ("X", [], 1), ("X", ["all"], 1), ("X", ["bank:read"], 0)],
)
def test_a_key_that_makes_no_sense_is_refused(
    services: Services, organisation: str, scopes: list[str], days: int
) -> None:
    with pytest.raises(InvalidInputError):
        create_key(services, organisation, scopes, days)


def test_revoking_an_unknown_key_says_so(services: Services) -> None:
    with pytest.raises(NotFoundError):
        revoke_key(services, "nothing")
