"""Is every result written as its format promises, row by row?"""

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from talentdb.errors import OptionMisused, UnknownChoice
from talentdb.output.formats import FORMATS, format_from_path, write
from talentdb.output.result import Column, Result

COLUMNS = (
    Column("id", "number", screen=False),
    Column("person"),
    Column("left", "end"),
    Column("share", "share"),
    Column("tags", "list"),
)
ROWS: list[tuple[object, ...]] = [
    (1, "Ada Example", "[..2025-06-30]", 0.725, ("a|b", "c")),
    (2, "Bob *Sample*\nJr.", None, None, ()),
]


def written(format: str, rows: list[tuple[object, ...]] = ROWS, with_notes: bool = False) -> str:
    stream = io.StringIO(newline="")
    result = Result(COLUMNS, rows, ("2 people", "- a_b"), "all time")
    assert write(result, format, stream, with_notes=with_notes) == len(rows)
    return stream.getvalue()


def test_csv_has_every_column_edtf_dates_and_empty_cells_for_the_unknown() -> None:
    assert written("csv") == (
        "id,person,left,share,tags\n"
        "1,Ada Example,[..2025-06-30],0.725,a\\|b | c\n"
        '2,"Bob *Sample*\nJr.",,,\n'
    )


def test_tsv_escapes_what_would_break_a_line() -> None:
    assert written("tsv").split("\n") == [
        "id\tperson\tleft\tshare\ttags",
        "1\tAda Example\t[..2025-06-30]\t0.725\ta\\\\|b | c",
        "2\tBob *Sample*\\nJr.\t\t\t",
        "",
    ]


def test_json_is_an_array_with_an_object_a_line() -> None:
    assert written("json") == (
        "[\n"
        '{"id": 1, "person": "Ada Example", "left": "[..2025-06-30]", "share": 0.725,'
        ' "tags": ["a|b", "c"]},\n'
        '{"id": 2, "person": "Bob *Sample*\\nJr.", "left": null, "share": null, "tags": []}\n'
        "]\n"
    )


def test_json_without_rows_is_an_empty_array() -> None:
    assert written("json", []) == "[]\n"
    assert written("ndjson", []) == ""
    assert written("csv", []) == "id,person,left,share,tags\n"


def test_json_with_notes_wraps_the_same_rows() -> None:
    assert json.loads(written("json", with_notes=True)) == {
        "rows": json.loads(written("json")),
        "notes": ["2 people", "- a_b"],
        "rule": "all time",
    }
    assert json.loads(written("json", [], with_notes=True))["rows"] == []


def test_ndjson_is_the_objects_of_json() -> None:
    assert [json.loads(line) for line in written("ndjson").splitlines()] == json.loads(
        written("json")
    )


def test_json_escapes_what_a_terminal_or_a_script_would_act_on() -> None:
    text = written("ndjson", [(1, "\x9b\x7f\u2028\u202e\ud800é", None, None, ())])

    assert r'"\u009b\u007f\u2028\u202e\ud800é"' in text


def test_markdown_is_a_table_for_people_with_rule_and_notes_below() -> None:
    assert written("markdown") == (
        "| person | left | share | tags |\n"
        "| --- | --- | ---: | --- |\n"
        "| Ada Example | by 2025-06-30 | 72.5 % | a\\\\\\|b \\| c |\n"
        "| Bob \\*Sample\\*<br>Jr. | ? |  |  |\n"
        "\n"
        "all time\n"
        "\n"
        "2 people\n"
        "\n"
        "\\- a\\_b\n"
    )


@pytest.mark.parametrize("format", ["csv", "tsv", "json", "ndjson", "markdown"])
def test_rows_are_written_as_they_come(format: str) -> None:
    stream = io.StringIO()
    lengths = []

    def rows() -> Iterator[tuple[object, ...]]:
        for row in ROWS * 3:
            lengths.append(len(stream.getvalue()))
            yield row

    write(Result(COLUMNS, rows()), format, stream)

    assert lengths == sorted(set(lengths)), "some row was pulled before the last was written"


@pytest.mark.parametrize("format", FORMATS)
def test_a_row_of_another_length_is_a_mistake_in_every_format(format: str) -> None:
    with pytest.raises(ValueError, match="zip"):
        write(Result((Column("a"), Column("b")), [(1,)]), format, io.StringIO())


@pytest.mark.parametrize("format", FORMATS)
def test_a_stream_that_lacks_letters_still_gets_the_row(format: str) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="latin-1", newline="")
    write(Result((Column("person"),), [("Zoë Łukasz 🙂",)]), format, stream)
    stream.seek(0)
    text = stream.read()

    if "json" in format:
        found = json.loads(text)
        assert (found[0] if format == "json" else found) == {"person": "Zoë Łukasz 🙂"}
    else:
        assert r"Zoë \u0141ukasz \U0001f642" in text


@pytest.mark.parametrize("format", FORMATS)
def test_half_a_character_does_not_break_the_output(format: str) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
    write(Result((Column("person"),), [("a\ud800b",)]), format, stream)
    stream.seek(0)

    assert r"\ud800" in stream.read()


def test_an_unknown_format_is_named() -> None:
    with pytest.raises(UnknownChoice, match="format 'xml' is not known"):
        write(Result(COLUMNS, []), "xml", io.StringIO())


@pytest.mark.parametrize(
    ("path", "format"),
    [
        ("a.csv", "csv"),
        ("a.tsv", "tsv"),
        ("a.b.JSON", "json"),
        ("/x.csv/a.ndjson", "ndjson"),
        ("a.jsonl", "ndjson"),
        ("a.md", "markdown"),
        ("a.txt", "table"),
    ],
)
def test_the_ending_chooses_the_format(path: str, format: str) -> None:
    assert format_from_path(path) == format


@pytest.mark.parametrize("path", ["a", "a.xml", ".csv", "csv"])
def test_an_unknown_ending_is_answered_with_the_known_ones(path: str) -> None:
    with pytest.raises(OptionMisused, match=r"\.csv, \.tsv, \.json, \.ndjson"):
        format_from_path(path)


def test_machine_formats_do_not_load_rich() -> None:
    program = (
        "import sys, io; from talentdb.output.formats import write;"
        "from talentdb.output.result import Column, Result;"
        "write(Result((Column('a'),), [('b',)]), 'csv', io.StringIO());"
        "sys.exit('rich' in sys.modules)"
    )
    environment = {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", program], env=environment, check=False)
    assert done.returncode == 0
