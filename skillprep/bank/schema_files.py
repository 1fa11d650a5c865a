"""The generated schemas on disk, beside the bank, where editors look for them."""

from pathlib import Path

from skillprep.bank.schema import schemas


def write_schemas(directory: Path) -> list[Path]:
    """Write what is stale and return those paths. `directory` is the bank's schema/ folder."""
    directory.mkdir(parents=True, exist_ok=True)
    texts = schemas()
    stale = stale_schemas(directory)
    for path in stale:
        path.write_text(texts[path.name], encoding="utf-8", newline="\n")
    return stale


def stale_schemas(directory: Path) -> list[Path]:
    """The schema files that are missing or differ from the models."""
    return [directory / name for name, text in schemas().items() if not _holds(directory / name, text)]


def _holds(path: Path, text: str) -> bool:
    try:
        return path.read_bytes() == text.encode()
    except FileNotFoundError:
        return False
