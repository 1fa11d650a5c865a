"""One file per thing somebody can make happen; the file is named after its function."""
