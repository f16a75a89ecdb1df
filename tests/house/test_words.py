"""Is every word whole, and does only the command line touch the world?"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "src" / "talentdb"
FILES = sorted(path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py"))
BELOW_CLI = [path for path in FILES if path.parts[0] != "cli"]

VAGUE_FILES = {"utils", "util", "helpers", "helper", "common", "manager", "service", "misc"}
CUT_WORDS = {"org", "orgs", "stmt", "stmts", "conn", "conns", "cfg", "idx", "msg", "tmp"}
WORLD = {
    "date.today",
    "datetime.now",
    "datetime.today",
    "datetime.utcnow",
    "os.environ",
    "os.getcwd",
    "os.getenv",
    "Path.cwd",
    "Path.home",
    "sys.argv",
    "sys.exit",
    "sys.stderr",
    "sys.stdin",
    "sys.stdout",
    "time.localtime",
    "time.time",
}


def defined_names(tree: ast.AST) -> Iterator[str]:
    """Whatever the file itself names: functions, classes, arguments, variables."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.alias) and node.asname is not None:
            yield node.asname


def world_touched(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            dotted = ".".join(ast.unparse(node).split(".")[-2:])
            if dotted in WORLD:
                yield f"line {node.lineno}: {dotted}"
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                if f"{node.module}.{alias.name}" in WORLD:
                    yield f"line {node.lineno}: {node.module}.{alias.name}"


@pytest.mark.parametrize("path", FILES, ids=str)
def test_words_are_whole(path: Path) -> None:
    tree = ast.parse((PACKAGE / path).read_text(encoding="utf-8"))
    cut = {name for name in defined_names(tree) if CUT_WORDS & set(name.lower().split("_"))}
    assert cut == set()
    assert VAGUE_FILES & set(path.with_suffix("").parts) == set()


@pytest.mark.parametrize("path", BELOW_CLI, ids=str)
def test_code_below_the_command_line_leaves_the_world_alone(path: Path) -> None:
    tree = ast.parse((PACKAGE / path).read_text(encoding="utf-8"))
    assert list(world_touched(tree)) == []


def test_a_clock_and_a_cut_word_would_be_found() -> None:
    tree = ast.parse("import datetime\nfrom os import environ\nconn = datetime.datetime.now()\n")
    assert list(world_touched(tree)) == ["line 2: os.environ", "line 3: datetime.now"]
    assert list(defined_names(tree)) == ["conn"]
