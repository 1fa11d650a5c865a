"""Passwords and keys at rest."""

from skillprep.store.secret import hash_key_secret, hash_password, key_matches, new_key_secret, password_matches


def test_a_password_matches_its_own_hash_alone() -> None:
    stored = hash_password("three blind mice")
    assert stored.startswith("$argon2id$")
    assert "m=19456,t=2,p=1" in stored
    assert password_matches(stored, "three blind mice")
    assert not password_matches(stored, "three blind mouse")


def test_two_hashes_of_one_password_differ() -> None:
    assert hash_password("three blind mice") != hash_password("three blind mice")


def test_no_account_and_a_broken_hash_match_nothing() -> None:
    assert not password_matches(None, "anything")
    assert not password_matches("not a hash", "anything")


def test_keys_are_long_random_and_kept_as_a_hash() -> None:
    secret = new_key_secret()
    assert len(secret) == 43
    assert secret != new_key_secret()
    assert key_matches(hash_key_secret(secret), secret)
    assert not key_matches(hash_key_secret(secret), secret + "x")
