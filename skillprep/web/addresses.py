"""What may stand in an address: converters that refuse the rest, and where a form may send the visitor next."""

import re

from werkzeug.routing import BaseConverter

LOCAL = re.compile(r"/(?![/\\])[!-\[\]-~]{0,999}")
"""A path of this site. Two slashes, or a slash and a backslash, would be read by browsers as another host."""


class IdConverter(BaseConverter):
    """A random id as the tables make them. Anything else is a 404 before it reaches a database."""

    regex = "[0-9a-f]{32}"


class PositionConverter(BaseConverter):
    """A question's place in its sitting, from 1; too few digits to overflow anything."""

    regex = "[1-9][0-9]{0,3}"

    def to_python(self, value: str) -> int:
        """The number."""
        return int(value)


def local_address(unverified_target: str | None, otherwise: str) -> str:
    """The target if it stays on this site, else `otherwise`: nobody is sent elsewhere by a crafted link."""
    target = unverified_target or ""
    return target if LOCAL.fullmatch(target) else otherwise
