"""Is every file under 200 lines and every function under 40?"""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LONGEST_FILE = 200
LONGEST_FUNCTION = 40
FILES = sorted(
    path.relative_to(ROOT)
    # Migrations are as long as their tables, and are never changed again.
    for folder in ("src", "tests", "benchmarks")
    for path in (ROOT / folder).rglob("*.py")
)


def test_there_are_files_to_measure() -> None:
    assert Path("src/talentdb/__init__.py") in FILES


@pytest.mark.parametrize("path", FILES, ids=str)
def test_file_and_its_functions_are_short(path: Path) -> None:
    text = (ROOT / path).read_text(encoding="utf-8")
    long = [
        f"{path}:{node.lineno} {node.name}: {length} lines"
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION
    ]
    if (lines := len(text.splitlines())) > LONGEST_FILE:
        long.append(f"{path}: {lines} lines")
    assert long == []
