"""Reading a bank from disk; with schema_files.py the only file here that touches it."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from skillprep.bank.assemble import Loaded, assemble
from skillprep.bank.entry import Entry, problem_at, read_entry
from skillprep.bank.kinds import IGNORED, KINDS, find_kind
from skillprep.bank.problem import Problem
from skillprep.bank.read_yaml import MAX_BYTES
from skillprep.errors import BankError

Fingerprint = frozenset[tuple[str, int, int]]
"""Path, size in bytes and time of change in nanoseconds of every file."""


def load_bank(directory: Path) -> Loaded:
    """Read every file: the sound ones become the bank, the others are left out and reported.

    BankError only when there is nothing to serve: no such directory, or not one sound question.
    """
    entries: list[Entry] = []
    problems: list[Problem] = []
    for path in bank_paths(directory):
        found = _read(directory, path)
        if isinstance(found, list):
            problems += found
        else:
            entries.append(found)
    loaded = assemble(entries, problems)
    if not loaded.bank.questions:
        raise BankError(_nothing_to_serve(directory, loaded))
    return loaded


def fingerprint(directory: Path) -> Fingerprint:
    """Changes whenever a file of the bank is added, removed, renamed or written; empty when the directory is gone."""
    if not directory.is_dir():
        return frozenset()
    return frozenset(_stamp(directory, path) for path in bank_paths(directory))


def bank_paths(directory: Path) -> list[Path]:
    """Every file, and every folder that is not entered because it is unknown, a link or closed, sorted."""
    if not directory.is_dir():
        raise BankError(f"There is no question bank at {directory}.")
    return sorted(_walk(directory))


def _walk(directory: Path) -> Iterator[Path]:
    unlisted: list[OSError] = []
    for folder, folders, files in os.walk(directory, onerror=unlisted.append):
        is_top = Path(folder) == directory
        visible = [name for name in folders if not _is_ignored(name, is_top)]
        closed = {name for name in visible if (is_top and name not in KINDS) or (Path(folder) / name).is_symlink()}
        folders[:] = [name for name in visible if name not in closed]
        yield from (Path(folder) / name for name in closed)
        yield from (Path(folder) / name for name in files if not _is_ignored(name, is_top))
    yield from (Path(error.filename) for error in unlisted)


def _is_ignored(name: str, is_top: bool) -> bool:
    return name.startswith(".") or (is_top and name in IGNORED)


def _stamp(directory: Path, path: Path) -> tuple[str, int, int]:
    name = path.relative_to(directory).as_posix()
    try:
        status = path.stat()
    except OSError:
        # It vanished or cannot be read; reading it will say so.
        return name, -1, -1
    return name, status.st_size, status.st_mtime_ns


def _read(directory: Path, path: Path) -> Entry | list[Problem]:
    file = _printable(path.relative_to(directory).as_posix())
    if _leads_away(directory, path):
        return [problem_at(file, 1, "link", "This is a link that is not followed.")]
    if path.is_dir() and file.split("/")[0] in KINDS:
        return [problem_at(file, 1, "unreadable", "The folder cannot be listed.")]
    kind = find_kind(file)
    if kind is None:
        return [problem_at(file, 1, "unknown-file", "The bank has no place for this.")]
    try:
        text = _text(path)
    except OSError as error:
        return [problem_at(file, 1, "unreadable", f"It cannot be read ({error.strerror}).")]
    except ValueError as error:
        return [problem_at(file, 1, "unreadable", str(error))]
    return read_entry(file, text, kind.model)


def _leads_away(directory: Path, path: Path) -> bool:
    if not path.is_symlink():
        return False
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return True
    return not target.is_relative_to(directory.resolve()) or target.is_dir()


def _text(path: Path) -> str:
    # Opening a pipe would wait for ever, and a device has no end.
    if not stat.S_ISREG(path.stat().st_mode):
        raise ValueError("It is not an ordinary file.")
    with path.open("rb") as file:
        content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise ValueError(f"It is longer than {MAX_BYTES // 1024} KiB.")
    try:
        # Some editors put a byte order mark in front.
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ValueError(f"Line {line} is not UTF-8.") from None


def _printable(name: str) -> str:
    """File names may be any bytes; a problem's text must be printable."""
    return name.encode("utf-8", "backslashreplace").decode()


def _nothing_to_serve(directory: Path, loaded: Loaded) -> str:
    first = f" The first of {len(loaded.problems)} problems: {loaded.problems[0]}" if loaded.problems else ""
    return f"The question bank at {directory} has no question that can be served.{first}"
