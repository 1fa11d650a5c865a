"""Bootstrap Icons, drawn into the page from the sprite that Bootstrap-Flask ships.

The sprite is over a megabyte; a page needs about ten of its drawings, so only those are sent.
"""

import re
from functools import lru_cache
from pathlib import Path

import flask_bootstrap
from markupsafe import Markup

SPRITE = Path(flask_bootstrap.__file__).parent / "static/bootstrap5/icons/bootstrap-icons.svg"
SYMBOL = re.compile(r'<symbol class="[^"]*" viewBox="0 0 16 16" id="([a-z0-9-]+)">(.*?)</symbol>', re.DOTALL)


def icon(name: str) -> Markup:
    """An icon as inline SVG, hidden from screen readers: a word always stands beside it."""
    return Markup(
        '<svg class="bi" width="16" height="16" viewBox="0 0 16 16" fill="currentColor" aria-hidden="true">{}</svg>'
    ).format(drawings()[name])


@lru_cache(maxsize=1)
def drawings() -> dict[str, Markup]:
    """Every drawing of the sprite by name. The sprite is part of an installed package and therefore trusted."""
    found = SYMBOL.findall(SPRITE.read_text(encoding="utf-8"))
    return {name: Markup(paths) for name, paths in found}  # noqa: S704
