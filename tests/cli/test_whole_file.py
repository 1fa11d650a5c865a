"""A file that is there whole or not at all."""

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from skillprep.cli.whole_file import whole_file
from skillprep.errors import InvalidInputError


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """This process may write no file larger than `size`: what a full disk looks like to it."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_lines_appear_when_the_block_ends(tmp_path: Path) -> None:
    place = tmp_path / "out.jsonl"
    with whole_file(place) as file:
        file.write("one")
        file.write("zwölf")
        assert not place.exists()
    assert place.read_text("utf-8") == "one\nzwölf\n"
    assert list(tmp_path.iterdir()) == [place]


def test_a_block_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    place = tmp_path / "out.jsonl"
    place.write_text("before", "utf-8")
    with pytest.raises(KeyboardInterrupt), whole_file(place) as file:
        file.write("half")
        raise KeyboardInterrupt
    assert place.read_text("utf-8") == "before"
    assert list(tmp_path.iterdir()) == [place]


@pytest.mark.parametrize("characters", [10, 100_000])
def test_a_full_disk_is_said_and_leaves_nothing(tmp_path: Path, characters: int) -> None:
    place = tmp_path / "out.jsonl"
    # Ten characters fail when the file is finished, a hundred thousand while it is written.
    with pytest.raises(InvalidInputError, match=r"Cannot write .*out\.jsonl"), room_for(5), whole_file(place) as file:
        file.write("x" * characters)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_goes_away_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "there"
    folder.mkdir()
    with pytest.raises(InvalidInputError, match="Cannot write"), whole_file(folder / "out") as file:
        file.write("x")
        for left in folder.iterdir():
            left.unlink()
        folder.rmdir()


def test_a_folder_that_never_was_is_said(tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError, match="Cannot write"), whole_file(tmp_path / "none" / "out"):
        pass


def test_a_device_or_folder_is_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for place in (Path("/dev/null"), tmp_path, pipe):
        with pytest.raises(InvalidInputError, match="not a plain file"), whole_file(place):
            pass


def test_a_link_stays_a_link_and_its_target_is_written(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("before", "utf-8")
    link.symlink_to(target)
    with whole_file(link) as file:
        file.write("after")
    assert (link.is_symlink(), target.read_text("utf-8")) == (True, "after\n")
