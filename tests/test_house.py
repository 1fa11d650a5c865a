"""The house rules of ARCHITECTURE in README.md, held by the machine."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from statistics import median, quantiles

import pytest
from flask import Flask

from skillprep.bank.load import load_bank
from skillprep.bank.schema_files import stale_schemas
from skillprep.config import ROOT, Settings
from skillprep.http import access_of

PACKAGE = ROOT / "skillprep"
FILES = sorted(PACKAGE.rglob("*.py"))
Function = ast.FunctionDef | ast.AsyncFunctionDef


def lines_of(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


def functions() -> Iterator[tuple[str, int]]:
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, Function):
                first = node.body[0]
                documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
                docstring = (first.end_lineno or 0) - first.lineno + 1 if documented else 0
                yield f"{path.name}:{node.lineno} {node.name}", (node.end_lineno or 0) - node.lineno + 1 - docstring


def percentile_95(sizes: list[int]) -> float:
    return quantiles(sizes, n=20)[-1]


def test_files_stay_small() -> None:
    sizes = [lines_of(path) for path in FILES if lines_of(path)]
    assert max(sizes) <= 400
    assert percentile_95(sizes) < 250
    assert median(sizes) < 80


def test_functions_stay_small() -> None:
    sizes = dict(functions())
    assert {name: size for name, size in sizes.items() if size > 60} == {}
    assert percentile_95(list(sizes.values())) < 30
    assert median(sizes.values()) < 8


def test_no_file_has_a_name_that_says_nothing() -> None:
    empty_names = {"utils", "util", "helpers", "helper", "common", "manager", "base", "misc"}
    assert [path for path in FILES if path.stem in empty_names] == []


def test_only_config_reads_the_environment() -> None:
    reads = re.compile(r"os\.environ|os\.getenv|from os import .*(environ|getenv)")
    assert [path.name for path in FILES if reads.search(path.read_text("utf-8"))] == ["config.py"]


def test_every_setting_is_documented_with_its_default() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    missing = [one.name.upper() for one in fields(Settings) if f"| `{one.name.upper()}` |" not in readme]
    assert missing == []


def actions() -> list[str]:
    return [path.stem for path in sorted((PACKAGE / "actions").glob("*.py")) if path.stem != "__init__"]


@pytest.mark.parametrize("action", actions())
def test_every_action_is_a_function_named_after_its_file_and_has_a_test(action: str) -> None:
    tree = ast.parse((PACKAGE / "actions" / f"{action}.py").read_text("utf-8"))
    assert action in {node.name for node in tree.body if isinstance(node, Function)}
    tests = "\n".join(path.read_text("utf-8") for path in (ROOT / "tests" / "actions").glob("test_*.py"))
    assert re.search(rf"\b{action}\(", tests), f"no test calls {action}"


def test_every_public_function_of_an_action_has_a_docstring() -> None:
    bare = [
        f"{path.name}: {node.name}"
        for path in (PACKAGE / "actions").glob("*.py")
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, Function) and not ast.get_docstring(node)
    ]
    assert bare == []


def test_every_bank_file_passes_the_lint() -> None:
    assert [str(problem) for problem in load_bank(ROOT / "question_bank").problems] == []


def test_the_editors_schemas_are_fresh() -> None:
    assert stale_schemas(ROOT / "question_bank" / "schema") == []


def test_every_route_declares_who_may_call_it(app: Flask) -> None:
    undeclared = [rule.endpoint for rule in app.url_map.iter_rules() if access_of(app, rule.endpoint) is None]
    assert undeclared == []


def test_the_bank_shares_no_sentence_with_the_pages_it_started_from() -> None:
    tool = ROOT.parent / "shared" / "tools" / "seed_overlap.py"
    if not tool.is_file():
        pytest.skip("the pages the bank started from are not on this machine")
    done = subprocess.run(
        [sys.executable, str(tool), str(ROOT / "question_bank")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_no_committed_file_names_a_registry_or_a_path_of_one_machine() -> None:
    hosts = re.compile(r"pypi\.org|python[h]osted|registry\.npmjs|deb\.debian|(?<![\w.])/(work|farm)/")
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    suffixes = {".py", ".md", ".toml", ".yaml", ".txt", ".html", ".js", ".css", ".json", ""}
    named = [
        name
        for name in tracked.split("\0")
        if name and name != "tests/test_house.py" and Path(name).suffix in suffixes
        if hosts.search((ROOT / name).read_text("utf-8", errors="replace"))
    ]
    assert named == []
