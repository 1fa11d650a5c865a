"""Every setting, read from the environment once and checked: the only module that looks there."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from skillprep.errors import SettingError

ROOT = Path(__file__).resolve().parent.parent


def setting(default: str, accepts: str, parse: Any, about: str) -> Any:
    """A setting with its default as text, what it accepts in words, and what it does."""
    return field(metadata={"default": default, "accepts": accepts, "parse": parse, "about": about})


def whole(low: int, high: int) -> Any:
    """Parse a whole number within bounds."""

    def parse(text: str) -> int:
        value = int(text)
        if not low <= value <= high:
            raise ValueError
        return value

    return parse


def seconds(low: float, high: float) -> Any:
    """Parse a number of seconds within bounds; not-a-number is out of bounds."""

    def parse(text: str) -> float:
        value = float(text)
        if not low <= value <= high:
            raise ValueError
        return value

    return parse


def one_of(*words: str) -> Any:
    """Parse one of a few words."""

    def parse(text: str) -> str:
        if text not in words:
            raise ValueError
        return text

    return parse


def flag(text: str) -> bool:
    """Parse yes or no."""
    return {"yes": True, "no": False}[text.lower()]


def host(text: str) -> str:
    """A host name or address without spaces, port or scheme."""
    if not text or any(c.isspace() or c == "/" for c in text):
        raise ValueError
    return text


def database_url(text: str) -> str:
    """Empty for SQLite in DATA_DIR, else a URL of SQLite or PostgreSQL; the driver is filled in."""
    if not text:
        return ""
    url = make_url(text)
    drivers = {"sqlite": "sqlite", "postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}
    return url.set(drivername=drivers[url.get_backend_name()]).render_as_string(hide_password=False)


def existing_folder(text: str) -> Path:
    """A folder that is there."""
    path = Path(text).expanduser().resolve()
    if not path.is_dir():
        raise ValueError
    return path


def folder(text: str) -> Path:
    """A folder that is there or can be made."""
    path = Path(text).expanduser().resolve()
    if path.exists() and not path.is_dir():
        raise ValueError
    return path


def encoder(text: str) -> str:
    """'packaged', 'stock', 'hashing', or a folder with a sentence-transformers model."""
    return text if text in {"packaged", "stock", "hashing"} else str(existing_folder(text))


def secret(text: str) -> str:
    """Empty to keep a generated one in DATA_DIR, else at least 32 characters."""
    if text and len(text) < 32:
        raise ValueError
    return text


@dataclass(frozen=True)
class Settings:
    """The service's settings. `Settings.from_env` is how they are made."""

    host: str = setting("127.0.0.1", "a host name or address", host, "Address to listen on.")
    port: int = setting("8000", "a whole number from 1 to 65535", whole(1, 65535), "Port to listen on.")
    data_dir: Path = setting("data", "a folder", folder, "Where the database, the secret and caches are kept.")
    database_url: str = setting(
        "", "empty, sqlite:///… or postgresql://…", database_url, "The database; empty: SQLite in DATA_DIR."
    )
    bank_dir: Path = setting(str(ROOT / "question_bank"), "an existing folder", existing_folder, "The question bank.")
    bank_check_seconds: float = setting(
        "5", "0.1 to 3600", seconds(0.1, 3600), "How often changed bank files are looked for."
    )
    secret_key: str = setting(
        "", "empty or at least 32 characters", secret, "Signs cookies; empty: generated once and kept in DATA_DIR."
    )
    cookie_secure: bool = setting("no", "yes or no", flag, "Say yes behind HTTPS: cookies become Secure and __Host-.")
    trusted_proxies: int = setting(
        "0", "0 to 5", whole(0, 5), "Reverse proxies in front whose X-Forwarded headers are believed."
    )
    encoder: str = setting(
        "packaged",
        "packaged, stock, hashing, or a model's folder",
        encoder,
        "What scoring reads with: the packaged model as tuned here, or as it was (stock); hashing is for tests only.",
    )
    encoder_threads: int = setting("2", "1 to 64", whole(1, 64), "Threads the encoder may use.")
    score_wait_seconds: float = setting(
        "8", "0 to 60", seconds(0, 60), "How long a submitted answer waits for its score before the page moves on."
    )
    web_threads: int = setting("8", "1 to 64", whole(1, 64), "Requests served at once.")
    worker: bool = setting("yes", "yes or no", flag, "Whether `serve` also scores answers that wait.")
    shutdown_seconds: int = setting("20", "1 to 300", whole(1, 300), "How long SIGTERM lets requests finish.")
    log_level: str = setting(
        "INFO", "DEBUG, INFO, WARNING or ERROR", one_of("DEBUG", "INFO", "WARNING", "ERROR"), "How much is logged."
    )

    @classmethod
    def from_env(cls, environ: Mapping[str, str] = os.environ) -> "Settings":
        """Read every setting. Raises SettingError that names the setting, its value and what it accepts."""
        return cls(**{one.name: read(one.name.upper(), one.metadata, environ) for one in fields(cls)})

    @property
    def resolved_database_url(self) -> str:
        """The database to open."""
        return self.database_url or f"sqlite:///{self.data_dir / 'skillprep.sqlite3'}"


def read(name: str, about: Mapping[str, Any], environ: Mapping[str, str]) -> Any:
    """One setting. An empty variable counts as not set."""
    text = environ.get(name, "").strip() or about["default"]
    try:
        return about["parse"](text)
    except (ValueError, KeyError, ArgumentError, OSError) as error:
        shown = "(hidden)" if name in {"SECRET_KEY", "DATABASE_URL"} else repr(text)
        raise SettingError(f"{name}={shown} cannot be used. It accepts {about['accepts']}.") from error
