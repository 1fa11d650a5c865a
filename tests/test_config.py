"""Settings."""

from dataclasses import fields
from pathlib import Path

import pytest

from skillprep.config import Settings
from skillprep.errors import SettingError


def test_defaults_need_no_environment(tmp_path: Path) -> None:
    settings = Settings.from_env({"DATA_DIR": str(tmp_path)})
    assert (settings.host, settings.port) == ("127.0.0.1", 8000)
    assert settings.resolved_database_url == f"sqlite:///{tmp_path}/skillprep.sqlite3"


def test_an_empty_variable_counts_as_not_set() -> None:
    assert Settings.from_env({"PORT": " "}).port == 8000


BAD = {
    "HOST": ["", "a b", "http://x"][1:],
    "PORT": ["0", "65536", "eighty", "8000.5", "9" * 5000],
    "DATA_DIR": [__file__],
    "DATABASE_URL": ["mysql://x/y", "not a url", "://"],
    "BANK_DIR": ["/nowhere/at/all"],
    "BANK_CHECK_SECONDS": ["0", "nan", "inf", "soon"],
    "SECRET_KEY": ["short"],
    "COOKIE_SECURE": ["maybe", "1"],
    "TRUSTED_PROXIES": ["-1", "6"],
    "ENCODER": ["gpt", "/nowhere/at/all"],
    "ENCODER_THREADS": ["0", "65"],
    "SCORE_WAIT_SECONDS": ["-1", "61", "nan"],
    "WEB_THREADS": ["0", "1000"],
    "WORKER": ["perhaps"],
    "SHUTDOWN_SECONDS": ["0", "301"],
    "LOG_LEVEL": ["LOUD", "info"],
}


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in BAD.items() for value in values])
def test_a_bad_value_is_refused_with_the_settings_name_and_what_it_accepts(name: str, value: str) -> None:
    accepts = {one.name.upper(): one.metadata["accepts"] for one in fields(Settings)}[name]
    with pytest.raises(SettingError) as caught:
        Settings.from_env({name: value})
    assert name in str(caught.value)
    assert accepts in str(caught.value)


def test_every_setting_has_a_bad_value_above() -> None:
    assert {one.name.upper() for one in fields(Settings)} == set(BAD)


def test_secrets_are_not_shown_in_the_error() -> None:
    with pytest.raises(SettingError) as caught:
        Settings.from_env({"SECRET_KEY": "tiny-secret"})
    assert "tiny-secret" not in str(caught.value)


@pytest.mark.parametrize("given", ["postgres://u@h/d", "postgresql://u@h/d"])
def test_the_postgres_driver_is_filled_in(given: str) -> None:
    assert Settings.from_env({"DATABASE_URL": given}).resolved_database_url == "postgresql+psycopg://u@h/d"
