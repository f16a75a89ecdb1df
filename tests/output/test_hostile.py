"""Does a value come back as the data it is, whatever it looks like, in every format?"""

import csv
import io
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from talentdb.output.formats import FORMATS, write
from talentdb.output.result import Column, Result
from talentdb.output.values import separated

HOSTILE = [
    "[red]x[/red]",
    ":smile:",
    "\x1b[2J",
    "\x9b2J\x7f",
    "=cmd()",
    "Łukasz",
    "何恺明",
    "e\u0301",
    "x" * 300,
    "|",
    r"a\|b",
    "a\\",
    "a\nb",
    "a\rb",
    "a\r\nb\tc",
    '"quoted", and more',
    "\u202egnp.exe",
    "a\u2028b",
    "<b>&amp;</b>",
    "1. *a* _b_ `c` # ~~d~~",
]
COLUMNS = (Column("person"), Column("tags", "list"))
# What a ledger can hold: no half characters, no NUL.
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
VALUES = st.text(st.characters(exclude_categories=["Cs", "Z", "Cc"]), min_size=1)
ROWS = st.lists(st.tuples(TEXTS, st.lists(VALUES).map(tuple)))


def written(rows: list[tuple[object, ...]], format: str, **options: int | bool | None) -> str:
    stream = io.StringIO(newline="")
    count = write(Result(COLUMNS, iter(rows)), format, stream, **options)  # type: ignore[arg-type]
    assert count == len(rows)
    return stream.getvalue()


def from_csv(text: str) -> list[tuple[str, tuple[str, ...]]]:
    lines = list(csv.reader(io.StringIO(text, newline="")))
    assert lines[0] == ["person", "tags"]
    return [(person, tuple(separated(tags))) for person, tags in lines[1:]]


def from_tsv(text: str) -> list[tuple[str, tuple[str, ...]]]:
    meant = {"t": "\t", "n": "\n", "r": "\r", "\\": "\\"}
    lines = text.removesuffix("\n").split("\n")[1:]
    cells = [
        [re.sub(r"\\(.)", lambda found: meant[found[1]], cell) for cell in line.split("\t")]
        for line in lines
    ]
    return [(person, tuple(separated(tags))) for person, tags in cells]


def from_json(records: list[dict[str, object]]) -> list[tuple[object, ...]]:
    return [(record["person"], tuple(record["tags"])) for record in records]  # type: ignore[arg-type]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_come_back_from_every_machine_format(name: str) -> None:
    rows: list[tuple[object, ...]] = [(name, (name, "b"))]

    assert from_csv(written(rows, "csv")) == rows
    assert from_tsv(written(rows, "tsv")) == rows
    assert from_json(json.loads(written(rows, "json"))) == rows
    assert from_json([json.loads(written(rows, "ndjson"))]) == rows


@given(ROWS)
def test_csv_and_tsv_read_back_are_the_rows_written(rows: list[tuple[object, ...]]) -> None:
    assert from_csv(written(rows, "csv")) == rows
    assert from_tsv(written(rows, "tsv")) == rows


@given(ROWS)
def test_json_and_ndjson_read_back_are_the_rows_written(rows: list[tuple[object, ...]]) -> None:
    assert from_json(json.loads(written(rows, "json"))) == rows
    lines = written(rows, "ndjson").split("\n")
    assert from_json([json.loads(line) for line in lines if line]) == rows


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_that_steers_a_terminal_is_sent_to_one(name: str, format: str) -> None:
    text = written([(name, (name,))], format, width=80, escape=True)

    inside = text.replace("\n", "").replace("\t", "")
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", inside)


@pytest.mark.parametrize(
    "name", ["[red]x[/red]", ":smile:", "=cmd()", "Łukasz", "何恺明", "e\u0301"]
)
def test_a_table_shows_names_letter_for_letter(name: str) -> None:
    assert written([(name, ())], "table").split("\n")[2] == name


def test_a_table_folds_a_long_name_without_losing_a_letter() -> None:
    name = "".join(chr(0x4E00 + place) for place in range(300))
    table = written([(name, ())], "table", width=60)

    assert "".join(re.findall(r"[\u4e00-\u9fff]", table)) == name


@given(ROWS, st.sampled_from([20, 60, 80, 200]))
def test_no_line_of_a_table_is_wider_than_the_terminal(
    rows: list[tuple[object, ...]], width: int
) -> None:
    for line in written(rows, "table", width=width).split("\n"):
        assert cell_len(line) <= width
