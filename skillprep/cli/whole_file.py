"""A file that is there whole or not at all: written beside its place, then put there in one step."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from skillprep.errors import InvalidInputError


class WholeFile:
    """Takes lines of text. An OSError (disk full, folder gone) becomes an InvalidInputError that names the file."""

    def __init__(self, path: Path, stream: IO[str]) -> None:
        self._path = path
        self._stream = stream

    def write(self, line: str) -> None:
        """Add one line."""
        try:
            self._stream.write(line + "\n")
        except OSError as error:
            raise cannot_write(self._path, error) from error


@contextmanager
def whole_file(path: Path) -> Iterator[WholeFile]:
    """Write lines that appear at `path`, replacing what is there, once the block ends well; else nothing is left."""
    place = path.resolve()
    if place.exists() and not place.is_file():
        raise InvalidInputError(f"{path} is not a plain file; name another one.", "out")
    partial = place.with_name(f".{place.name}.{secrets.token_hex(4)}.partial")
    try:
        stream = partial.open("x", encoding="utf-8", newline="\n")
    except OSError as error:
        raise cannot_write(path, error) from error
    try:
        yield WholeFile(path, stream)
        try:
            finish(stream, partial, place)
        except OSError as error:
            raise cannot_write(path, error) from error
    finally:
        abandon(stream)
        partial.unlink(missing_ok=True)


def finish(stream: IO[str], partial: Path, place: Path) -> None:
    """Put the lines on the disk before the name points to them."""
    stream.flush()
    os.fsync(stream.fileno())
    stream.close()
    partial.replace(place)


def abandon(stream: IO[str]) -> None:
    """Close without caring whether what is still in memory fits on the disk: the file goes anyway."""
    try:
        stream.close()
    except OSError:
        return


def cannot_write(path: Path, error: OSError) -> InvalidInputError:
    """What happened, and that nothing half-written is left."""
    reason = error.strerror or type(error).__name__
    return InvalidInputError(f"Cannot write {path}: {reason}. Nothing was left there; make room or name another file.")
