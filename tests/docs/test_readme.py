"""Does the README say what really happens?"""

from pathlib import Path

import pytest

from talentdb.cli import INTERRUPTED
from talentdb.dates import read_end, shown
from tests.docs.code import error_classes
from tests.docs.consoles import BLOCK, ROOT, executed
from tests.docs.pages import code_in, commands_in, page, sections, table_after

README = ROOT / "README.md"


@pytest.mark.slow
def test_examples_print_what_the_readme_shows(
    request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    text = README.read_text(encoding="utf-8")
    came_out = executed(text, tmp_path)
    if request.config.getoption("--update-golden"):
        README.write_text(came_out, encoding="utf-8")
        return
    assert len(BLOCK.findall(text)) > 5
    assert text == came_out


def test_an_example_that_prints_something_else_would_be_found(tmp_path: Path) -> None:
    block = "```console\n$ cat <<END; false\n> a\n> END\n{}$ echo $?\n{}```\n"
    assert executed(block.format("b\n", "0\n"), tmp_path) == block.format("a\n", "1\n")


def test_the_scripted_ledger_answers_as_the_typed_one() -> None:
    shown_in = BLOCK.findall(README.read_text(encoding="utf-8"))
    (typed,) = [block for block in shown_in if "$ talentdb query moves\n" in block]
    (scripted,) = [block for block in shown_in if "$ talentdb query moves --db scripted" in block]
    answer = typed.split("query moves\n")[1].split("$ ")[0]
    assert "Ada Example" in answer
    assert scripted.split("query moves --db scripted.db\n")[1] == answer


def test_dates_are_kept_and_shown_as_the_readme_says() -> None:
    rows = [
        [code_in(cell)[0] for cell in row] for row in table_after(page("README.md"), "## Dates")
    ]
    assert len(rows) > 5
    assert [[typed, read_end(typed).text, shown(kept)] for typed, kept, _ in rows] == rows


def test_exit_codes_are_those_that_errors_end_with() -> None:
    rows = table_after(page("README.md"), "## Reading from scripts")
    told = {int(code) for code, _ in rows}
    assert told == {0, INTERRUPTED} | {kind.exit_code for kind in error_classes()}


def test_what_is_not_there_yet_is_not_there() -> None:
    missing = code_in(sections(page("README.md"), "##")["Not there yet"].split("`talentdb")[0])
    commands = commands_in(page("docs/cli.md"))
    assert {"import", "moves"} <= commands
    assert len(missing) > 3
    assert commands & set(missing) == set()
