"""Do -f, -o, -n, --columns, --sort and --count shape an answer as they say?"""

import json
from pathlib import Path

import pytest

from tests.cli.lines import CommandLine, csv_rows, done
from tests.cli.terminals import at_a_terminal

MOVES = ("query", "moves")
ENDINGS = {
    "csv": "csv",
    "tsv": "tsv",
    "json": "json",
    "ndjson": "ndjson",
    "jsonl": "ndjson",
    "md": "markdown",
    "txt": "table",
    "CSV": "csv",
}


@pytest.mark.parametrize(("ending", "format"), sorted(ENDINGS.items()))
def test_ending_of_the_file_chooses_the_format(
    summer: CommandLine, tmp_path: Path, ending: str, format: str
) -> None:
    file = tmp_path / f"moves.{ending}"
    said = done(summer(*MOVES, "-o", str(file)))
    assert said.out == ""
    assert f"5 rows written to {file}\n" in said.err
    assert file.read_text(encoding="utf-8") == done(summer(*MOVES, "-f", format)).out
    assert list(tmp_path.iterdir()) == [file]


def test_format_overrides_the_ending(summer: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "moves.csv"
    done(summer(*MOVES, "-o", str(file), "-f", "json"))
    assert len(json.loads(file.read_text(encoding="utf-8"))) == 5


def test_file_is_replaced_as_a_whole(summer: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "moves.csv"
    file.write_text("older\n" * 1000)
    done(summer(*MOVES, "-o", str(file), "--columns", "person", "-n", "1"))
    assert len(file.read_text().splitlines()) == 2


def test_json_is_short_for_its_format(summer: CommandLine) -> None:
    assert done(summer(*MOVES, "--json")) == done(summer(*MOVES, "-f", "json"))


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("-f", "csv", "--json"), "-f csv and --json say two things"),
        (("-f", "csv", "--with-notes"), "csv holds no notes"),
        (("-o", "moves.csv", "--with-notes"), "csv holds no notes"),
    ],
)
def test_formats_that_contradict_are_refused(
    summer: CommandLine, words: tuple[str, ...], why: str
) -> None:
    said = summer(*MOVES, *words)
    assert (said.code, said.out) == (2, "")
    assert why in said.err


def test_list_of_nobody_is_not_everybody(summer: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "labs.txt"
    file.write_text("\n \n")
    said = summer("query", "net", f"@{file}")
    assert (said.code, said.out) == (2, "")
    assert "names nobody: write a name a line" in said.err
    said = summer("query", "net", f"@{file}.none")
    assert said.err.endswith("the list of names cannot be read: No such file or directory.\n")


def test_columns_are_chosen_and_ordered(summer: CommandLine) -> None:
    said = done(
        summer(*MOVES, "-f", "csv", "--columns", "to, person ,id", "--person", "Bob Sample")
    )
    table = csv_rows(said.out)
    assert table[0] == ["to", "person", "id"]
    assert table[1][:2] == ["Globex", "Bob Sample"]


def test_columns_show_in_a_table_what_is_else_hidden(summer: CommandLine) -> None:
    said = done(summer(*MOVES, "--columns", "origin,gap_days"))
    assert said.out.splitlines()[0].split() == ["origin", "gap_days"]


def test_sort_orders_by_several_fields(summer: CommandLine) -> None:
    words = ("-f", "csv", "--columns", "to,person", "--sort", "to,-person")
    rows = csv_rows(done(summer(*MOVES, *words)).out)[1:]
    assert rows == [
        ["Acme", "Eve Pattern"],
        ["Globex", "Bob Sample"],
        ["Globex", "Ada Example"],
        ["Globex Research", "Fay Specimen"],
        ["Globex Research", "Cy Instance"],
    ]


def test_count_prints_a_number_alone(summer: CommandLine) -> None:
    said = done(summer(*MOVES, "--count"))
    assert said.out == "5\n"
    assert done(summer(*MOVES, "--person", "Gil Case", "--count")).out == "0\n"


def test_limit_takes_a_number_or_all(summer: CommandLine) -> None:
    words = (*MOVES, "-f", "csv", "--columns", "person")
    assert len(csv_rows(done(summer(*words, "-n", "2")).out)) == 3
    assert len(csv_rows(done(summer(*words, "--limit", "0")).out)) == 1
    assert len(csv_rows(done(summer(*words, "--limit", "all")).out)) == 6


@pytest.fixture
def many(talentdb: CommandLine, tmp_path: Path) -> CommandLine:
    """A ledger in which 120 people moved."""
    file = tmp_path / "people.txt"
    file.write_text("\n".join(f"Person {number:03} Example" for number in range(120)))
    done(
        talentdb(
            "add", "move", f"@{file}", "--from", "Acme", "--to", "Globex", "--on", "2025", "-y"
        )
    )
    return talentdb


def test_terminal_shows_100_rows_and_says_so(many: CommandLine, ledger_url: str) -> None:
    said = at_a_terminal("--db", ledger_url, *MOVES, NO_COLOR="1")
    assert said.code == 0
    assert said.out.count("Example") == 100
    assert "100" in said.err
    assert "--limit" in said.err or "-n" in said.err


def test_terminal_shows_all_on_demand(many: CommandLine, ledger_url: str) -> None:
    said = at_a_terminal("--db", ledger_url, *MOVES, "-n", "all", NO_COLOR="1")
    assert said.out.count("Example") == 120


def test_pipes_and_files_get_everything(many: CommandLine, tmp_path: Path) -> None:
    assert len(done(many(*MOVES)).out.splitlines()) == 122
    file = tmp_path / "moves.ndjson"
    done(many(*MOVES, "-o", str(file)))
    assert len(file.read_text().splitlines()) == 120


@pytest.mark.parametrize("format", ["csv", "ndjson", "table"])
def test_stdout_carries_the_result_and_nothing_else(summer: CommandLine, format: str) -> None:
    loud = done(summer(*MOVES, "--since", "2025", "-f", format))
    quiet = done(summer(*MOVES, "--since", "2025", "-f", format, "-q"))
    assert loud.out == quiet.out
    assert loud.err
    assert quiet.err == ""
