"""A bank on disk that a test can change."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import yaml

from tests.bank.content import Content, sound_files


@dataclass(frozen=True)
class BankFiles:
    """A bank's directory with the means to change it."""

    directory: Path

    def write(self, file: str, content: Content | str) -> Path:
        text = content if isinstance(content, str) else yaml_text(content)
        path = self.directory / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def change(self, file: str, change: Callable[[Content], object]) -> None:
        """Apply a change to the content of a file that exists."""
        content = yaml.safe_load((self.directory / file).read_text(encoding="utf-8"))
        change(content)
        self.write(file, content)

    def line(self, file: str, beginning: str) -> int:
        """The 1-based number of the last line that begins like this, indentation included."""
        lines = (self.directory / file).read_text(encoding="utf-8").splitlines()
        return max(number for number, line in enumerate(lines, start=1) if line.startswith(beginning))


def yaml_text(content: Content) -> str:
    # The trip through JSON copies parts that are used twice, which PyYAML would write as anchor and alias.
    return yaml.safe_dump(json.loads(json.dumps(content)), sort_keys=False, width=1000)


def write_bank(directory: Path) -> BankFiles:
    files = BankFiles(directory)
    for file, content in sound_files().items():
        files.write(file, content)
    return files
