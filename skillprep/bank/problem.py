"""What is wrong with a file of the bank, and where."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """`file` is relative to the bank's directory, `line` is 1-based, `rule` is a key of `rules.RULES`."""

    file: str
    line: int
    rule: str
    message: str

    def __str__(self) -> str:
        """The form that editors and terminals turn into a link: `file:line: message [rule]`."""
        return f"{self.file}:{self.line}: {self.message} [{self.rule}]"

    def as_json(self) -> dict[str, str | int]:
        return asdict(self)
