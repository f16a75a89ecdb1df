"""Do names that look like commands come back as they went in, and never steer a terminal?"""

import csv
import io
import json
import re

import pytest

from tests.cli.lines import CommandLine, csv_rows, done, stored
from tests.cli.terminals import at_a_terminal

NAMES = {
    "markup": "[red]x[/red]",
    "emoji code": ":smile: Example",
    "escape": "Ada \x1b[2J Example",
    "bell": "Ada\x07 Example",
    "formula": "=cmd()",
    "plus": "+1 Example",
    "stroke": "Łukasz Example",
    "han": "何恺明",
    "combining": "Zoe\u0308 Example",
    "long": "x" * 300,
    "right to left": "Ada \u202eelpmaxE",
    "bar": "Ada | Example",
    "backslash": "Ada \\ Example",
    "quotes": "\"Ada\" 'Example', Jr.",
    "html": "<b>Ada</b> &amp; Bob",
}
RAW = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
EVERY_NAME = pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())


@EVERY_NAME
def test_name_comes_back_in_every_format(talentdb: CommandLine, ledger_url: str, name: str) -> None:
    said = done(talentdb("add", "person", name))
    assert RAW.search(said.out + said.err) is None
    kept = stored(ledger_url, "people", "name")[0]
    assert talentdb("add", "person", name).err.endswith("--homonym adds a second one.\n")
    ask = ("query", "people", "--columns", "person")
    assert csv_rows(done(talentdb(*ask, "-f", "csv")).out) == [["person"], [kept]]
    assert json.loads(done(talentdb(*ask, "-f", "json")).out) == [{"person": kept}]
    assert json.loads(done(talentdb(*ask, "-f", "ndjson")).out) == {"person": kept}
    tabs = done(talentdb(*ask, "-f", "tsv")).out.split("\n")
    assert tabs[1].replace("\\\\", "\\") == kept
    for format in ("table", "markdown"):
        assert RAW.search(done(talentdb(*ask, "-f", format)).out) is None


@EVERY_NAME
def test_name_never_steers_a_message(talentdb: CommandLine, name: str) -> None:
    for words in (
        ("query", "moves", "--person", name),
        ("show", name),
        ("find", name),
        ("add", "tag", name, "big"),
        ("add", "move", name, "--to", "Acme"),
        ("add", "role", name, "Acme", "--kind", name),
        ("query", "moves", "--columns", name),
        ("query", "moves", "--since", name),
        ("query", "moves", "-f", name),
        ("query", "moves", "--limit", name),
        ("--db", name, "query", "people"),
        (name,),
    ):
        said = talentdb(*words)
        assert said.code in (0, 2, 3, 5)
        assert RAW.search(said.out + said.err) is None


@pytest.mark.parametrize(
    "name", ["[red]x[/red]", "何恺明", "Łukasz Example", "Ada \x1b[2J Example"]
)
def test_name_is_one_cell_at_a_terminal(talentdb: CommandLine, ledger_url: str, name: str) -> None:
    done(talentdb("add", "person", name))
    for format in ("table", "csv", "json", "tsv"):
        said = at_a_terminal("--db", ledger_url, "query", "people", "-f", format, NO_COLOR="1")
        assert said.code == 0
        assert RAW.search(said.out.replace("\t", "")) is None
        assert ("x1b" if "\x1b" in name else name) in said.out or "\\u" in said.out


def test_hostile_text_everywhere_comes_back(talentdb: CommandLine) -> None:
    text = 'a "b", [c] | d\\e =f'
    words = ("--title", text, "--started", "2020", "--note", text, "--create")
    done(talentdb("add", "role", text + " person", text + " house", *words))
    reader = csv.DictReader(io.StringIO(done(talentdb("query", "roles", "-f", "csv")).out))
    (row,) = reader
    assert (row["person"], row["organisation"], row["title"]) == (
        text + " person",
        text + " house",
        text,
    )
    done(talentdb("add", "tag", text + " person", text, "a|b"))
    (person,) = json.loads(done(talentdb("query", "people", "--json")).out)
    assert sorted(person["tags"]) == sorted([text, "a|b"])


def test_name_of_two_lines_is_one_line_of_what_undo_takes_back(talentdb: CommandLine) -> None:
    done(talentdb("add", "person", "Ada\nChange 9 is undone."))
    lines = done(talentdb("undo", "-y")).err.splitlines()
    assert "Change 9 is undone." not in lines
    assert r"  created person:1  name Ada\nChange 9 is undone." in lines
