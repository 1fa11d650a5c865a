"""What every page shares: the names and filters that templates use, and the addresses of static files."""

import hashlib
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from flask import Flask, request, url_for

from skillprep.http import current_owner, services
from skillprep.web import choices, words
from skillprep.web.icons import icon
from skillprep.web.prose import linked, plain, prose
from skillprep.web.security import nonce

STATIC = Path(__file__).parent / "static"
THEMES = ("light", "dark")

FILTERS = {
    "prose": prose,
    "linked": linked,
    "plain": plain,
    "percent": words.percent,
    "share": words.share,
    "level_name": words.level_name,
}


def furnish(app: Flask) -> None:
    """Give every template the filters and names that it may use."""
    app.jinja_env.filters.update(FILTERS)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.context_processor(page_values)


def page_values() -> dict[str, Any]:
    """Names that every template may use."""
    return {
        "asset": asset,
        "count": words.count,
        "icon": icon,
        "nonce": nonce(),
        "owner": current_owner(),
        "bank": services().bank,
        "model": services().model_health(),
        "theme": chosen_theme(),
        "turn_reason": choices.reason_of,
        "turn_details": choices.details_of,
        "ending_words": words.ENDINGS,
        "mode_words": words.MODES,
        "state_words": words.STATES,
        "level_words": words.LEVELS,
        "moment": words.moment,
        "when": words.when,
        "date_name": words.date_name,
        "sitting_name": partial(words.sitting_name, services().bank),
    }


def chosen_theme() -> str:
    """light or dark as the visitor's cookie says; empty follows the system."""
    theme = request.cookies.get("theme", "")
    return theme if theme in THEMES else ""


def asset(name: str) -> str:
    """A static file's address with its content's digest, so that it can be cached for a year."""
    return url_for("static", filename=name, v=digest(name))


@lru_cache(maxsize=64)
def digest(name: str) -> str:
    """Short hash of a static file; files do not change while the service runs."""
    return hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]
